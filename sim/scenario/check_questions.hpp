#pragma once

#include "corridor/core/diagnostic.hpp"
#include "corridor/network/network.hpp"
#include "corridor/scenario/scenario.hpp"

namespace corridor {

// The parts of check() that look at what a scenario asks.
void check_trips(const Network& network, const Scenario& scenario, Diagnostics& diagnostics);
void check_expectations(const Network& network, const Scenario& scenario, Diagnostics& diagnostics);

}  // namespace corridor
