#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "corridor/route/solver.hpp"

// What the solvers behind make_solver share, and the functions that make them.

namespace corridor {

std::unique_ptr<RouteSolver> make_dijkstra(const Graph& graph);
std::unique_ptr<RouteSolver> make_bidirectional(const Graph& graph);
std::unique_ptr<RouteSolver> make_a_star(const Graph& graph, std::size_t landmarks);
std::unique_ptr<RouteSolver> make_hierarchy(const Graph& graph, std::span<const Point> points);
std::unique_ptr<RouteSolver> make_boost_dijkstra(const Graph& graph);
std::unique_ptr<RouteSolver> make_boost_bellman_ford(const Graph& graph);
std::unique_ptr<RouteSolver> make_boost_a_star(const Graph& graph, std::size_t landmarks);

/// Landmarks that one question looks at: the best of them bound nearly as well as all.
inline constexpr std::size_t active_landmarks = 4;

/// A path with the potential of each vertex.
template <class PotentialOf>
ProvedPath proved(const Graph& graph, Path path, const PotentialOf& potential_of) {
  ProvedPath answer{std::move(path), {}};
  IdVector<VertexId, Weight>& potential = answer.potential.emplace_back(graph.vertex_count());
  for (const VertexId vertex : graph.vertices()) potential[vertex] = potential_of(vertex);
  return answer;
}

/// Potentials after a search from the origin that settled the target, or all there was to reach;
/// `distance_of` tells a vertex's label, final or not. Let mu be the target's. A label d below mu
/// is final, so its arcs were followed and no label after them is greater than d + w; and nothing
/// beyond mu matters: min(d, mu) is feasible.
template <class DistanceOf>
ProvedPath proved_by_distance(const Graph& graph, Path path, const DistanceOf& distance_of) {
  const Weight mu = path.weight;
  return proved(graph, std::move(path),
                [&](VertexId vertex) { return std::min(distance_of(vertex), mu); });
}

/// Potentials after a search that a consistent estimate e guided. With labels d and the target's
/// mu, they are p(v) = min(d(v), mu - e(v)). Take an arc from u to v of weight w:
/// - If p(u) = d(u) < mu - e(u), then d(u) + e(u) < mu, so u came up before the target did. Its
///   arcs were followed: p(v) <= d(v) <= d(u) + w = p(u) + w, unless v was kept out (see below).
/// - Else p(u) = mu - e(u), and p(v) <= mu - e(v) <= mu - e(u) + w, as e is consistent.
/// The origin has min(0, mu - e) = 0, as e is a lower bound, and the target, whose estimate is 0,
/// has mu. What the estimate keeps out (e infinite) cannot reach the target, nor can what follows
/// it: such vertices get one low potential, which none of the others undercuts. Where no path was
/// found, mu is infinite, and p = d for all that the estimate lets in.
template <class DistanceOf, class EstimateOf>
ProvedPath proved_by_estimate(const Graph& graph, Path path, const DistanceOf& distance_of,
                              const EstimateOf& estimate_of) {
  const Weight mu = path.weight;
  const bool found = path.found;
  return proved(graph, std::move(path), [&](VertexId vertex) {
    const Weight estimate = estimate_of(vertex);
    if (estimate >= infinite_weight) return found ? mu - infinite_weight : 0;
    return found ? std::min(distance_of(vertex), mu - estimate) : distance_of(vertex);
  });
}

}  // namespace corridor
