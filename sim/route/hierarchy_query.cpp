#include "corridor/route/hierarchy_query.hpp"

#include <algorithm>
#include <utility>

#include "route/hierarchy_query_search.hpp"

namespace corridor {

template <HierarchyWeight W>
HierarchyQuery<W>::HierarchyQuery(const Graph& graph, const HierarchyMetric<W>& metric,
                                  std::span<const Weight> weight)
    : search_{std::make_unique<detail::QuerySearch<W>>(
          detail::Ground{graph, metric.hierarchy(), weight}, metric)} {}

template <HierarchyWeight W>
HierarchyQuery<W>::HierarchyQuery(HierarchyQuery&&) noexcept = default;
template <HierarchyWeight W>
HierarchyQuery<W>& HierarchyQuery<W>::operator=(HierarchyQuery&&) noexcept = default;
template <HierarchyWeight W>
HierarchyQuery<W>::~HierarchyQuery() = default;

template <HierarchyWeight W>
Weight HierarchyQuery<W>::distance(VertexId from, VertexId to) {
  const Seed start{from, 0};
  const Seed end{to, 0};
  return search_->distance({&start, 1}, {&end, 1});
}

template <HierarchyWeight W>
Weight HierarchyQuery<W>::distance(std::span<const Seed> from, std::span<const Seed> to) {
  return search_->distance(from, to);
}

template <HierarchyWeight W>
Path HierarchyQuery<W>::path(VertexId from, VertexId to) {
  const Seed start{from, 0};
  const Seed end{to, 0};
  return path({&start, 1}, {&end, 1});
}

template <HierarchyWeight W>
Path HierarchyQuery<W>::path(std::span<const Seed> from, std::span<const Seed> to) {
  Path result;
  search_->path(from, to, result);
  return result;
}

template <HierarchyWeight W>
void HierarchyQuery<W>::path(std::span<const Seed> from, std::span<const Seed> to, Path& result) {
  search_->path(from, to, result);
}

template <HierarchyWeight W>
ProvedPath HierarchyQuery<W>::prove(VertexId from, VertexId to) {
  ProvedPath answer{path(from, to), {search_->distances_from(from)}};
  for (Weight& distance : answer.potential.front()) {
    distance = std::min(distance, answer.path.weight);
  }
  return answer;
}

template class HierarchyQuery<std::uint32_t>;
template class HierarchyQuery<Weight>;

}  // namespace corridor
