#pragma once

#include "corridor/core/diagnostic.hpp"
#include "corridor/network/network.hpp"
#include "corridor/scenario/scenario.hpp"

namespace corridor {

/// All that is wrong with a scenario, given its network: unknown names, trips to nowhere,
/// expectations about trips that are not there, inputs that nothing uses. Changes are checked by
/// applying them, for each cargo in use.
void check(const Network& network, const Scenario& scenario, Diagnostics& diagnostics);

/// The names that a scenario takes from its network and that are not there: what can be said of a
/// scenario that was read only in part.
void check_names(const Network& network, const Scenario& scenario, Diagnostics& diagnostics);

/// All that is wrong with the changes of a network's policies, found by applying each on the latest
/// date, for a cargo that it concerns. The network itself must be sound.
void check_policies(const Network& network, Diagnostics& diagnostics);

}  // namespace corridor
