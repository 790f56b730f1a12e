#include <algorithm>
#include <set>

#include "corridor/study/trip_solver.hpp"

#include "study/trip_query.hpp"

namespace corridor {

namespace {

/// What a trip could use if every link were open: closed hauls of modes that may carry its cargo,
/// and all that is open, but nothing that the trip itself bars.
struct Potential {
  std::vector<char> usable;  // by arc
  std::vector<char> closed;  // by arc: usable, but not today
};

Potential potential(const Compiled& compiled, const World& world, const TripQuery& query) {
  const Network& network = compiled.network;
  const Topology& topology = compiled.topology;
  const Cargo& cargo = network.cargoes[query.cargo];
  Potential result;
  result.usable.assign(topology.graph.arc_count(), 0);
  result.closed.assign(topology.graph.arc_count(), 0);
  for (const ArcId arc : topology.graph.arcs()) {
    if (query.arc_barred[arc.index()] != 0) continue;
    const ArcInfo& info = topology.arcs[arc];
    const bool open = world.metric.open[arc] != 0;
    const bool opens_with_link =
        info.way.valid() && cargo.may_use(network.modes[network.links[link_of(info.way)].mode].id);
    result.usable[arc.index()] = open || opens_with_link ? 1 : 0;
    // A border arc opens and closes with its haul, which counts alone.
    result.closed[arc.index()] = !open && opens_with_link && info.kind == ArcKind::haul ? 1 : 0;
  }
  return result;
}

/// Weights by which the cheapest path opens the fewest links and is, of equally few, the best by
/// the trip's objective. Each arc's own weight is capped so that all of a path's weigh less than
/// one opening, and no sum overflows.
IdVector<ArcId, Weight> opening_weights(const Compiled& compiled, const World& world,
                                        const TripQuery& query, const Potential& potential) {
  Metric metric = world.metric;
  std::ranges::fill(metric.open, std::uint8_t{1});
  IdVector<ArcId, Weight> result =
      weights(metric, query.objective, value_of_time(compiled.network, query.cargo));
  // A path passes an arc once in each stage at the most.
  const auto longest = static_cast<Weight>((query.via.size() + query.gates.size() + 1) *
                                           (compiled.topology.graph.arc_count() + 1));
  const Weight cap = std::min<Weight>(10'000'000'000, infinite_weight / (2 * longest * longest));
  const Weight opening = cap * longest;
  for (const ArcId arc : compiled.topology.graph.arcs()) {
    if (potential.usable[arc.index()] == 0) {
      result[arc] = infinite_weight;
    } else {
      result[arc] = std::min(result[arc], cap) + (potential.closed[arc.index()] != 0 ? opening : 0);
    }
  }
  return result;
}

/// States of a walk: a vertex, and how many of the vias have been passed.
class Stages {
 public:
  Stages(const Graph& graph, const PathQuery& query)
      : graph_{graph}, query_{query}, vertex_count_{graph.vertex_count()} {
    is_via_.assign(query.via.size(), std::vector<char>(vertex_count_, 0));
    for (std::size_t stage = 0; stage < query.via.size(); ++stage) {
      for (const VertexId v : query.via[stage]) is_via_[stage][v.index()] = 1;
    }
  }
  std::size_t count() const { return vertex_count_ * (query_.via.size() + 1); }
  VertexId vertex(std::size_t state) const { return VertexId{state % vertex_count_}; }
  /// Arriving at a vertex passes all vias in a row that it answers to.
  std::size_t arrive(VertexId v, std::size_t stage) const {
    while (stage < is_via_.size() && is_via_[stage][v.index()] != 0) ++stage;
    return stage * vertex_count_ + v.index();
  }
  std::size_t start() const { return arrive(query_.from, 0); }
  std::size_t target() const { return query_.via.size() * vertex_count_ + query_.to.index(); }
  std::size_t next(std::size_t state, ArcId arc) const {
    return arrive(graph_.head(arc), state / vertex_count_);
  }

 private:
  const Graph& graph_;
  const PathQuery& query_;
  std::size_t vertex_count_;
  std::vector<std::vector<char>> is_via_;  // by stage, then vertex
};

/// The states that can be reached from the start over arcs that `allowed` marks.
template <class Allowed>
std::vector<char> reachable(const Graph& graph, const Stages& stages, const Allowed& allowed) {
  std::vector<char> seen(stages.count(), 0);
  std::vector<std::size_t> open{stages.start()};
  seen[stages.start()] = 1;
  while (!open.empty()) {
    const std::size_t state = open.back();
    open.pop_back();
    for (const ArcId arc : graph.out(stages.vertex(state))) {
      const std::size_t next = stages.next(state, arc);
      if (!allowed(arc) || seen[next] != 0) continue;
      seen[next] = 1;
      open.push_back(next);
    }
  }
  return seen;
}

/// The states from which the target can be reached if every link is open, without coming back to
/// where one can be today.
std::vector<char> hopeful(const Graph& graph, const Stages& stages, const Potential& potential,
                          const std::vector<char>& today) {
  std::vector<std::vector<std::size_t>> before(stages.count());
  for (std::size_t state = 0; state < stages.count(); ++state) {
    for (const ArcId arc : graph.out(stages.vertex(state))) {
      if (potential.usable[arc.index()] != 0) before[stages.next(state, arc)].push_back(state);
    }
  }
  std::vector<char> seen(stages.count(), 0);
  std::vector<std::size_t> open{stages.target()};
  seen[stages.target()] = 1;
  while (!open.empty()) {
    const std::size_t state = open.back();
    open.pop_back();
    for (const std::size_t previous : before[state]) {
      if (seen[previous] != 0 || today[previous] != 0) continue;
      seen[previous] = 1;
      open.push_back(previous);
    }
  }
  return seen;
}

/// Closed links out of what can be reached today to where there would be a way on.
std::set<LinkId> cut_of(const Topology& topology, const PathQuery& query,
                        const Potential& potential) {
  const Graph& graph = topology.graph;
  const Stages stages{graph, query};
  const std::vector<char> today = reachable(graph, stages, [&](ArcId arc) {
    return potential.usable[arc.index()] != 0 && potential.closed[arc.index()] == 0;
  });
  const std::vector<char> hope = hopeful(graph, stages, potential, today);
  std::set<LinkId> cut;
  for (std::size_t state = 0; state < stages.count(); ++state) {
    if (today[state] == 0) continue;
    for (const ArcId arc : graph.out(stages.vertex(state))) {
      const std::size_t next = stages.next(state, arc);
      if (potential.closed[arc.index()] == 0 || hope[next] == 0) continue;
      cut.insert(link_of(topology.arcs[arc].way));
    }
  }
  return cut;
}

std::set<LinkId> opened(const Topology& topology, const Path& path, const Potential& potential) {
  std::set<LinkId> links;
  for (const ArcId arc : path.arcs) {
    if (potential.closed[arc.index()] != 0) links.insert(link_of(topology.arcs[arc].way));
  }
  return links;
}

}  // namespace

Disconnection why_no_route(const Compiled& compiled, const World& world, const TripQuery& query) {
  const Topology& topology = compiled.topology;
  const Potential usable = potential(compiled, world, query);
  const IdVector<ArcId, Weight> weight = opening_weights(compiled, world, query, usable);
  Disconnection result;
  result.never = true;
  Weight least = infinite_weight;
  for (const PathQuery& order : path_queries(topology, query)) {
    const Path path = route(topology.graph, weight.values(), order);
    if (!path.found || path.weight >= least) continue;
    least = path.weight;
    result.never = false;
    const std::set<LinkId> restoring = opened(topology, path, usable);
    const std::set<LinkId> cut = cut_of(topology, order, usable);
    result.restoring.assign(restoring.begin(), restoring.end());
    result.cut.assign(cut.begin(), cut.end());
  }
  return result;
}

}  // namespace corridor
