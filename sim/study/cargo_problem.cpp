#include "study/cargo_problem.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "study/trip_query.hpp"

namespace corridor {

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// Three rows for each group, of which those that do not apply on this side are unlimited: so both
/// sides have the same rows.
std::vector<CapacityLimit> limits_of(const CarriageFrame& frame, CarriageSide side) {
  const auto is_sent = [&](CountedIn counted) {
    return std::ranges::count(frame.classes, counted, &CarriageClass::counted) > 0;
  };
  const bool sends_both = is_sent(CountedIn::tonnes) && is_sent(CountedIn::teu);
  std::vector<CapacityLimit> limits;
  for (const CapacityGroup& group : frame.groups) {
    double by_t = capacity_of(frame, group, CountedIn::tonnes, side);
    double by_teu = capacity_of(frame, group, CountedIn::teu, side);
    if (!sends_both) by_t = by_teu = std::min(by_t, by_teu);
    double by_both = unlimited;
    if (by_t == by_teu) {
      by_both = by_t;
      by_t = by_teu = unlimited;
    }
    limits.push_back({&group, {CountedIn::tonnes, CountedIn::teu}, by_both});
    limits.push_back({&group, {CountedIn::tonnes}, by_t});
    limits.push_back({&group, {CountedIn::teu}, by_teu});
  }
  return limits;
}

std::vector<SharedCapacity> capacities_of(const CarriageFrame& frame,
                                          const std::vector<CapacityLimit>& limits) {
  std::vector<SharedCapacity> result;
  for (const CapacityLimit& limit : limits) {
    SharedCapacity& shared = result.emplace_back();
    shared.capacity = limit.capacity;
    shared.arcs = limit.group->arcs;
    if (limit.counted.size() == countings) continue;
    for (std::uint32_t i = 0; i < frame.classes.size(); ++i) {
      if (frame.classes[i].counted == limit.counted.front()) shared.classes.push_back(i);
    }
  }
  return result;
}

CargoClass class_of(const CarriageFrame& frame, const CarriageClass& one, CarriageSide side) {
  const World& world = world_of(one, side);
  const Topology& topology = frame.compiled.topology;
  const std::vector<char> closed = closed_arcs(frame.compiled, world);
  const double hour = value_of_time(frame.compiled.network, one.cargo);
  CargoClass result;
  result.cost.resize(topology.graph.arc_count(), unlimited);
  for (const ArcId arc : topology.graph.arcs()) {
    if (closed[arc.index()] != 0) continue;
    result.cost[arc] = world.metric.cost_usd_t[arc] + hour * world.metric.time_h[arc];
  }
  for (const CarriageClass::Pair& pair : one.pairs) {
    result.demand.push_back(
        {topology.origin[pair.from], topology.destination[pair.to], demand_of(pair, side)});
  }
  return result;
}

CapacityUse use_of(const CarriageFrame& frame, CarriageSide side, const CapacityLimit& limit) {
  CapacityUse use{limit.group->way,
                  limit.group->node,
                  "",
                  0,
                  limit.capacity,
                  0,
                  is_assumed(frame, *limit.group, side)};
  if (limit.counted.size() == 1) {
    use.cargoes = limit.counted.front() == CountedIn::teu ? "in TEU" : "in t";
  }
  return use;
}

}  // namespace

CargoProblem cargo_problem(const CarriageFrame& frame, CarriageSide side) {
  CargoProblem problem;
  problem.limits = limits_of(frame, side);
  problem.network = {&frame.compiled.topology.graph,
                     capacities_of(frame, problem.limits),
                     {},
                     frame.compiled.hierarchy.get()};
  for (const CarriageClass& one : frame.classes) {
    problem.classes.push_back(class_of(frame, one, side));
  }
  return problem;
}

std::vector<CapacityUse> uses_of(const CarriageFrame& frame, CarriageSide side,
                                 const CargoProblem& problem,
                                 const std::vector<IdVector<ArcId, double>>& flow,
                                 const std::vector<double>& price) {
  std::vector<CapacityUse> uses;
  for (std::size_t i = 0; i < problem.limits.size(); ++i) {
    const CapacityLimit& limit = problem.limits[i];
    if (limit.capacity == unlimited) continue;
    CapacityUse use = use_of(frame, side, limit);
    use.price_usd_t = price[i];
    for (std::size_t one = 0; one < frame.classes.size(); ++one) {
      if (std::ranges::count(limit.counted, frame.classes[one].counted) == 0) continue;
      for (const ArcId arc : limit.group->arcs) use.volume_t_yr += flow[one][arc];
    }
    if (use.volume_t_yr > 0 || use.price_usd_t > 0) uses.push_back(std::move(use));
  }
  return uses;
}

}  // namespace corridor
