#include "study/trip_query.hpp"

#include <algorithm>

namespace corridor {

namespace {

using Nodes = std::vector<NodeId>;

/// The vertices at which cargo passes a node, by node as listed.
std::vector<std::vector<VertexId>> stages(const Topology& topology, const Nodes& nodes) {
  std::vector<std::vector<VertexId>> result(nodes.size());
  if (nodes.empty()) return result;
  for (const VertexId v : topology.vertices.keys()) {
    const VertexInfo& info = topology.vertices[v];
    if (info.kind != VertexKind::service && info.kind != VertexKind::quay) continue;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i] == info.node) result[i].push_back(v);
    }
  }
  return result;
}

Nodes joined(const Nodes& first, const Nodes& second) {
  Nodes all = first;
  all.insert(all.end(), second.begin(), second.end());
  return all;
}

std::vector<Nodes> orders(const TripQuery& query) {
  const Nodes reversed(query.gates.rbegin(), query.gates.rend());
  std::vector<Nodes> result;
  for (const Nodes& order : {joined(query.via, query.gates), joined(query.via, reversed),
                             joined(query.gates, query.via), joined(reversed, query.via)}) {
    if (std::ranges::find(result, order) == result.end()) result.push_back(order);
  }
  return result;
}

}  // namespace

double value_of_time(const Network& network, CargoId cargo) {
  const Cargo& sent = network.cargoes[cargo];
  return per_tonne(sent.value_of_time, sent).value;
}

IdVector<ModeId, char> modes_of_cargo(const Network& network, CargoId cargo) {
  IdVector<ModeId, char> modes(network.modes.size(), 0);
  for (const ModeId id : modes.keys()) {
    modes[id] = network.cargoes[cargo].may_use(network.modes[id].id) ? 1 : 0;
  }
  return modes;
}

bool keeps_to(const IdVector<ModeId, char>& modes, const Network& network, const ArcInfo& arc) {
  if (arc.way.valid()) return modes[network.links[link_of(arc.way)].mode] != 0;
  return (!arc.from_mode.valid() || modes[arc.from_mode] != 0) &&
         (!arc.to_mode.valid() || modes[arc.to_mode] != 0);
}

std::vector<PathQuery> path_queries(const Topology& topology, const TripQuery& query) {
  std::vector<PathQuery> result;
  for (const Nodes& order : orders(query)) {
    result.push_back(
        {topology.origin[query.from], topology.destination[query.to], stages(topology, order)});
  }
  return result;
}

IdVector<ArcId, Weight> trip_weights(const Compiled& compiled, const World& world,
                                     const TripQuery& query) {
  IdVector<ArcId, Weight> result =
      weights(world.metric, query.objective, value_of_time(compiled.network, query.cargo));
  for (const ArcId arc : compiled.topology.graph.arcs()) {
    if (query.arc_barred[arc.index()] != 0) result[arc] = infinite_weight;
  }
  return result;
}

}  // namespace corridor
