#include "corridor/route/hierarchy_metric.hpp"

#include <algorithm>
#include <functional>

#include "route/customise.hpp"
#include "route/customise_kernel.hpp"

namespace corridor {
namespace detail {
namespace {

template <HierarchyWeight W>
W least(std::span<const ArcId> arcs, std::span<const Weight> weight) {
  W result = unreachable<W>;
  for (const ArcId arc : arcs) result = std::min(result, counted<W>(weight[arc.index()]));
  return result;
}

}  // namespace
}  // namespace detail

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
      rows_{hierarchy, 1},
      queued_(hierarchy.edge_count(), 0) {}

template <HierarchyWeight W>
void HierarchyMetric<W>::customise(std::span<const Weight> weight) {
  detail::customise<W>({hierarchy_, {&weight, 1}, &rows_, 1, up_.data(), down_.data()});
}

template <HierarchyWeight W>
void HierarchyMetric<W>::queue(EdgeIndex edge) {
  if (queued_[edge] != 0) return;
  queued_[edge] = 1;
  queue_.push_back(edge);
  std::push_heap(queue_.begin(), queue_.end(), std::greater<>{});
}

template <HierarchyWeight W>
bool HierarchyMetric<W>::renew(EdgeIndex edge, std::span<const Weight> weight) {
  const Hierarchy& h = *hierarchy_;
  W up = detail::least<W>(h.arcs_up(edge), weight);
  W down = detail::least<W>(h.arcs_down(edge), weight);
  const std::span<const EdgeIndex> to_lower = h.down(h.tail(edge));
  const std::span<const EdgeIndex> to_upper = h.down(h.head(edge));
  auto b = to_upper.begin();
  for (const EdgeIndex xy : to_lower) {
    while (b != to_upper.end() && h.tail(*b) < h.tail(xy)) ++b;
    if (b == to_upper.end()) break;
    if (h.tail(*b) != h.tail(xy)) continue;
    up = std::min<W>(up, down_[xy] + up_[*b]);
    down = std::min<W>(down, down_[*b] + up_[xy]);
  }
  const bool changed = up != up_[edge] || down != down_[edge];
  up_[edge] = up;
  down_[edge] = down;
  return changed;
}

template <HierarchyWeight W>
std::size_t HierarchyMetric<W>::update(std::span<const Weight> weight,
                                       std::span<const ArcId> changed) {
  const Hierarchy& h = *hierarchy_;
  for (const ArcId arc : changed) {
    if (h.edge_of(arc) != no_edge) queue(h.edge_of(arc));
  }
  std::size_t looked_at = 0;
  while (!queue_.empty()) {
    std::pop_heap(queue_.begin(), queue_.end(), std::greater<>{});
    const EdgeIndex edge = queue_.back();
    queue_.pop_back();
    queued_[edge] = 0;
    ++looked_at;
    if (!renew(edge, weight)) continue;
    const Rank x = h.tail(edge);
    for (EdgeIndex other = h.first_up(x); other < h.first_up(x + 1); ++other) {
      if (other == edge) continue;
      const Rank lower = std::min(h.head(edge), h.head(other));
      const Rank upper = std::max(h.head(edge), h.head(other));
      EdgeIndex between = h.first_up(lower);
      while (h.head(between) != upper) ++between;
      queue(between);
    }
  }
  return looked_at;
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
