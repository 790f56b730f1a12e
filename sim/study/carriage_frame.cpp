#include "study/carriage_frame.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "study/trip_query.hpp"

namespace corridor {

namespace {

using PairKey = std::pair<NodeId, NodeId>;

std::vector<CarriageClass> classes_of(const Compiled& compiled, Worlds& before, Worlds& after,
                                      const Demands& demands) {
  std::map<CargoId, std::map<PairKey, CarriageClass::Pair>> pairs;
  for (const PairDemand& one : by_pair(demands.baseline)) {
    CarriageClass::Pair& pair = pairs[one.cargo][{one.from, one.to}];
    pair = {one.from, one.to, one.t_yr, pair.after_t_yr};
  }
  for (const PairDemand& one : by_pair(demands.scenario)) {
    CarriageClass::Pair& pair = pairs[one.cargo][{one.from, one.to}];
    pair = {one.from, one.to, pair.before_t_yr, one.t_yr};
  }
  std::vector<CarriageClass> classes;
  for (const auto& [cargo, by_ends] : pairs) {
    const bool by_teu = compiled.network.cargoes[cargo].unit == Per::teu;
    CarriageClass& one = classes.emplace_back();
    one.cargo = cargo;
    one.counted = by_teu ? CountedIn::teu : CountedIn::tonnes;
    one.before = &before.of(cargo);
    one.after = &after.of(cargo);
    for (const auto& [ends, pair] : by_ends) one.pairs.push_back(pair);
  }
  return classes;
}

bool is_limited(const std::vector<CarriageClass>& classes, ArcId arc) {
  return std::ranges::any_of(classes, [&](const CarriageClass& one) {
    return std::isfinite(one.before->metric.capacity_t_yr[arc]) ||
           std::isfinite(one.after->metric.capacity_t_yr[arc]);
  });
}

/// A link has a capacity each way; all that is done at a port or a gauge-change station has one.
std::vector<CapacityGroup> groups_of(const Compiled& compiled,
                                     const std::vector<CarriageClass>& classes) {
  std::vector<CapacityGroup> groups;
  std::map<NodeId, std::vector<ArcId>> at_nodes;
  for (const ArcId arc : compiled.topology.graph.arcs()) {
    if (!is_limited(classes, arc)) continue;
    const ArcInfo& info = compiled.topology.arcs[arc];
    if (info.node.valid()) {
      at_nodes[info.node].push_back(arc);
    } else {
      groups.push_back({info.way, {}, {arc}});
    }
  }
  for (auto& [node, arcs] : at_nodes) groups.push_back({{}, node, std::move(arcs)});
  return groups;
}

Date date_of(const Compiled& compiled, const Scenario* scenario, const CarriageOptions& options) {
  if (options.as_of) return *options.as_of;
  if (scenario != nullptr && scenario->as_of) return *scenario->as_of;
  return latest_date(compiled.network);
}

}  // namespace

CarriageWorlds carriage_worlds(const Compiled& compiled, const Scenario* scenario,
                               const CarriageOptions& options) {
  const Scenario* baseline =
      scenario == nullptr || scenario->baseline.empty() ? nullptr : &scenario->baseline.front();
  const Date after = date_of(compiled, scenario, options);
  const Date before = baseline == nullptr ? after : date_of(compiled, baseline, options);
  return {Worlds{compiled, baseline, before}, Worlds{compiled, scenario, after}};
}

CarriageFrame carriage_frame(const Compiled& compiled, Worlds& before, Worlds& after,
                             const Demands& demands) {
  CarriageFrame frame{compiled, classes_of(compiled, before, after, demands), {}};
  frame.groups = groups_of(compiled, frame.classes);
  return frame;
}

std::vector<char> closed_arcs(const Compiled& compiled, const World& world) {
  const IdVector<ModeId, char> modes = modes_of_cargo(compiled.network, world.state.cargo);
  std::vector<char> closed(compiled.topology.graph.arc_count(), 0);
  for (const ArcId arc : compiled.topology.graph.arcs()) {
    const bool open = world.metric.open[arc] != 0 &&
                      keeps_to(modes, compiled.network, compiled.topology.arcs[arc]);
    closed[arc.index()] = open ? 0 : 1;
  }
  return closed;
}

double capacity_of(const CarriageFrame& frame, const CapacityGroup& group, CountedIn counted,
                   CarriageSide side) {
  double least = std::numeric_limits<double>::infinity();
  for (const CarriageClass& one : frame.classes) {
    if (one.counted != counted) continue;
    for (const ArcId arc : group.arcs) {
      least = std::min(least, world_of(one, side).metric.capacity_t_yr[arc]);
    }
  }
  return least;
}

bool is_assumed(const CarriageFrame& frame, const CapacityGroup& group, CarriageSide side) {
  return std::ranges::any_of(frame.classes, [&](const CarriageClass& one) {
    return std::ranges::any_of(
        group.arcs, [&](ArcId arc) { return world_of(one, side).metric.capacity_weak[arc] != 0; });
  });
}

}  // namespace corridor
