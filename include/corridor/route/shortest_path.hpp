#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"

namespace corridor {

/// Which arcs a search follows from a vertex: those that leave it, or those that enter it.
enum class Direction : std::uint8_t { forward, backward };

/// Cheapest paths from `origin` to everywhere. `distance` is infinite_weight where there is none.
/// `distance` is a feasible potential: no arc leads from `u` to `v` for less than their difference.
struct PathTree {
  VertexId origin;
  IdVector<VertexId, Weight> distance;
  IdVector<VertexId, std::uint32_t> hops;  // arcs of the path chosen
  IdVector<VertexId, ArcId> parent;  // last arc of the path; invalid at the origin and beyond reach
};

/// Dijkstra's algorithm. Weights are not negative; infinite_weight closes an arc. Of equally cheap
/// paths the one with the fewest arcs is taken, and of those, backwards from the end, the one whose
/// last arc has the lowest id: the tree follows from the weights alone, not from the search.
PathTree shortest_paths(const Graph& graph, std::span<const Weight> weight, VertexId origin);

/// Cheapest paths from everywhere to `target`, on reversed arcs. `parent` is the first arc of the
/// path to the target.
PathTree shortest_paths_to(const Graph& graph, std::span<const Weight> weight, VertexId target);

/// The distances of these trees alone, faster.
IdVector<VertexId, Weight> distances_from(const Graph& graph, std::span<const Weight> weight,
                                          VertexId origin);
IdVector<VertexId, Weight> distances_to(const Graph& graph, std::span<const Weight> weight,
                                        VertexId target);

/// A question: from, to, and vertices to pass on the way. Each stage is a set of vertices, one of
/// which must be passed, in order (a node's services count as the node).
struct PathQuery {
  VertexId from;
  VertexId to;
  std::vector<std::vector<VertexId>> via;
};

struct Path {
  bool found = false;
  Weight weight = infinite_weight;
  std::vector<ArcId> arcs;
  std::vector<std::uint32_t> stage;  // of each arc: how many vias had been passed at its tail
};

/// Path and potentials, which prove that it is the cheapest: by stage, then by vertex. A potential
/// is the distance from the origin, or the weight of the path where that is less.
struct ProvedPath {
  Path path;
  std::vector<IdVector<VertexId, Weight>> potential;
};

/// The cheapest path that answers the query; ties as in shortest_paths, over (vertex, stage), and
/// of one arc taken in two stages the earlier stage.
ProvedPath shortest_path(const Graph& graph, std::span<const Weight> weight,
                         const PathQuery& query);

/// The same without potentials, faster.
Path route(const Graph& graph, std::span<const Weight> weight, const PathQuery& query);

/// The walk in `tree` to (or, of a reverse tree, from) `vertex`, in travel order.
std::vector<ArcId> path_in_tree(const Graph& graph, const PathTree& tree, VertexId vertex);

}  // namespace corridor
