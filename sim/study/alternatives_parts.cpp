#include "study/alternatives_parts.hpp"

#include <algorithm>

#include "study/trip_query.hpp"

namespace corridor {

namespace {

/// A corridor that adds less of a route's length is not what the route is known by.
constexpr double least_share = 0.25;

bool same_group(const Alternative& a, const Alternative& b) {
  return a.borders == b.borders &&
         std::ranges::is_permutation(a.corridors, b.corridors, {}, &CorridorShare::corridor,
                                     &CorridorShare::corridor);
}

std::size_t group_of(const Alternative& route, std::span<const Alternative> better) {
  std::size_t groups = 0;
  for (const Alternative& other : better) {
    if (same_group(other, route)) return other.group;
    groups = std::max(groups, other.group + 1);
  }
  return groups;
}

struct Haul {
  LinkId link;
  double km;
};

std::vector<Haul> hauls_of(const Topology& topology, const Metric& metric,
                           const std::vector<ArcId>& arcs) {
  std::vector<Haul> hauls;
  for (const ArcId arc : arcs) {
    if (topology.arcs[arc].kind != ArcKind::haul) continue;
    hauls.push_back({link_of(topology.arcs[arc].way), metric.length_km[arc]});
  }
  return hauls;
}

double length_of(const std::vector<Haul>& hauls) {
  double km = 0;
  for (const Haul& haul : hauls) km += haul.km;
  return km;
}

/// The corridor that most of these hauls lie on; of those alike, the one with the fewest links of
/// its own, which says the most. Invalid if they lie on none.
CorridorId most_on(const Network& network, const std::vector<Haul>& hauls) {
  CorridorId best;
  double best_km = 0;
  for (const CorridorId corridor : network.corridors.keys()) {
    double km = 0;
    for (const Haul& haul : hauls) km += network.belongs(haul.link, corridor) ? haul.km : 0;
    const bool fewer =
        best.valid() && km == best_km &&
        network.corridors[corridor].ways.size() < network.corridors[best].ways.size();
    if (km <= best_km && !fewer) continue;
    best = corridor;
    best_km = km;
  }
  return best;
}

}  // namespace

Roads roads_of(const Compiled& compiled, const Metric& metric) {
  Roads roads;
  roads.length = weights(metric, Objective::distance, 0);
  for (const ArcInfo& arc : compiled.topology.arcs) {
    const bool hauls = arc.kind == ArcKind::haul;
    roads.road.add(hauls ? static_cast<std::uint32_t>(link_of(arc.way).index())
                         : Difference::no_road);
  }
  return roads;
}

std::vector<Crossing> crossings(const Compiled& compiled, const std::vector<ArcId>& arcs) {
  const Network& network = compiled.network;
  const Topology& topology = compiled.topology;
  std::vector<Crossing> result;
  NodeId boarded;
  for (const ArcId arc : arcs) {
    const ArcInfo& info = topology.arcs[arc];
    const VertexInfo& tail = topology.vertices[topology.graph.tail(arc)];
    const VertexInfo& head = topology.vertices[topology.graph.head(arc)];
    if (info.kind == ArcKind::border) {
      result.push_back({network.from_node(info.way).country, network.to_node(info.way).country});
    } else if (tail.kind == VertexKind::quay && head.kind == VertexKind::service) {
      boarded = head.node;
    } else if (tail.kind == VertexKind::service && head.kind == VertexKind::quay &&
               boarded.valid() &&
               network.nodes[boarded].country != network.nodes[head.node].country) {
      result.push_back({network.nodes[boarded].country, network.nodes[head.node].country});
    }
  }
  return result;
}

std::vector<CorridorShare> corridors_on(const Compiled& compiled, const Metric& metric,
                                        const std::vector<ArcId>& arcs) {
  std::vector<Haul> untold = hauls_of(compiled.topology, metric, arcs);
  const std::vector<Haul> all = untold;
  const double all_km = length_of(all);
  std::vector<CorridorShare> result;
  while (all_km > 0) {
    const CorridorId next = most_on(compiled.network, untold);
    if (!next.valid()) break;
    const auto belongs = [&](const Haul& haul) {
      return compiled.network.belongs(haul.link, next);
    };
    const double before_km = length_of(untold);
    std::erase_if(untold, belongs);
    if (before_km - length_of(untold) < least_share * all_km) break;
    std::vector<Haul> own = all;
    std::erase_if(own, [&](const Haul& haul) { return !belongs(haul); });
    result.push_back({next, length_of(own) / all_km});
  }
  return result;
}

Alternative describe(const Compiled& compiled, const World& world, const TripQuery& query,
                     const Ranked& route) {
  const Metric& metric = world.metric;
  Alternative result;
  result.evaluation =
      evaluate(compiled, metric, route.arcs, value_of_time(compiled.network, query.cargo));
  result.route = in_words(compiled.network, compiled.topology, route.arcs);
  result.corridors = corridors_on(compiled, metric, route.arcs);
  result.borders = crossings(compiled, route.arcs);
  result.group = group_of(result, route.better);
  if (route.better.empty()) return result;
  const Evaluation& best = route.better.front().evaluation;
  const double value = value_of(best, query.objective);
  result.margin = value_of(result.evaluation, query.objective) - value;
  result.margin_share = value > 0 ? result.margin / value : 0;
  result.difference = difference_in_words(compiled, metric, best.arcs, route.arcs);
  const std::vector<Haul> own = hauls_of(compiled.topology, metric, route.arcs);
  for (const Alternative& other : route.better) {
    std::vector<Haul> shared = hauls_of(compiled.topology, metric, other.evaluation.arcs);
    const double all_km = length_of(shared);
    std::erase_if(shared, [&](const Haul& haul) {
      return std::ranges::find(own, haul.link, &Haul::link) == own.end();
    });
    if (all_km > 0) result.overlap = std::max(result.overlap, length_of(shared) / all_km);
  }
  return result;
}

}  // namespace corridor
