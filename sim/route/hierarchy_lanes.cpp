#include <cassert>
#include <stdexcept>

#include "corridor/route/hierarchy_metric.hpp"

#include "route/customise.hpp"

namespace corridor {

template <HierarchyWeight W>
HierarchyLanes<W>::HierarchyLanes(const Hierarchy& hierarchy, std::size_t lanes)
    : hierarchy_{&hierarchy},
      lanes_{lanes},
      up_(hierarchy.edge_count() * lanes, unreachable<W>),
      down_(hierarchy.edge_count() * lanes, unreachable<W>),
      rows_{hierarchy, lanes} {
  if (lanes != 8 && lanes != 16) throw std::invalid_argument("a hierarchy has 8 or 16 lanes");
}

template <HierarchyWeight W>
void HierarchyLanes<W>::customise(std::span<const std::span<const Weight>> weights) {
  assert(weights.size() <= lanes_);
  detail::customise<W>({hierarchy_, weights, &rows_, lanes_, up_.data(), down_.data(), nullptr});
}

template <HierarchyWeight W>
void HierarchyLanes<W>::customise_rows(std::span<const W> weights) {
  detail::customise<W>({hierarchy_, {}, &rows_, lanes_, up_.data(), down_.data(), weights.data()});
}

template class HierarchyLanes<std::uint32_t>;
template class HierarchyLanes<Weight>;

}  // namespace corridor
