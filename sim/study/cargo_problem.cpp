#include "study/cargo_problem.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "study/trip_query.hpp"

namespace corridor {

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// Of a group on one side: what limits all that it counts together, by the tonne and by the TEU.
std::array<CapacityLimit, 3> limits_of(const CarriageFrame& frame, const CapacityGroup& group,
                                       CarriageSide side) {
  double by_t = capacity_of(frame, group, CountedIn::tonnes, side);
  double by_teu = capacity_of(frame, group, CountedIn::teu, side);
  const auto is_sent = [&](CountedIn counted) {
    return std::ranges::count(frame.classes, counted, &CarriageClass::counted) > 0;
  };
  const bool sends_both = is_sent(CountedIn::tonnes) && is_sent(CountedIn::teu);
  if (!sends_both) by_t = by_teu = std::min(by_t, by_teu);
  if (by_t == by_teu) {
    return {CapacityLimit{&group, std::nullopt, by_t},
            CapacityLimit{&group, CountedIn::tonnes, unlimited},
            CapacityLimit{&group, CountedIn::teu, unlimited}};
  }
  return {CapacityLimit{&group, std::nullopt, unlimited},
          CapacityLimit{&group, CountedIn::tonnes, by_t},
          CapacityLimit{&group, CountedIn::teu, by_teu}};
}

/// Those that apply on either side, so that both have the same rows; unlimited where they do not.
std::vector<CapacityLimit> limits_of(const CarriageFrame& frame, CarriageSide side) {
  std::vector<CapacityLimit> limits;
  for (const CapacityGroup& group : frame.groups) {
    const std::array<CapacityLimit, 3> before = limits_of(frame, group, CarriageSide::before);
    const std::array<CapacityLimit, 3> after = limits_of(frame, group, CarriageSide::after);
    for (std::size_t i = 0; i < before.size(); ++i) {
      const bool applies = before[i].capacity < unlimited || after[i].capacity < unlimited;
      if (applies) limits.push_back(side == CarriageSide::before ? before[i] : after[i]);
    }
  }
  return limits;
}

std::vector<SharedCapacity> capacities_of(const CarriageFrame& frame,
                                          const std::vector<CapacityLimit>& limits) {
  std::vector<SharedCapacity> result;
  result.reserve(limits.size());
  for (const CapacityLimit& limit : limits) {
    SharedCapacity& shared = result.emplace_back();
    shared.capacity = limit.capacity;
    shared.arcs = limit.group->arcs;
    if (!limit.counted) continue;
    for (std::uint32_t i = 0; i < frame.classes.size(); ++i) {
      if (limit.counts(frame.classes[i])) shared.classes.push_back(i);
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
  if (limit.counted) use.cargoes = *limit.counted == CountedIn::teu ? "in TEU" : "in t";
  return use;
}

}  // namespace

CargoProblem cargo_problem(const CarriageFrame& frame, CarriageSide side) {
  CargoProblem problem;
  problem.limits = limits_of(frame, side);
  problem.network = {&frame.compiled.topology.graph,
                     capacities_of(frame, problem.limits),
                     {},
                     frame.compiled.hierarchy};
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
      if (!limit.counts(frame.classes[one])) continue;
      for (const ArcId arc : limit.group->arcs) use.volume_t_yr += flow[one][arc];
    }
    if (use.volume_t_yr > 0 || use.price_usd_t > 0) uses.push_back(std::move(use));
  }
  return uses;
}

}  // namespace corridor
