#pragma once

#include <vector>

#include "corridor/study/trip_solver.hpp"

namespace corridor {

/// What an hour is worth for a tonne of a world's cargo, in USD/t/h.
double value_of_time(const Network& network, CargoId cargo);

/// The questions that a trip may stand for, the order of its corridor's gates being free: gates
/// forward and backward, after and before the trip's own vias. One where there are no gates.
std::vector<PathQuery> path_queries(const Topology& topology, const TripQuery& query);

/// The weights of a trip's objective, barred arcs closed.
IdVector<ArcId, Weight> trip_weights(const Compiled& compiled, const World& world,
                                     const TripQuery& query);

}  // namespace corridor
