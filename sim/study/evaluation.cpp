#include "corridor/study/evaluation.hpp"

#include <limits>

#include "study/component.hpp"

namespace corridor {

namespace {

void add_figures(const Metric& metric, ArcId arc, Evaluation& sum) {
  sum.distance_km += metric.length_km[arc];
  sum.time_h += metric.time_h[arc];
  sum.cost_usd_t += metric.cost_usd_t[arc];
  sum.emissions_kg_t += metric.emissions_kg_t[arc];
  sum.weak_cost_usd_t += metric.weak_cost_usd_t[arc];
  sum.weak_time_h += metric.weak_time_h[arc];
}

void add_components(const Metric& metric, ArcId arc, ArcKind kind, Evaluation& sum) {
  const std::size_t own = index_of(component_of(kind));
  sum.cost_by_component[own] += metric.cost_usd_t[arc] - metric.toll_usd_t[arc];
  sum.cost_by_component[index_of(Component::toll)] += metric.toll_usd_t[arc];
  sum.time_by_component[own] += metric.time_h[arc] - metric.wait_h[arc];
  sum.time_by_component[index_of(Component::waiting)] += metric.wait_h[arc];
}

void narrow(const Metric& metric, ArcId arc, Evaluation& sum) {
  const double capacity = metric.capacity_t_yr[arc];
  if (capacity == std::numeric_limits<double>::infinity() || capacity > sum.throughput_t_yr) return;
  if (capacity < sum.throughput_t_yr) {
    sum.throughput_t_yr = capacity;
    sum.throughput_assumed = false;
    sum.bottleneck.clear();
  }
  sum.bottleneck.push_back(arc);
  sum.throughput_assumed = sum.throughput_assumed || metric.capacity_weak[arc] != 0;
}

/// Counts what a consignment meets on its way: it remembers what carries the cargo, and where the
/// cargo was last put on a ship.
class StopCounter {
 public:
  explicit StopCounter(const Compiled& compiled) : compiled_{compiled} {}

  void pass(ArcId arc, Evaluation& sum) {
    const Topology& topology = compiled_.topology;
    const VertexInfo& tail = topology.vertices[topology.graph.tail(arc)];
    const VertexInfo& head = topology.vertices[topology.graph.head(arc)];
    const ArcKind kind = topology.arcs[arc].kind;
    if (kind == ArcKind::border) ++sum.borders;
    if (kind == ArcKind::gauge_change) ++sum.gauge_breaks;
    if (tail.kind == VertexKind::quay && head.kind == VertexKind::service) put_on_ship_ = head.node;
    if (tail.kind == VertexKind::service && head.kind == VertexKind::quay && abroad(head.node)) {
      ++sum.borders;
    }
    if (head.kind == VertexKind::service) take(head.mode, sum);
  }

 private:
  bool abroad(NodeId landing) const {
    const auto& nodes = compiled_.network.nodes;
    return put_on_ship_.valid() && nodes[put_on_ship_].country != nodes[landing].country;
  }
  void take(ModeId mode, Evaluation& sum) {
    if (carrier_.valid() && carrier_ != mode) ++sum.transfers;
    carrier_ = mode;
  }

  const Compiled& compiled_;
  ModeId carrier_;
  NodeId put_on_ship_;
};

void add(const Compiled& compiled, const Metric& metric, ArcId arc, StopCounter& stops,
         Evaluation& sum) {
  sum.arcs.push_back(arc);
  add_figures(metric, arc, sum);
  add_components(metric, arc, compiled.topology.arcs[arc].kind, sum);
  narrow(metric, arc, sum);
  stops.pass(arc, sum);
}

}  // namespace

Evaluation evaluate(const Compiled& compiled, const Metric& metric, const std::vector<ArcId>& arcs,
                    double value_of_time_usd_t_h) {
  Evaluation sum;
  StopCounter stops{compiled};
  for (const ArcId arc : arcs) add(compiled, metric, arc, stops, sum);
  sum.reachable = true;
  sum.generalised_usd_t = sum.cost_usd_t + value_of_time_usd_t_h * sum.time_h;
  return sum;
}

std::vector<Evaluation> evaluate_arcs(const Compiled& compiled, const Metric& metric,
                                      const std::vector<ArcId>& arcs,
                                      double value_of_time_usd_t_h) {
  std::vector<Evaluation> result;
  StopCounter stops{compiled};
  for (const ArcId arc : arcs) {
    Evaluation& one = result.emplace_back();
    add(compiled, metric, arc, stops, one);
    one.reachable = true;
    one.generalised_usd_t = one.cost_usd_t + value_of_time_usd_t_h * one.time_h;
  }
  return result;
}

double value_of(const Evaluation& evaluation, Objective objective) {
  switch (objective) {
    case Objective::cost:
      return evaluation.cost_usd_t;
    case Objective::time:
      return evaluation.time_h;
    case Objective::distance:
      return evaluation.distance_km;
    case Objective::emissions:
      return evaluation.emissions_kg_t;
    case Objective::generalised:
      break;
  }
  return evaluation.generalised_usd_t;
}

double measure_of(const Evaluation& evaluation, Measure measure, double tonnes_per_unit) {
  if (!evaluation.reachable) return std::numeric_limits<double>::quiet_NaN();
  switch (measure) {
    case Measure::distance:
      return evaluation.distance_km;
    case Measure::time:
      return evaluation.time_h;
    case Measure::cost:
      return evaluation.cost_usd_t * tonnes_per_unit;
    case Measure::emissions:
      return evaluation.emissions_kg_t * tonnes_per_unit;
    case Measure::borders:
      return evaluation.borders;
    case Measure::transfers:
      return evaluation.transfers;
    case Measure::gauge_breaks:
      return evaluation.gauge_breaks;
    case Measure::throughput:
      break;
  }
  return evaluation.throughput_t_yr;
}

}  // namespace corridor
