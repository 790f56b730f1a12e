#include "corridor/study/alternatives.hpp"

#include <algorithm>
#include <set>

#include "corridor/route/k_shortest.hpp"

#include "study/alternatives_parts.hpp"
#include "study/trip_query.hpp"

namespace corridor {

namespace {

/// A trip's paths from the cheapest on, whatever the order of its gates. Of equally cheap paths
/// those of the first order come first, as in solve_trip.
class TripPaths {
 public:
  TripPaths(const Compiled& compiled, const IdVector<ArcId, Weight>& weights,
            const TripQuery& query)
      : compiled_{compiled}, weights_{weights}, queries_{path_queries(compiled.topology, query)} {
    for (const PathQuery& order : queries_) {
      orders_.emplace_back(compiled.topology.graph);
      orders_.back().ask(weights.values(), order);
      found_.emplace_back();
      waiting_.push_back(orders_.back().next());
    }
  }

  Path next() {
    const auto best = std::ranges::min_element(waiting_, {}, &Path::weight);
    Path path = std::move(*best);
    if (!path.found) return path;
    const auto order = static_cast<std::size_t>(best - waiting_.begin());
    *best = orders_[order].next();
    found_[order].push_back(path);
    return path;
  }

  /// Of the paths given so far and the next, in each order.
  std::vector<LooplessCertificate> certificates() const {
    std::vector<LooplessCertificate> result;
    for (std::size_t order = 0; order < orders_.size(); ++order) {
      std::vector<Path> paths = found_[order];
      if (waiting_[order].found) paths.push_back(waiting_[order]);
      const std::size_t asked = paths.size() + (waiting_[order].found ? 0 : 1);
      result.push_back(
          certify(compiled_.topology.graph, weights_.values(), queries_[order], paths, asked));
    }
    return result;
  }

 private:
  const Compiled& compiled_;
  const IdVector<ArcId, Weight>& weights_;
  std::vector<PathQuery> queries_;
  std::vector<LooplessPaths> orders_;
  std::vector<std::vector<Path>> found_;  // of each order, those given
  std::vector<Path> waiting_;             // and the next
};

/// The sequences of hauls that have been met, the cheapest first.
class Met {
 public:
  Met(const Network& network, const Topology& topology) : network_{network}, topology_{topology} {}

  /// Whether a path goes over its links as no path has before, and not just as one before with a
  /// tour added that ends where it began.
  bool is_new(const std::vector<ArcId>& arcs) {
    const Hauls hauls = hauls_of(arcs);
    const bool known = is_with_tour(hauls);
    return met_.insert(hauls).second && !known;
  }

 private:
  using Hauls = std::vector<WayId>;

  Hauls hauls_of(const std::vector<ArcId>& arcs) const {
    Hauls hauls;
    for (const ArcId arc : arcs) {
      if (topology_.arcs[arc].kind == ArcKind::haul) hauls.push_back(topology_.arcs[arc].way);
    }
    return hauls;
  }
  NodeId begin_of(WayId way) const {
    const Link& link = network_.links[link_of(way)];
    return is_forward(way) ? link.from : link.to;
  }
  NodeId end_of(WayId way) const {
    const Link& link = network_.links[link_of(way)];
    return is_forward(way) ? link.to : link.from;
  }
  bool is_with_tour(const Hauls& hauls) const {
    for (auto first = hauls.begin(); first != hauls.end(); ++first) {
      for (auto last = first; last != hauls.end(); ++last) {
        if (end_of(*last) != begin_of(*first)) continue;
        Hauls without{hauls.begin(), first};
        without.insert(without.end(), last + 1, hauls.end());
        if (met_.contains(without)) return true;
      }
    }
    return false;
  }

  const Network& network_;
  const Topology& topology_;
  std::set<Hauls> met_;
};

struct Chosen {
  std::vector<std::vector<ArcId>> routes;
  std::size_t proved = 0;
  bool exhausted = false;
  std::vector<LooplessCertificate> certificates;
  std::optional<DifferenceCertificate> difference;
};

Chosen nearest_routes(const Compiled& compiled, const World& world, const TripQuery& query,
                      const AlternativesOptions& options) {
  Chosen chosen;
  const IdVector<ArcId, Weight> weights = trip_weights(compiled, world, query);
  TripPaths paths{compiled, weights, query};
  Met met{compiled.network, compiled.topology};
  for (std::size_t looked_at = 0; looked_at < options.most_paths; ++looked_at) {
    if (chosen.routes.size() == options.most) break;
    Path path = paths.next();
    chosen.exhausted = !path.found;
    if (!path.found) break;
    if (met.is_new(path.arcs)) chosen.routes.push_back(std::move(path.arcs));
  }
  chosen.proved = chosen.routes.size();
  if (options.certify) chosen.certificates = paths.certificates();
  return chosen;
}

Chosen different_routes(const Compiled& compiled, const World& world, const TripQuery& query,
                        const AlternativesOptions& options) {
  const IdVector<ArcId, Weight> weights = trip_weights(compiled, world, query);
  const Roads roads = roads_of(compiled, world.metric);
  Difference difference = roads.difference();
  difference.most = options.most;
  difference.stretch = options.stretch;
  difference.overlap = options.overlap;
  const Graph& graph = compiled.topology.graph;
  const std::vector<PathQuery> queries = path_queries(compiled.topology, query);
  DifferentPaths paths = different_paths(graph, weights.values(), queries, difference);
  Chosen chosen{{}, paths.proved, paths.exhausted, {}, {}};
  if (options.certify) {
    chosen.difference = certify(graph, weights.values(), queries, difference, paths);
  }
  for (Path& path : paths.paths) chosen.routes.push_back(std::move(path.arcs));
  return chosen;
}

}  // namespace

Alternatives alternatives(const Compiled& compiled, const World& world, const TripQuery& query,
                          const AlternativesOptions& options) {
  const Chosen chosen = options.different ? different_routes(compiled, world, query, options)
                                          : nearest_routes(compiled, world, query, options);
  Alternatives result;
  result.proved = chosen.proved;
  result.exhausted = chosen.exhausted;
  result.certificates = chosen.certificates;
  result.difference = chosen.difference;
  for (const std::vector<ArcId>& arcs : chosen.routes) {
    result.routes.push_back(describe(compiled, world, query, {arcs, result.routes}));
  }
  return result;
}

std::vector<Alternatives> alternatives(const Compiled& compiled, const RunResult& run,
                                       const AlternativesOptions& options) {
  Worlds worlds{compiled, run.scenario, run.scenario_date};
  std::vector<Alternatives> result;
  for (std::size_t i = 0; i < run.scenario->trips.size(); ++i) {
    const TripQuery query =
        resolve_trip(compiled, run.scenario->trips[i], run.subjects[i].objective);
    result.push_back(alternatives(compiled, worlds.of(query.cargo), query, options));
  }
  return result;
}

}  // namespace corridor
