#include "corridor/route/hierarchy_metric.hpp"

#include <algorithm>
#include <atomic>

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

std::uint64_t detail::next_revision() {
  static std::atomic<std::uint64_t> last{0};
  return last.fetch_add(1, std::memory_order_relaxed) + 1;
}

template <HierarchyWeight W>
HierarchyMetric<W>::HierarchyMetric(const Hierarchy& hierarchy)
    : hierarchy_{&hierarchy},
      up_(hierarchy.edge_count(), unreachable<W>),
      down_(hierarchy.edge_count(), unreachable<W>),
      rows_{hierarchy, 1},
      revision_{detail::next_revision()} {}

template <HierarchyWeight W>
void HierarchyMetric<W>::customise(std::span<const Weight> weight) {
  detail::customise<W>({hierarchy_, {&weight, 1}, &rows_, 1, up_.data(), down_.data()});
  revision_ = detail::next_revision();
}

template class HierarchyMetric<std::uint32_t>;
template class HierarchyMetric<Weight>;

}  // namespace corridor
