#pragma once

#include <optional>

#include "corridor/network/link.hpp"

namespace corridor {

/// A link's own figure in one direction: that of the direction before that of both; null where the
/// link has none.
template <class Q>
const Figure<Q>* own_figure(const Link& link, bool forward,
                            std::optional<Figure<Q>> LinkFigures::*figure) {
  const LinkFigures& directed = forward ? link.forward : link.backward;
  if (directed.*figure) return &*(directed.*figure);
  return link.figures.*figure ? &*(link.figures.*figure) : nullptr;
}

}  // namespace corridor
