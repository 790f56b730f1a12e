#pragma once

#include <string>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/network/ids.hpp"
#include "corridor/network/link.hpp"

namespace corridor {

/// A named route. `links` is the route as its sponsors describe it, in order, each link in the
/// direction given. `gates` are the nodes that a trip must pass, in this order (or, on the way
/// back, in the reverse one), to count as a trip by this corridor.
struct Corridor {
  std::string id;
  std::string name;
  std::vector<WayId> ways;
  NodeId from;
  NodeId to;
  std::vector<NodeId> gates;
  std::vector<std::string> tags;  // links with one of these tags belong to it, besides `ways`
  std::string note;
  SourcePos at;
};

}  // namespace corridor
