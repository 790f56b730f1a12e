#include <algorithm>

#include "corridor/route/hierarchy_metric.hpp"

#include "route/customise_perfect.hpp"

namespace corridor {
namespace {

/// As perfect_edges, triangle by triangle.
template <HierarchyWeight W>
std::vector<std::uint8_t> perfect_edges_in_place(const HierarchyMetric<W>& metric) {
  const Hierarchy& h = metric.hierarchy();
  std::vector<W> up(metric.up().begin(), metric.up().end());
  std::vector<W> down(metric.down().begin(), metric.down().end());
  std::vector<EdgeIndex> edge_to(h.size());
  for (auto x = static_cast<Rank>(h.size()); x-- > 0;) {
    for (EdgeIndex xy = h.first_up(x); xy < h.first_up(x + 1); ++xy) {
      const Rank y = h.head(xy);
      for (EdgeIndex yz = h.first_up(y); yz < h.first_up(y + 1); ++yz) edge_to[h.head(yz)] = yz;
      for (EdgeIndex xz = xy + 1; xz < h.first_up(x + 1); ++xz) {
        const EdgeIndex yz = edge_to[h.head(xz)];
        up[xz] = std::min<W>(up[xz], up[xy] + up[yz]);
        up[xy] = std::min<W>(up[xy], up[xz] + down[yz]);
        down[xz] = std::min<W>(down[xz], down[yz] + down[xy]);
        down[xy] = std::min<W>(down[xy], up[yz] + down[xz]);
      }
    }
  }
  std::vector<std::uint8_t> kept(h.edge_count());
  for (EdgeIndex e = 0; e < h.edge_count(); ++e) {
    const bool keeps_up = metric.up(e) == up[e] && up[e] != unreachable<W>;
    const bool keeps_down = metric.down(e) == down[e] && down[e] != unreachable<W>;
    kept[e] = static_cast<std::uint8_t>((keeps_up ? 1 : 0) | (keeps_down ? 2 : 0));
  }
  return kept;
}

template <HierarchyWeight W>
PrunedArcs<W> arcs_kept(const Hierarchy& h, std::span<const std::uint8_t> kept, unsigned which,
                        std::span<const W> weight) {
  const auto is_kept = [&](std::uint8_t sides) { return (sides & which) != 0; };
  const auto count = static_cast<std::size_t>(std::count_if(kept.begin(), kept.end(), is_kept));
  PrunedArcs<W> arcs;
  arcs.first.resize(h.size() + 1);
  arcs.head.resize(count);
  arcs.weight.resize(count);
  arcs.edge.resize(count);
  std::size_t at = 0;
  for (Rank rank = 0; rank < h.size(); ++rank) {
    for (EdgeIndex e = h.first_up(rank); e < h.first_up(rank + 1); ++e) {
      if (!is_kept(kept[e])) continue;
      arcs.head[at] = h.head(e);
      arcs.weight[at] = weight[e];
      arcs.edge[at++] = e;
    }
    arcs.first[rank + 1] = static_cast<EdgeIndex>(at);
  }
  return arcs;
}

}  // namespace

template <HierarchyWeight W>
PrunedHierarchy<W> HierarchyMetric<W>::pruned() const {
  const Hierarchy& h = *hierarchy_;
  const std::vector<std::uint8_t> kept =
      h.rows().empty() ? perfect_edges_in_place(*this) : detail::perfect_edges(*this);
  return {arcs_kept<W>(h, kept, 1, up_), arcs_kept<W>(h, kept, 2, down_)};
}

template PrunedHierarchy<std::uint32_t> HierarchyMetric<std::uint32_t>::pruned() const;
template PrunedHierarchy<Weight> HierarchyMetric<Weight>::pruned() const;

}  // namespace corridor
