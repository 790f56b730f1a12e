#pragma once

#include "corridor/core/diagnostic.hpp"
#include "corridor/network/network.hpp"

namespace corridor {

/// All that contradicts itself in a network, or lies outside what its kind of figure allows (a
/// speed of 5000 km/h, a length below the great circle). Places are those that the reader put in.
/// References that name nothing (invalid ids) are errors too, unless `diagnostics` holds errors
/// already: then the reader has told of them.
void check(const Network& network, Diagnostics& diagnostics);

/// The part of it that concerns one link.
void check_link(const Network& network, LinkId link, Diagnostics& diagnostics);

/// Fastest that is believed of a kind of mode, in km/h.
double highest_speed_km_h(ModeKind kind);

/// Kilometres between two places on a sphere of 6371.0088 km (mean Earth radius, IUGG).
double great_circle_km(double lat_a_deg, double lon_a_deg, double lat_b_deg, double lon_b_deg);

}  // namespace corridor
