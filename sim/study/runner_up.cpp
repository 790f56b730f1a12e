#include <limits>

#include "corridor/route/alternatives.hpp"
#include "corridor/study/trip_solver.hpp"

#include "study/alternatives_parts.hpp"
#include "study/trip_query.hpp"

namespace corridor {

namespace {

/// A route that leaves less of the best one out is a detour on it, not another route.
constexpr double most_shared = 0.75;

}  // namespace

RunnerUp runner_up(const Compiled& compiled, const World& world, const TripQuery& query,
                   const TripAnswer& best) {
  RunnerUp result;
  if (!best.evaluation.reachable) return result;
  const Roads roads = roads_of(compiled, world.metric);
  Difference difference = roads.difference();
  difference.most = 2;
  difference.stretch = std::numeric_limits<double>::infinity();
  difference.overlap = most_shared;
  const DifferentPaths found = different_paths(compiled.topology.graph, best.weights.values(),
                                               path_queries(compiled.topology, query), difference);
  if (found.paths.size() < 2) return result;
  result.found = true;
  result.evaluation = evaluate(compiled, world.metric, found.paths[1].arcs,
                               value_of_time(compiled.network, query.cargo));
  const double value = value_of(best.evaluation, query.objective);
  result.margin = value_of(result.evaluation, query.objective) - value;
  result.margin_share = value > 0 ? result.margin / value : 0;
  return result;
}

}  // namespace corridor
