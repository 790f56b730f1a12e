#pragma once

#include "corridor/network/network.hpp"

namespace corridor {

/// What a link pays for passing from the country of its tail to that of its head.
struct BorderFigures {
  bool crosses = false;
  Figure<Hours> time;
  Figure<UsdPerTonne> cost;
};

/// The border of a way, by the link's own figures, else by the most specific rule. Water modes
/// cross no border under way (the port's dwell holds the formalities); landing is counted on the
/// port.
BorderFigures border_of(const Network& network, WayId way);
/// The same of a link that need not be in the network, though its ends and its mode are.
BorderFigures border_of(const Network& network, const Link& link, bool forward);

/// Country of the high seas; it has no borders.
inline constexpr const char* international_waters = "XZ";

}  // namespace corridor
