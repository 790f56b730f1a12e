#pragma once

#include <vector>

#include "corridor/study/trip_solver.hpp"

namespace corridor {

/// What an hour is worth for a tonne of a world's cargo, in USD/t/h.
double value_of_time(const Network& network, CargoId cargo);

/// By mode: 1 where it may carry the cargo.
IdVector<ModeId, char> modes_of_cargo(const Network& network, CargoId cargo);

/// Whether an arc needs none but these modes: cargo is not loaded on, or transferred to, a mode
/// that may not carry it on.
bool keeps_to(const IdVector<ModeId, char>& modes, const Network& network, const ArcInfo& arc);

/// The questions that a trip may stand for, the order of its corridor's gates being free: gates
/// forward and backward, after and before the trip's own vias. One where there are no gates.
std::vector<PathQuery> path_queries(const Topology& topology, const TripQuery& query);

/// The weights of a trip's objective, barred arcs closed.
IdVector<ArcId, Weight> trip_weights(const Compiled& compiled, const World& world,
                                     const TripQuery& query);

}  // namespace corridor
