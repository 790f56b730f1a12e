#include "corridor/study/unmet.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "corridor/network/names.hpp"
#include "corridor/route/shortest_path.hpp"

#include "study/carriage_frame.hpp"
#include "study/trip_query.hpp"

namespace corridor {

namespace {

/// What is less than half a tonne a year is rounding.
constexpr double least_t_yr = 0.5;
constexpr double full_from = 1 - 1e-6;

/// The vertices that `start` reaches over arcs that `allowed` marks, or that reach it.
template <class Allowed>
std::vector<char> reached(const Graph& graph, VertexId start, bool backward,
                          const Allowed& allowed) {
  std::vector<std::vector<ArcId>> at(graph.vertex_count());
  for (const ArcId arc : graph.arcs()) {
    if (allowed(arc)) at[(backward ? graph.head(arc) : graph.tail(arc)).index()].push_back(arc);
  }
  std::vector<char> seen(graph.vertex_count(), 0);
  std::vector<VertexId> open{start};
  seen[start.index()] = 1;
  while (!open.empty()) {
    const VertexId v = open.back();
    open.pop_back();
    for (const ArcId arc : at[v.index()]) {
      const VertexId next = backward ? graph.tail(arc) : graph.head(arc);
      if (seen[next.index()] != 0) continue;
      seen[next.index()] = 1;
      open.push_back(next);
    }
  }
  return seen;
}

/// One cargo's network as the carriage has filled it.
class Filled {
 public:
  Filled(const Compiled& compiled, const World& world, const Carriage& carriage)
      : compiled_{compiled}, world_{world}, closed_{closed_arcs(compiled, world)} {
    const Topology& topology = compiled.topology;
    full_.assign(topology.graph.arc_count(), 0);
    for (const CapacityUse& use : carriage.uses) {
      if (!counts(use) || use.fullness() < full_from) continue;
      for (const ArcId arc : topology.graph.arcs()) {
        const ArcInfo& info = topology.arcs[arc];
        const bool here = use.way.valid() ? info.way == use.way : info.node == use.node;
        if (here && is_limited(arc)) full_[arc.index()] = 1;
      }
    }
    for (const ArcId arc : topology.graph.arcs()) {
      if (world.metric.capacity_t_yr[arc] <= 0) full_[arc.index()] = 1;
    }
  }

  UnmetCause cause(const PairCarriage& pair) const {
    const Topology& topology = compiled_.topology;
    const VertexId from = topology.origin[pair.from];
    const VertexId to = topology.destination[pair.to];
    UnmetCause cause;
    const std::vector<char> hopeful =
        reached(topology.graph, to, true, [&](ArcId arc) { return is_open(arc); });
    if (hopeful[from.index()] == 0) {
      explain_closure(pair, cause);
      return cause;
    }
    const std::vector<char> roomy =
        reached(topology.graph, from, false, [&](ArcId arc) { return has_room(arc); });
    if (roomy[to.index()] != 0) {
      cause.room_usd_t = cheapest(from, to, true, nullptr);
      cheapest(from, to, false, &cause.full);
      return cause;
    }
    for (const ArcId arc : topology.graph.arcs()) {
      const bool leaves = roomy[topology.graph.tail(arc).index()] != 0 &&
                          roomy[topology.graph.head(arc).index()] == 0;
      if (leaves && is_open(arc) && hopeful[topology.graph.head(arc).index()] != 0) {
        add_full(arc, cause.full);
      }
    }
    return cause;
  }

 private:
  bool counts(const CapacityUse& use) const {
    const bool by_teu = compiled_.network.cargoes[world_.state.cargo].unit == Per::teu;
    return use.cargoes.empty() || use.cargoes == (by_teu ? "in TEU" : "in t");
  }
  bool is_limited(ArcId arc) const { return std::isfinite(world_.metric.capacity_t_yr[arc]); }
  bool is_open(ArcId arc) const { return closed_[arc.index()] == 0; }
  bool has_room(ArcId arc) const { return is_open(arc) && full_[arc.index()] == 0; }

  void add_full(ArcId arc, std::vector<Bottleneck>& full) const {
    const ArcInfo& info = compiled_.topology.arcs[arc];
    const Bottleneck at =
        info.way.valid() ? Bottleneck{link_of(info.way), {}} : Bottleneck{{}, info.node};
    if (std::ranges::find(full, at) == full.end()) full.push_back(at);
  }

  void explain_closure(const PairCarriage& pair, UnmetCause& cause) const {
    TripQuery query;
    query.from = pair.from;
    query.to = pair.to;
    query.cargo = pair.cargo;
    query.arc_barred.assign(compiled_.topology.graph.arc_count(), 0);
    cause.no_route = why_no_route(compiled_, world_, query);
    std::vector<std::string> statuses;
    for (const LinkId link : cause.no_route->cut) {
      const WayState& forth = world_.state.ways[way(link, true)];
      const WayState& state = forth.open ? world_.state.ways[way(link, false)] : forth;
      const bool by_status = state.status != Status::operational;
      cause.barred = cause.barred || (!by_status && !state.cargo_allowed);
      add(state.closed_by, cause.closed_by);
      if (state.closed_by.empty() && by_status) add("status " + to_string(state.status), statuses);
    }
    for (const std::string& words : statuses) add(words, cause.closed_by);
  }

  static void add(const std::string& words, std::vector<std::string>& list) {
    if (!words.empty() && std::ranges::count(list, words) == 0) list.push_back(words);
  }

  /// Generalised cost of the cheapest way; adds what is full on it.
  double cheapest(VertexId from, VertexId to, bool with_room, std::vector<Bottleneck>* full) const {
    const Graph& graph = compiled_.topology.graph;
    IdVector<ArcId, Weight> weight = weights(world_.metric, Objective::generalised,
                                             value_of_time(compiled_.network, world_.state.cargo));
    for (const ArcId arc : graph.arcs()) {
      const bool usable = with_room ? has_room(arc) : is_open(arc);
      if (!usable) weight[arc] = infinite_weight;
    }
    const Path path = route(graph, weight.values(), {from, to, {}});
    for (const ArcId arc : path.arcs) {
      if (full != nullptr && full_[arc.index()] != 0) add_full(arc, *full);
    }
    return static_cast<double>(path.weight) * weight_resolution;
  }

  const Compiled& compiled_;
  const World& world_;
  std::vector<char> closed_;  // by arc
  std::vector<char> full_;    // by arc
};

}  // namespace

std::vector<UnmetCause> causes_of_unmet(const Compiled& compiled, Worlds& worlds,
                                        const Carriage& carriage, std::size_t most) {
  std::vector<std::size_t> unmet;
  for (std::size_t i = 0; i < carriage.pairs.size(); ++i) {
    if (carriage.pairs[i].unmet_t_yr() > least_t_yr) unmet.push_back(i);
  }
  std::ranges::stable_sort(unmet, [&](std::size_t a, std::size_t b) {
    return carriage.pairs[a].unmet_t_yr() > carriage.pairs[b].unmet_t_yr();
  });
  unmet.resize(std::min(most, unmet.size()));
  std::vector<UnmetCause> causes;
  for (const std::size_t i : unmet) {
    const PairCarriage& pair = carriage.pairs[i];
    causes.push_back(Filled{compiled, worlds.of(pair.cargo), carriage}.cause(pair));
    causes.back().pair = i;
  }
  return causes;
}

}  // namespace corridor
