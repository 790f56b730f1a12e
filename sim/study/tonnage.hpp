#pragma once

#include <vector>

#include "corridor/flow/max_flow.hpp"
#include "corridor/study/world.hpp"

namespace corridor {

/// What each arc carries in a world, in whole tonnes a year: no plan counts on a part of one.
/// Nothing where the arc is closed, or is of a mode that may not carry the cargo.
std::vector<Tonnage> tonnages(const Compiled& compiled, const World& world);

/// The same as figures of a report.
inline double in_t_yr(Tonnage tonnes) { return static_cast<double>(tonnes); }

}  // namespace corridor
