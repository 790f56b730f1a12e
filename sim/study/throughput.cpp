#include <algorithm>
#include <cmath>

#include "corridor/study/trip_solver.hpp"

#include "study/tonnage.hpp"
#include "study/trip_query.hpp"

namespace corridor {

namespace {

Tonnage in_whole_tonnes(double t_yr) {
  if (t_yr >= static_cast<double>(unlimited_tonnage)) return unlimited_tonnage;
  return static_cast<Tonnage>(std::floor(t_yr));
}

}  // namespace

std::vector<Tonnage> tonnages(const Compiled& compiled, const World& world) {
  const Topology& topology = compiled.topology;
  const Metric& metric = world.metric;
  const IdVector<ModeId, char> modes = modes_of_cargo(compiled.network, world.state.cargo);
  std::vector<Tonnage> result(topology.graph.arc_count(), 0);
  for (const ArcId arc : topology.graph.arcs()) {
    if (metric.open[arc] == 0 || !keeps_to(modes, compiled.network, topology.arcs[arc])) continue;
    result[arc.index()] = in_whole_tonnes(metric.capacity_t_yr[arc]);
  }
  return result;
}

Throughput most_throughput(const Compiled& compiled, const World& world, NodeId from, NodeId to,
                           bool certify) {
  const Topology& topology = compiled.topology;
  const VertexId source = topology.origin[from];
  const VertexId sink = topology.destination[to];
  const std::vector<Tonnage> capacity = tonnages(compiled, world);
  const MaxFlow most = max_flow(topology.graph, capacity, source, sink);
  Throughput result;
  result.unlimited = most.unlimited;
  if (certify) {
    result.certified = corridor::certify(topology.graph, capacity, source, sink, most).holds();
  }
  if (most.unlimited) return result;
  result.value_t_yr = in_t_yr(most.value);
  result.cut = most.cut;
  result.assumed = std::ranges::any_of(
      most.cut, [&](ArcId arc) { return world.metric.capacity_weak[arc] != 0; });
  return result;
}

}  // namespace corridor
