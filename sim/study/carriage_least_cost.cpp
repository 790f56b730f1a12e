#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "study/carriage_frame.hpp"
#include "study/trip_query.hpp"

namespace corridor {

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// A row of the problem: a group of arcs with a limit for one way of counting, or for both.
struct Limit {
  const CapacityGroup* group;
  std::vector<CountedIn> counted;
  double capacity;
};

/// Three rows for each group, of which those that do not apply on this side are unlimited: so both
/// sides have the same rows.
std::vector<Limit> limits_of(const CarriageFrame& frame, CarriageSide side) {
  const auto is_sent = [&](CountedIn counted) {
    return std::ranges::count(frame.classes, counted, &CarriageClass::counted) > 0;
  };
  const bool sends_both = is_sent(CountedIn::tonnes) && is_sent(CountedIn::teu);
  std::vector<Limit> limits;
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
                                          const std::vector<Limit>& limits) {
  std::vector<SharedCapacity> result;
  for (const Limit& limit : limits) {
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

void add_pairs(const CarriageFrame& frame, CarriageSide side, const MulticommodityFlow& answer,
               std::span<const CargoClass> classes, CarriedFlows& flows) {
  std::vector<std::size_t> first;
  for (const CarriageClass& one : frame.classes) {
    first.push_back(flows.pairs.size());
    for (const CarriageClass::Pair& pair : one.pairs) {
      const double t_yr = demand_of(pair, side);
      flows.pairs.push_back({pair.from, pair.to, one.cargo, t_yr, t_yr, 0, UnmetReason::capacity});
    }
  }
  for (const UnmetDemand& unmet : answer.unmet) {
    PairCarriage& pair = flows.pairs[first[unmet.demand.cargo] + unmet.demand.pair];
    pair.carried_t_yr = std::max(0.0, pair.demand_t_yr - unmet.volume);
    pair.reason = unmet.reason;
  }
  for (const PathFlow& path : answer.paths) {
    double usd_t = 0;
    for (const ArcId arc : path.arcs) usd_t += classes[path.demand.cargo].cost[arc];
    PairCarriage& pair = flows.pairs[first[path.demand.cargo] + path.demand.pair];
    if (pair.carried_t_yr > 0) pair.generalised_usd_t += usd_t * path.volume / pair.carried_t_yr;
  }
}

void add_uses(const CarriageFrame& frame, CarriageSide side, const MulticommodityFlow& answer,
              const std::vector<Limit>& limits, CarriedFlows& flows) {
  for (std::size_t i = 0; i < limits.size(); ++i) {
    const Limit& limit = limits[i];
    if (limit.capacity == unlimited) continue;
    CapacityUse use{limit.group->way,
                    limit.group->node,
                    "",
                    0,
                    limit.capacity,
                    answer.price[i],
                    is_assumed(frame, *limit.group, side)};
    if (limit.counted.size() == 1) {
      use.cargoes = limit.counted.front() == CountedIn::teu ? "in TEU" : "in t";
    }
    for (std::size_t one = 0; one < frame.classes.size(); ++one) {
      if (std::ranges::count(limit.counted, frame.classes[one].counted) == 0) continue;
      for (const ArcId arc : limit.group->arcs) use.volume_t_yr += flows.flow[one][arc];
    }
    if (use.volume_t_yr > 0 || use.price_usd_t > 0) flows.uses.push_back(std::move(use));
  }
}

}  // namespace

CarriedFlows carry_at_least_cost(const CarriageFrame& frame, CarriageSide side,
                                 const CarriageOptions& options,
                                 std::shared_ptr<const FlowStart>& start) {
  const std::vector<Limit> limits = limits_of(frame, side);
  const CapacitatedNetwork network{&frame.compiled.topology.graph,
                                   capacities_of(frame, limits),
                                   {},
                                   frame.compiled.hierarchy.get()};
  std::vector<CargoClass> classes;
  for (const CarriageClass& one : frame.classes) {
    classes.push_back(class_of(frame, one, side));
    classes.back().penalty = options.penalty_usd_t;
  }
  MulticommodityOptions asked;
  asked.gap = gap_of(options);
  asked.start = start.get();
  const MulticommodityFlow answer = multicommodity_flow(network, classes, asked);
  start = answer.start;

  CarriedFlows flows;
  flows.flow = answer.flow;
  add_pairs(frame, side, answer, classes, flows);
  add_uses(frame, side, answer, limits, flows);
  flows.relative_gap = answer.relative_gap;
  flows.iterations = answer.iterations;
  flows.converged = answer.converged;
  if (options.certify) {
    const MulticommodityCertificate found = certify(network, classes, answer);
    const double worst = std::max(found.worst_shortfall, found.worst_flow_sum);
    flows.certificate = {found.holds() && found.relative_gap <= std::max(asked.gap, 1e-8),
                         found.relative_gap, found.worst_overload, worst};
  }
  return flows;
}

}  // namespace corridor
