#pragma once

#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/network/network.hpp"

namespace corridor {

/// What a toll adds to one way, for a tonne.
struct TollPart {
  WayId way;
  double usd_t = 0;
};

/// How a toll falls on the ways that its selector picks, in their order. Shares by length are
/// multiples of toll_quantum_usd_t whose sum over the links is the toll, to the last bit.
std::vector<TollPart> toll_parts(const Network& network, const Cargo& cargo,
                                 const TollChange& change, const std::vector<WayId>& ways);

}  // namespace corridor
