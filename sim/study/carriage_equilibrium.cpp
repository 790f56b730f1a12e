#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "study/carriage_choice.hpp"
#include "study/carriage_delays.hpp"
#include "study/carriage_frame.hpp"
#include "study/trip_query.hpp"

namespace corridor {

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// Cargoes whose hour is worth nothing must still weigh time a little, or equal paths abound.
constexpr double least_value_of_time_usd_t_h = 1e-6;

/// The limit of each arc for all cargo together: where cargo by TEU and by tonne has limits of its
/// own, the larger. Infinite where there is none.
IdVector<ArcId, double> limits_of(const CarriageFrame& frame, CarriageSide side) {
  IdVector<ArcId, double> limits(frame.compiled.topology.graph.arc_count(), unlimited);
  for (const CapacityGroup& group : frame.groups) {
    for (const ArcId arc : group.arcs) {
      const CapacityGroup alone{group.way, group.node, {arc}};
      const double by_t = capacity_of(frame, alone, CountedIn::tonnes, side);
      const double by_teu = capacity_of(frame, alone, CountedIn::teu, side);
      limits[arc] = std::isfinite(by_t) && std::isfinite(by_teu) ? std::max(by_t, by_teu)
                                                                 : std::min(by_t, by_teu);
    }
  }
  return limits;
}

/// Times without traffic that all cargoes have in common: the least of theirs.
IdVector<ArcId, double> free_times(const CarriageFrame& frame, CarriageSide side) {
  IdVector<ArcId, double> times(frame.compiled.topology.graph.arc_count(), unlimited);
  for (const CarriageClass& one : frame.classes) {
    const Metric& metric = world_of(one, side).metric;
    for (const ArcId arc : times.keys()) times[arc] = std::min(times[arc], metric.time_h[arc]);
  }
  return times;
}

CongestedNetwork network_of(const CarriageFrame& frame, const IdVector<ArcId, double>& limits,
                            const IdVector<ArcId, double>& times) {
  CongestedNetwork network{&frame.compiled.topology.graph, {}, {}, frame.compiled.hierarchy};
  for (const ArcId arc : times.keys()) {
    LinkDelay delay;
    if (limits[arc] < unlimited && limits[arc] > 0) {
      delay = delay_of(frame.compiled, arc);
      delay.capacity = limits[arc];
    }
    delay.free_time = std::isfinite(times[arc]) ? times[arc] : 0;
    network.delay.add(delay);
  }
  return network;
}

double hour_of(const CarriageFrame& frame, const CarriageClass& one) {
  return std::max(least_value_of_time_usd_t_h, value_of_time(frame.compiled.network, one.cargo));
}

DemandClass class_of(const CarriageFrame& frame, const CarriageClass& one, CarriageSide side,
                     const CongestedNetwork& network) {
  const World& world = world_of(one, side);
  const Topology& topology = frame.compiled.topology;
  const std::vector<char> closed = closed_arcs(frame.compiled, world);
  DemandClass result;
  result.time_value = hour_of(frame, one);
  result.fixed.resize(topology.graph.arc_count(), unlimited);
  for (const ArcId arc : topology.graph.arcs()) {
    if (closed[arc.index()] != 0 || world.metric.capacity_t_yr[arc] <= 0) continue;
    const double slower_h = world.metric.time_h[arc] - network.delay[arc].free_time;
    result.fixed[arc] = world.metric.cost_usd_t[arc] + result.time_value * std::max(0.0, slower_h);
  }
  for (const CarriageClass::Pair& pair : one.pairs) {
    result.demand.push_back(
        {topology.origin[pair.from], topology.destination[pair.to], demand_of(pair, side)});
  }
  return result;
}

void add_pairs(const CarriageFrame& frame, CarriageSide side, std::span<const DemandClass> classes,
               const CongestedNetwork& network, const Assignment& answer, CarriedFlows& flows) {
  const std::vector<std::vector<double>> costs = pair_costs(network, classes, answer);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const CarriageClass& one = frame.classes[i];
    for (std::size_t p = 0; p < one.pairs.size(); ++p) {
      const double t_yr = demand_of(one.pairs[p], side);
      const bool carried = answer.carried[i][p] != 0;
      flows.pairs.push_back({one.pairs[p].from, one.pairs[p].to, one.cargo, t_yr,
                             carried ? t_yr : 0, carried ? costs[i][p] : 0, UnmetReason::no_path});
    }
  }
}

