#include "corridor/study/evaluation.hpp"

#include "study/component.hpp"

namespace corridor {

namespace {

bool is_stop(const Leg& leg) { return leg.component == Component::transfer; }

/// What a reader would call a stop at which several things are done.
ArcKind kind_of_stop(ArcKind a, ArcKind b) {
  if (a == ArcKind::load || a == ArcKind::unload) return a;
  if (b == ArcKind::load || b == ArcKind::unload) return b;
  return a == ArcKind::transfer || b == ArcKind::transfer ? ArcKind::transfer : a;
}

Leg leg_of(const Network& network, const Topology& topology, ArcId arc) {
  const ArcInfo& info = topology.arcs[arc];
  Leg leg;
  leg.component = component_of(info.kind);
  leg.kind = info.kind;
  if (info.way.valid()) {
    const Link& link = network.links[link_of(info.way)];
    leg.to = is_forward(info.way) ? link.to : link.from;
    leg.from = info.kind == ArcKind::border ? leg.to : is_forward(info.way) ? link.from : link.to;
    leg.mode = leg.to_mode = link.mode;
    leg.ways = {info.way};
  } else {
    leg.from = leg.to = info.node;
    leg.mode = topology.vertices[topology.graph.tail(arc)].mode;
    leg.to_mode = topology.vertices[topology.graph.head(arc)].mode;
  }
  return leg;
}

void add_figures(const Metric& metric, ArcId arc, Leg& leg) {
  leg.length_km += metric.length_km[arc];
  leg.time_h += metric.time_h[arc];
  leg.cost_usd_t += metric.cost_usd_t[arc];
  leg.emissions_kg_t += metric.emissions_kg_t[arc];
  leg.weak_cost_usd_t += metric.weak_cost_usd_t[arc];
  leg.weak_time_h += metric.weak_time_h[arc];
}

/// Whether `next` goes on where `leg` leaves off, so that both are told as one.
bool continues(const Leg& leg, const Leg& next) {
  if (leg.component != next.component) return false;
  if (leg.component == Component::haul) return leg.mode == next.mode;
  return is_stop(leg) && leg.to == next.to;
}

void join(Leg& leg, const Leg& next) {
  leg.to = next.to;
  leg.to_mode = next.to_mode;
  leg.ways.insert(leg.ways.end(), next.ways.begin(), next.ways.end());
  if (is_stop(leg)) leg.kind = kind_of_stop(leg.kind, next.kind);
}

}  // namespace

std::vector<Leg> legs(const Network& network, const Topology& topology, const Metric& metric,
                      const std::vector<ArcId>& arcs) {
  std::vector<Leg> result;
  for (const ArcId arc : arcs) {
    if (topology.arcs[arc].kind == ArcKind::through) continue;
    const Leg next = leg_of(network, topology, arc);
    if (!result.empty() && continues(result.back(), next)) {
      join(result.back(), next);
    } else {
      result.push_back(next);
    }
    add_figures(metric, arc, result.back());
  }
  return result;
}

}  // namespace corridor
