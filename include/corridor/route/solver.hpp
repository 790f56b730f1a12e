#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "corridor/graph/point.hpp"
#include "corridor/route/shortest_path.hpp"

namespace corridor {

// One struct of options for each way to answer a one-to-one question.
struct Dijkstra {};
struct BidirectionalDijkstra {};
struct AStarLandmarks {  // A* with landmarks, ALT (Goldberg and Harrelson 2005)
  std::size_t landmarks = 16;
};
struct ContractionHierarchy {};  // customizable, by nested dissection (see hierarchy.hpp)
struct BoostDijkstra {};
struct BoostBellmanFord {};
struct BoostAStar {
  std::size_t landmarks = 16;
};
using SolverOptions =
    std::variant<Dijkstra, BidirectionalDijkstra, AStarLandmarks, ContractionHierarchy,
                 BoostDijkstra, BoostBellmanFord, BoostAStar>;

/// "dijkstra", "bidirectional", "alt", "hierarchy", "boost-dijkstra", ... in the order of the
/// variant.
std::vector<std::string> solver_names();
/// Nothing known by that name: std::nullopt.
std::optional<SolverOptions> solver_by_name(std::string_view name);
std::string name_of(const SolverOptions& options);

/// Answers questions on one graph, each with a path of the least weight. Of equally cheap ones
/// "dijkstra" and "alt" take the one that shortest_path takes, "bidirectional" one with the fewest
/// arcs, the others any; each always the same. Making it does what depends on the topology alone;
/// `customise` what depends on the weights; both may take long, questions do not. Not for two
/// threads at once.
class RouteSolver {
 public:
  virtual ~RouteSolver() = default;
  /// `weight` must outlive the questions that follow.
  virtual void customise(std::span<const Weight> weight) = 0;
  virtual Weight distance(VertexId from, VertexId to) = 0;
  virtual Path path(VertexId from, VertexId to) = 0;
  /// Path with potentials that certify() accepts.
  virtual ProvedPath prove(VertexId from, VertexId to) = 0;
  /// Bytes held beyond the graph and the weights.
  virtual std::size_t memory() const = 0;
};

/// `points` is by vertex, or empty. The graph must outlive the solver.
std::unique_ptr<RouteSolver> make_solver(const Graph& graph, std::span<const Point> points,
                                         const SolverOptions& options);

}  // namespace corridor
