#pragma once

#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/graph/point.hpp"

namespace corridor {

/// The vertices that a path can pass: those with an arc in and an arc out, loops left aside. Where
/// cargo only starts or only ends (centroids, a port's customers) a hierarchy needs no vertex: such
/// ends enter its queries through their arcs, and a star of many does not become a clique.
std::vector<VertexId> core_vertices(const Graph& graph);

/// An order in which to eliminate `vertices` (each once), first to last, by nested dissection: the
/// graph is cut in two by few vertices, these come last, and so on in both halves. Cuts are found
/// by inertial flow (Schild and Sommer 2015): minimum cuts between the two ends of several
/// directions across the map. `points` is by vertex, or empty: then positions are made up from
/// distances in the graph. The order depends on the arguments alone.
std::vector<VertexId> nested_dissection_order(const Graph& graph,
                                              std::span<const VertexId> vertices,
                                              std::span<const Point> points);

}  // namespace corridor
