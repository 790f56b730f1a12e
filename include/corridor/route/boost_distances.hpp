#pragma once

#include <span>

#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"

namespace corridor {

/// Distances from `origin` to all vertices by Boost.Graph's Dijkstra, as its users call it: a rival
/// to measure by, and a witness that shares no code with our searches.
IdVector<VertexId, Weight> boost_distances(const Graph& graph, std::span<const Weight> weight,
                                           VertexId origin);

}  // namespace corridor
