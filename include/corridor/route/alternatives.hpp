#pragma once

#include <span>
#include <vector>

#include "corridor/route/shortest_path.hpp"

namespace corridor {

/// For each group of arcs in `groups` (a link's two hauls, say), the cheapest path that uses none
/// of the group: what closing it alone would leave. One path a group, in their order, with `found`
/// false where nothing is left; ties as in shortest_path. A* on the exact distances to the target
/// in the graph with no group closed (Hart, Nilsson, Raphael 1968), which are computed once for all
/// groups.
std::vector<Path> replacement_paths(const Graph& graph, std::span<const Weight> weight,
                                    const PathQuery& query,
                                    std::span<const std::vector<ArcId>> groups);

}  // namespace corridor
