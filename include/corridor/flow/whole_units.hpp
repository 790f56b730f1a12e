#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corridor/flow/max_flow.hpp"

namespace corridor {

// The solvers of flows count in whole units. These make units of real numbers, so that a flow in
// units differs from one in real numbers by no more than the rounding that is stated here, and the
// answer is exact for what was rounded. All throw std::invalid_argument of a number that is not
// one, of a resolution that is not positive, and of more units than unlimited_tonnage.

/// Capacities, in units of `resolution`, rounded down: no plan counts on a part of a unit. Infinity
/// is unlimited_tonnage. What falls short of a whole number by the error of one division is whole.
std::vector<Tonnage> whole_capacities(std::span<const double> values, double resolution);

/// Costs, rounded to the nearest unit: each path is off by half a unit an arc at the most.
std::vector<std::int64_t> whole_costs(std::span<const double> values, double resolution);

/// Supplies (positive) and demands, each rounded down or up by less than a unit, so that those that
/// add up to 0 within half a unit each still do: the units that rounding towards zero loses go
/// where most was lost (the largest remainder, after Hamilton).
std::vector<Tonnage> whole_supplies(std::span<const double> values, double resolution);

}  // namespace corridor
