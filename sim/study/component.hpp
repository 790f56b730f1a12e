#pragma once

#include "corridor/study/evaluation.hpp"

namespace corridor {

/// What an arc's cost and time count as, tolls and waiting apart.
constexpr Component component_of(ArcKind kind) {
  switch (kind) {
    case ArcKind::haul:
      return Component::haul;
    case ArcKind::border:
      return Component::border;
    case ArcKind::gauge_change:
      return Component::gauge_change;
    case ArcKind::port:
    case ArcKind::transfer:
    case ArcKind::load:
    case ArcKind::unload:
    case ArcKind::through:
      break;
  }
  return Component::transfer;
}

constexpr std::size_t index_of(Component component) { return static_cast<std::size_t>(component); }

}  // namespace corridor
