#pragma once

#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/network/network.hpp"

namespace corridor {

/// The nodes that a name stands for as an end of cargo: the node of that id, else all nodes of the
/// country, of the customs union or (`*`) of any country, ascending. An unknown name is an error
/// with the nearest ones, and so is a country where no node lies; then there are none.
std::vector<NodeId> places_of(const Network& network, const Name& name, Diagnostics& diagnostics);

}  // namespace corridor