void add_uses(const CarriageFrame& frame, CarriageSide side, const IdVector<ArcId, double>& limits,
              const IdVector<ArcId, double>& volume, CarriedFlows& flows) {
  for (const CapacityGroup& group : frame.groups) {
    for (const ArcId arc : group.arcs) {
      if (!(volume[arc] > 0) || !(limits[arc] > 0) || limits[arc] == unlimited) continue;
      flows.uses.push_back(
          {group.way, group.node, "", volume[arc], limits[arc], 0, is_assumed(frame, group, side)});
    }
  }
}

CarriageCertificate certificate_of(const CongestedNetwork& network,
                                   std::span<const DemandClass> classes,
                                   const AssignmentOptions& asked, const Assignment& answer) {
  const AssignmentCertificate found = certify(network, classes, asked.principle, answer);
  double all = 1;
  for (const DemandClass& one : classes) {
    for (const OdVolume& od : one.demand) all += od.volume;
  }
  const double worst =
      std::max({found.worst_imbalance, found.worst_volume_sum, -found.least_volume}) / all;
  const bool holds =
      found.relative_gap <= 2 * asked.gap + 1e-12 && worst <= 1e-9 && found.wrongly_left_out == 0;
  return {holds, found.relative_gap, 0, worst};
}

void add_delays(const CongestedNetwork& network, const IdVector<ArcId, double>& volume,
                CarriedFlows& flows) {
  flows.delay_h.resize(network.graph->arc_count(), 0);
  for (const ArcId arc : network.graph->arcs()) {
    flows.delay_h[arc] = time_at(network.delay[arc], volume[arc]) - network.delay[arc].free_time;
  }
}

}  // namespace

CarriedFlows carry_in_equilibrium(const CarriageFrame& frame, CarriageSide side,
                                  const CarriageOptions& options,
                                  std::optional<Assignment>& start) {
  const IdVector<ArcId, double> limits = limits_of(frame, side);
  const CongestedNetwork network = network_of(frame, limits, free_times(frame, side));
  std::vector<DemandClass> classes;
  for (const CarriageClass& one : frame.classes) {
    classes.push_back(class_of(frame, one, side, network));
  }
  if (is_choice(options.method)) {
    CarriedFlows flows = carry_by_choice(frame, side, options, {network, classes});
    const IdVector<ArcId, double> volume = sum_of(flows.flow);
    add_delays(network, volume, flows);
    add_uses(frame, side, limits, volume, flows);
    return flows;
  }
  AssignmentOptions asked;
  asked.method = AssignmentMethod::gradient_projection;
  asked.principle = options.method == CarriageMethod::system_optimum ? Principle::system_optimum
                                                                     : Principle::user_equilibrium;
  asked.gap = gap_of(options);
  if (start) asked.start = &*start;
  Assignment answer = assign(network, classes, asked);
  if (!answer.converged) {  // many pairs close to capacity: slower, but it does not creep
    asked.method = AssignmentMethod::algorithm_b;
    answer = assign(network, classes, asked);
  }

  CarriedFlows flows;
  flows.flow = answer.by_class;
  add_pairs(frame, side, classes, network, answer, flows);
  add_delays(network, answer.volume, flows);
  add_uses(frame, side, limits, answer.volume, flows);
  flows.relative_gap = answer.relative_gap;
  flows.iterations = answer.iterations;
  flows.converged = answer.converged;
  if (options.certify) flows.certificate = certificate_of(network, classes, asked, answer);
  start = std::move(answer);
  return flows;
}

}  // namespace corridor
