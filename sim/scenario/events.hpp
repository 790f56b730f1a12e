#pragma once

#include "corridor/network/network.hpp"
#include "corridor/scenario/state.hpp"

namespace corridor {

/// Brings a state of the tables to its date by the network's events, but derives nothing.
///
/// On one attribute of one link, of the events that hold, a closure beats a restriction, which
/// beats the rest; then the later date holds, and of one date the later row. What adds, adds up.
/// Before the first event that has a `before`, that value stands for the tables'.
void apply_events(const Network& network, State& state);

}  // namespace corridor
