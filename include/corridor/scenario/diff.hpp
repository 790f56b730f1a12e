#pragma once

#include <string>
#include <vector>

#include "corridor/scenario/state.hpp"

namespace corridor {

/// One attribute of one link (or node) that differs between two states.
struct AttributeChange {
  WayId way;  // valid for links; a change alike in both directions is listed once, forward
  bool both_ways = false;
  NodeId node;            // valid for nodes
  std::string attribute;  // as in the files: open, speed, toll, ...
  std::string unit;
  std::string before;
  std::string after;
};

/// Every attribute that differs, by link and then by node, in their order.
std::vector<AttributeChange> difference(const Network& network, const State& before,
                                        const State& after);

}  // namespace corridor
