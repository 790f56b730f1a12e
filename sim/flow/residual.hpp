#pragma once

#include <span>
#include <vector>

#include "corridor/flow/max_flow.hpp"
#include "corridor/graph/graph.hpp"

namespace corridor {

/// A graph with an opposite for each arc that can carry anything, as Boost's solvers want it. Loops
/// and arcs without capacity are left out.
struct Residual {
  Graph graph;
  IdVector<ArcId, Tonnage> capacity;  // 0 of opposites
  IdVector<ArcId, ArcId> opposite;
  IdVector<ArcId, ArcId> original;  // valid of arcs of the graph that was given
};

/// `capacity` is limited.
Residual make_residual(const Graph& graph, std::span<const Tonnage> capacity);

/// What is left of each residual arc's capacity after the most has been sent. Two solvers of Boost
/// that share nothing, so that each is the other's test.
IdVector<ArcId, Tonnage> solve_by_boykov_kolmogorov(const Residual& residual, VertexId source,
                                                    VertexId sink);
IdVector<ArcId, Tonnage> solve_by_push_relabel(const Residual& residual, VertexId source,
                                               VertexId sink);

using MaxFlowSolver = IdVector<ArcId, Tonnage> (*)(const Residual&, VertexId, VertexId);

/// The most that flows by the solver of your choice, for tests and benchmarks; unlimited_tonnage
/// where nothing limits it.
Tonnage most_flow_by(MaxFlowSolver solver, const Graph& graph, std::span<const Tonnage> capacity,
                     VertexId source, VertexId sink);

}  // namespace corridor
