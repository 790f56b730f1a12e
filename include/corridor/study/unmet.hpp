#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corridor/study/carriage.hpp"
#include "corridor/study/most_between.hpp"
#include "corridor/study/trip_solver.hpp"

namespace corridor {

/// Why a pair is left with something: either no route is open to its cargo, or those that are have
/// no room, or only at more than the penalty.
struct UnmetCause {
  std::size_t pair = 0;  // its place in Carriage::pairs
  std::optional<Disconnection> no_route;
  std::vector<std::string> closed_by;  // what closed the links of the cut, each once: changes and
                                       // events in words, then the status of those never open
  bool barred = false;                 // links of the cut are closed to this cargo alone
  std::vector<Bottleneck> full;  // the full capacities that all ways on from the origin come to,
                                 // or, where there is a way with room, those of the cheapest way
  double room_usd_t = 0;         // generalised cost of the cheapest way with room; 0: there is none
};

/// The causes of the `most` pairs that leave most, these first. `worlds` are those in which the
/// demand was carried.
std::vector<UnmetCause> causes_of_unmet(const Compiled& compiled, Worlds& worlds,
                                        const Carriage& carriage, std::size_t most);

}  // namespace corridor
