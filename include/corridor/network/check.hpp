#pragma once

#include "corridor/core/diagnostic.hpp"
#include "corridor/network/network.hpp"

namespace corridor {

/// All that contradicts itself in a network, or lies outside what its kind of figure allows (a speed
/// of 5000 km/h, a length below the great circle). Places are those that the reader put in.
void check(const Network& network, Diagnostics& diagnostics);

/// Kilometres between two places on a sphere of 6371.0088 km (mean Earth radius, IUGG).
double great_circle_km(double lat_a_deg, double lon_a_deg, double lat_b_deg, double lon_b_deg);

}  // namespace corridor
