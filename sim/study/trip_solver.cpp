#include "corridor/study/trip_solver.hpp"

#include <span>

#include "study/trip_query.hpp"

namespace corridor {

namespace {

struct Solved {
  Path path;
  std::optional<PathCertificate> certificate;
};

Solved solve(const Graph& graph, std::span<const Weight> weight, const PathQuery& query,
             bool with_certificate) {
  if (!with_certificate) return {route(graph, weight, query), {}};
  const ProvedPath proved = shortest_path(graph, weight, query);
  return {proved.path, certify(graph, weight, query, proved)};
}

/// What holds of all answers from which the best was taken.
PathCertificate both(const PathCertificate& a, const PathCertificate& b) {
  return {a.connected && b.connected,
          a.open && b.open,
          a.weight_agrees && b.weight_agrees,
          a.potentials_feasible && b.potentials_feasible,
          a.tight && b.tight,
          a.arcs_checked + b.arcs_checked};
}

}  // namespace

TripAnswer solve_trip(const Compiled& compiled, const World& world, const TripQuery& query,
                      bool certify) {
  const Graph& graph = compiled.topology.graph;
  TripAnswer answer;
  answer.weights = trip_weights(compiled, world, query);
  Path best;
  for (PathQuery& order : path_queries(compiled.topology, query)) {
    Solved solved = solve(graph, answer.weights.values(), order, certify);
    if (solved.certificate) {
      answer.certificate =
          answer.certificate ? both(*answer.certificate, *solved.certificate) : *solved.certificate;
    }
    // The first of equally cheap orders stays; without any route the first order is kept.
    if (answer.query.from.valid() && solved.path.weight >= best.weight) continue;
    best = std::move(solved.path);
    answer.query = std::move(order);
  }
  answer.weight = best.weight;
  if (best.found) {
    answer.evaluation =
        evaluate(compiled, world.metric, best.arcs, value_of_time(compiled.network, query.cargo));
  }
  return answer;
}

}  // namespace corridor
