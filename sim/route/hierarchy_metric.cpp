#include "corridor/route/hierarchy_metric.hpp"

#include <algorithm>
#include <functional>

#include "route/customise.hpp"

namespace corridor {
bool fits_in_32_bits(const Graph& graph, std::span<const Weight> weight) {
  constexpr Weight limit{unreachable<std::uint32_t>};
  Weight sum = 0;
  for (const VertexId vertex : graph.vertices()) {
    Weight most = 0;
    for (const ArcId arc : graph.out(vertex)) {
      const Weight w = weight[arc.index()];
      if (w < infinite_weight) most = std::max(most, w);
    }
    if (most >= limit - sum) return false;
    sum += most;
  }
  return true;
}

template <HierarchyWeight W>
HierarchyMetric<W>::HierarchyMetric(const Hierarchy& hierarchy)
    : hierarchy_{&hierarchy},
      up_(hierarchy.edge_count(), unreachable<W>),
      down_(hierarchy.edge_count(), unreachable<W>),
      rows_{hierarchy, 1} {}

template <HierarchyWeight W>
void HierarchyMetric<W>::customise(std::span<const Weight> weight) {
  detail::customise<W>({hierarchy_, {&weight, 1}, &rows_, 1, up_.data(), down_.data()});
}

template <HierarchyWeight W>
PrunedHierarchy<W> HierarchyMetric<W>::pruned() const {
  const Hierarchy& h = *hierarchy_;
  std::vector<W> up(up_.begin(), up_.end());
  std::vector<W> down(down_.begin(), down_.end());
  std::vector<EdgeIndex> edge_to(h.size());
  for (Rank x = static_cast<Rank>(h.size()); x-- > 0;) {
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
  PrunedHierarchy<W> result;
  const auto keep = [&](PrunedArcs<W>& arcs, std::span<const W> before, std::span<const W> after) {
    arcs.first.push_back(0);
    for (Rank x = 0; x < h.size(); ++x) {
      for (EdgeIndex e = h.first_up(x); e < h.first_up(x + 1); ++e) {
        if (before[e] == unreachable<W> || after[e] < before[e]) continue;
        arcs.head.push_back(h.head(e));
        arcs.weight.push_back(before[e]);
        arcs.edge.push_back(e);
      }
      arcs.first.push_back(static_cast<EdgeIndex>(arcs.head.size()));
    }
  };
  keep(result.up, up_, up);
  keep(result.down, down_, down);
  return result;
}

template class HierarchyMetric<std::uint32_t>;
template class HierarchyMetric<Weight>;

}  // namespace corridor
