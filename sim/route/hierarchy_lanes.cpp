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
      down_(hierarchy.edge_count() * lanes, unreachable<W>) {
  if (lanes != 8 && lanes != 16) throw std::invalid_argument("a hierarchy has 8 or 16 lanes");
}

template <HierarchyWeight W>
void HierarchyLanes<W>::customise(std::span<const std::span<const Weight>> weights) {
  assert(weights.size() <= lanes_);
  std::fill(up_.begin(), up_.end(), unreachable<W>);
  std::fill(down_.begin(), down_.end(), unreachable<W>);
  for (std::size_t l = 0; l < weights.size(); ++l) {
    for (EdgeIndex e = 0; e < hierarchy_->edge_count(); ++e) {
      up_[e * lanes_ + l] = detail::least<W>(hierarchy_->arcs_up(e), weights[l]);
      down_[e * lanes_ + l] = detail::least<W>(hierarchy_->arcs_down(e), weights[l]);
    }
  }
  detail::relax_triangles<W>(*hierarchy_, lanes_, up_.data(), down_.data());
}

template class HierarchyLanes<std::uint32_t>;
template class HierarchyLanes<Weight>;

}  // namespace corridor
