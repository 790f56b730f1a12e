#include <algorithm>
#include <cstddef>

#include "corridor/study/trip_solver.hpp"

#include "study/trip_query.hpp"

namespace corridor {

namespace {

/// Where each of a corridor's ways begins, and where the last one ends.
std::vector<NodeId> nodes_along(const Network& network, const Corridor& corridor) {
  std::vector<NodeId> nodes{corridor.from};
  for (const WayId id : corridor.ways) {
    const Link& link = network.links[link_of(id)];
    nodes.push_back(is_forward(id) ? link.to : link.from);
  }
  return nodes;
}

WayId turned(WayId id) { return way(link_of(id), !is_forward(id)); }

/// The corridor's ways from one of its nodes to another: the shortest stretch (in links) forward,
/// or, where there is none, backward. Empty if a node is not on the corridor.
std::vector<WayId> stretch(const Network& network, const Corridor& corridor, NodeId from,
                           NodeId to) {
  const std::vector<NodeId> nodes = nodes_along(network, corridor);
  const std::size_t none = nodes.size();
  const auto shortest = [&](NodeId first, NodeId last) {
    std::pair<std::size_t, std::size_t> best{none, none};
    std::size_t begin = none;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (begin != none && nodes[i] == last &&
          (best.first == none || i - begin < best.second - best.first)) {
        best = {begin, i};
      }
      if (nodes[i] == first) begin = i;
    }
    return best;
  };
  const auto ways = [&](std::pair<std::size_t, std::size_t> part) {
    return std::vector<WayId>(corridor.ways.begin() + static_cast<std::ptrdiff_t>(part.first),
                              corridor.ways.begin() + static_cast<std::ptrdiff_t>(part.second));
  };
  if (const auto part = shortest(from, to); part.first != none) return ways(part);
  const auto part = shortest(to, from);
  if (part.first == none) return {};
  std::vector<WayId> back = ways(part);
  std::ranges::reverse(back);
  for (WayId& id : back) id = turned(id);
  return back;
}

IdVector<ModeId, char> modes_of(const Network& network, const std::vector<WayId>& ways) {
  IdVector<ModeId, char> modes(network.modes.size(), 0);
  for (const WayId id : ways) modes[network.links[link_of(id)].mode] = 1;
  return modes;
}

/// Strings a corridor's hauls together by the cheapest that can be done at each stop on the way
/// with the corridor's own modes.
class Stringing {
 public:
  Stringing(const Compiled& compiled, IdVector<ArcId, Weight> weights,
            const std::vector<WayId>& ways)
      : topology_{compiled.topology}, at_stops_{std::move(weights)} {
    const IdVector<ModeId, char> modes = modes_of(compiled.network, ways);
    for (const ArcId arc : topology_.graph.arcs()) {
      const ArcInfo& info = topology_.arcs[arc];
      if (info.kind == ArcKind::haul || !keeps_to(modes, compiled.network, info)) {
        at_stops_[arc] = infinite_weight;
      }
    }
  }

  /// Goes from where the cargo is to `vertex` without a haul; false if that cannot be done. The
  /// border arc after a haul is the only way on and taken by itself.
  bool reach(VertexId vertex) {
    if (here_ == vertex) return true;
    const Path path = route(topology_.graph, at_stops_.values(), {here_, vertex, {}});
    arcs_.insert(arcs_.end(), path.arcs.begin(), path.arcs.end());
    here_ = vertex;
    return path.found;
  }
  void begin(VertexId vertex) { here_ = vertex; }
  void haul(ArcId arc) {
    arcs_.push_back(arc);
    here_ = topology_.graph.head(arc);
  }
  const std::vector<ArcId>& arcs() const { return arcs_; }

 private:
  const Topology& topology_;
  IdVector<ArcId, Weight> at_stops_;
  VertexId here_;
  std::vector<ArcId> arcs_;
};

Metric all_open(Metric metric) {
  std::ranges::fill(metric.open, std::uint8_t{1});
  return metric;
}

}  // namespace

Evaluation evaluate_corridor(const Compiled& compiled, const World& world, CorridorId corridor,
                             std::optional<NodeId> from, std::optional<NodeId> to,
                             bool ignore_closures) {
  const Network& network = compiled.network;
  const Topology& topology = compiled.topology;
  const Corridor& described = network.corridors[corridor];
  const NodeId first = from.value_or(described.from);
  const NodeId last = to.value_or(described.to);
  const Metric& metric = world.metric;
  const double hour_usd_t = value_of_time(network, world.state.cargo);
  // As a whole it may pass its ends more than once; a part is cut as short as can be.
  const std::vector<WayId> ways =
      from || to ? stretch(network, described, first, last) : described.ways;
  if (ways.empty()) return {};
  Stringing string{
      compiled,
      weights(ignore_closures ? all_open(metric) : metric, Objective::generalised, hour_usd_t),
      ways};
  string.begin(topology.origin[first]);
  for (const WayId id : ways) {
    const ArcId haul = topology.haul[id];
    if (!haul.valid() || (metric.open[haul] == 0 && !ignore_closures)) return {};
    if (!string.reach(topology.graph.tail(haul))) return {};
    string.haul(haul);
  }
  if (!string.reach(topology.destination[last])) return {};
  return evaluate(compiled, metric, string.arcs(), hour_usd_t);
}

}  // namespace corridor
