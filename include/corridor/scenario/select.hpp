#pragma once

#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/network/network.hpp"
#include "corridor/scenario/state.hpp"

namespace corridor {

struct Selection {
  std::vector<WayId> ways;    // ascending
  std::vector<NodeId> nodes;  // ascending; only where the selector names nodes and nothing else
};

/// What a selector picks, with `status` as it is in `state`. The back of a one-way link is never
/// picked, nor a link that a scenario builds before it is built there. Unknown names and empty
/// selections are errors with the nearest names. A selector for other cargoes than the state's
/// picks nothing, and that is no error.
Selection select(const Network& network, const State& state, const Selector& selector,
                 Diagnostics& diagnostics);

}  // namespace corridor
