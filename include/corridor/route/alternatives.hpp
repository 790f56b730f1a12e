#pragma once

#include <functional>
#include <span>
#include <vector>

#include "corridor/route/shortest_path.hpp"

namespace corridor {

/// For each group of arcs in `groups` (a link's two hauls, say), the cheapest path that uses none of
/// the group: what closing it alone would leave. A* on the potentials of the graph with nothing
/// closed. Paths that exist are returned in the order of the groups.
std::vector<Path> replacement_paths(const Graph& graph, std::span<const Weight> weight,
                                    const PathQuery& query,
                                    std::span<const std::vector<ArcId>> groups);

}  // namespace corridor
