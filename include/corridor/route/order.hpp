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
/// by inertial flow (Schild and Sommer 2015): fewest vertices between the two ends of several
/// directions across the map, and the cut that promises the fewest triangles in all. Trees and
/// chains go first, small parts by minimum degree, and so does a whole small graph where that makes
/// fewer triangles. `points` is by vertex, or empty: then positions are made up from distances in
/// the graph. The order depends on the arguments alone. Throws std::invalid_argument if a vertex is
/// not the graph's or is given twice, or if points are given but not for every vertex.
std::vector<VertexId> nested_dissection_order(const Graph& graph,
                                              std::span<const VertexId> vertices,
                                              std::span<const Point> points);

}  // namespace corridor
