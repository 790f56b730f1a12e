#include <algorithm>
#include <set>

#include "corridor/route/alternatives.hpp"
#include "corridor/study/trip_solver.hpp"

#include "study/trip_query.hpp"

namespace corridor {

namespace {

/// A route that shares more of its length with the best one is a detour on it, not another route.
constexpr double most_shared = 0.75;

std::set<LinkId> links_of(const Topology& topology, const std::vector<ArcId>& arcs) {
  std::set<LinkId> links;
  for (const ArcId arc : arcs) {
    if (topology.arcs[arc].kind == ArcKind::haul) links.insert(link_of(topology.arcs[arc].way));
  }
  return links;
}

std::vector<std::vector<ArcId>> groups_of(const Topology& topology, const std::set<LinkId>& links) {
  std::vector<std::vector<ArcId>> groups;
  for (const LinkId link : links) {
    std::vector<ArcId>& group = groups.emplace_back();
    for (const bool forward : {true, false}) {
      const ArcId haul = topology.haul[way(link, forward)];
      if (haul.valid()) group.push_back(haul);
    }
  }
  return groups;
}

struct Candidate {
  const Compiled& compiled;
  const Metric& metric;
  const std::set<LinkId>& best_links;
  double best_km;

  bool differs(const Path& path) const {
    double shared_km = 0;
    for (const ArcId arc : path.arcs) {
      const ArcInfo& info = compiled.topology.arcs[arc];
      if (info.kind == ArcKind::haul && best_links.contains(link_of(info.way))) {
        shared_km += metric.length_km[arc];
      }
    }
    return shared_km <= most_shared * best_km;
  }
};

}  // namespace

RunnerUp runner_up(const Compiled& compiled, const World& world, const TripQuery& query,
                   const TripAnswer& best) {
  RunnerUp result;
  if (!best.evaluation.reachable) return result;
  const std::set<LinkId> links = links_of(compiled.topology, best.evaluation.arcs);
  const std::vector<std::vector<ArcId>> groups = groups_of(compiled.topology, links);
  const Candidate candidate{compiled, world.metric, links, best.evaluation.distance_km};
  Path second;
  for (const PathQuery& order : path_queries(compiled.topology, query)) {
    for (Path& path :
         replacement_paths(compiled.topology.graph, best.weights.values(), order, groups)) {
      if (!path.found || path.weight >= second.weight || !candidate.differs(path)) continue;
      second = std::move(path);
    }
  }
  if (!second.found) return result;
  result.found = true;
  result.evaluation =
      evaluate(compiled, world.metric, second.arcs, value_of_time(compiled.network, query.cargo));
  const double value = value_of(best.evaluation, query.objective);
  result.margin = value_of(result.evaluation, query.objective) - value;
  result.margin_share = value > 0 ? result.margin / value : 0;
  return result;
}

}  // namespace corridor
