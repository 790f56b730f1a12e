#include "corridor/route/lanes_query.hpp"

#include "route/lanes_query_search.hpp"

namespace corridor {

template <HierarchyWeight W>
LanesQuery<W>::LanesQuery(const Graph& graph, const HierarchyLanes<W>& lanes)
    : search_{std::make_unique<detail::LanesSearch<W>>(graph, lanes)} {}

template <HierarchyWeight W>
LanesQuery<W>::LanesQuery(LanesQuery&&) noexcept = default;
template <HierarchyWeight W>
LanesQuery<W>& LanesQuery<W>::operator=(LanesQuery&&) noexcept = default;
template <HierarchyWeight W>
LanesQuery<W>::~LanesQuery() = default;

template <HierarchyWeight W>
void LanesQuery<W>::customise(std::span<const std::span<const Weight>> weights) {
  search_->customise(weights);
}

template <HierarchyWeight W>
void LanesQuery<W>::customise_rows(std::span<const W> weights) {
  search_->customise_rows(weights);
}

template <HierarchyWeight W>
std::span<const W> LanesQuery<W>::distances(VertexId from, VertexId to) {
  const Seed start{from, 0};
  const Seed end{to, 0};
  return search_->distances({&start, 1}, {&end, 1});
}

template <HierarchyWeight W>
std::span<const W> LanesQuery<W>::distances(std::span<const Seed> from, std::span<const Seed> to) {
  return search_->distances(from, to);
}

template class LanesQuery<std::uint32_t>;
template class LanesQuery<Weight>;

}  // namespace corridor
