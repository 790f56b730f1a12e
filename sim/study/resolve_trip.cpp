#include <algorithm>

#include "corridor/study/trip_solver.hpp"

#include "study/trip_query.hpp"

namespace corridor {

namespace {

bool names(const std::vector<Name>& list, const std::string& id) {
  return std::ranges::any_of(list, [&](const Name& name) { return name.text == id; });
}

/// Whether `avoid` rules a link out by its own id, an end, a country or a corridor.
bool avoided(const Network& network, const std::vector<Name>& avoid, LinkId id) {
  const Link& link = network.links[id];
  const Node& from = network.nodes[link.from];
  const Node& to = network.nodes[link.to];
  return std::ranges::any_of(avoid, [&](const Name& name) {
    const std::string& word = name.text;
    if (word == link.id || word == from.id || word == to.id) return true;
    if (word == from.country || word == to.country) return true;
    const std::optional<CorridorId> corridor = network.find_corridor(word);
    return corridor && network.belongs(id, *corridor);
  });
}

/// The modes that may carry the trip's cargo and that the trip does not rule out.
IdVector<ModeId, char> modes_of_trip(const Network& network, const Trip& trip, CargoId cargo) {
  IdVector<ModeId, char> modes = modes_of_cargo(network, cargo);
  for (const ModeId id : modes.keys()) {
    const std::string& mode = network.modes[id].id;
    const bool asked_for = trip.modes.empty() || names(trip.modes, mode);
    if (!asked_for || names(trip.avoid, mode)) modes[id] = 0;
  }
  return modes;
}

std::vector<char> barred_arcs(const Compiled& compiled, const Trip& trip, CargoId cargo) {
  const Network& network = compiled.network;
  const Topology& topology = compiled.topology;
  std::vector<char> barred(topology.graph.arc_count(), 0);
  const IdVector<ModeId, char> modes = modes_of_trip(network, trip, cargo);
  for (const ArcId arc : topology.graph.arcs()) {
    if (!keeps_to(modes, network, topology.arcs[arc])) barred[arc.index()] = 1;
  }
  if (trip.avoid.empty()) return barred;
  for (const LinkId id : network.links.keys()) {
    if (!avoided(network, trip.avoid, id)) continue;
    for (const bool forward : {true, false}) {
      const ArcId haul = topology.haul[way(id, forward)];
      if (haul.valid()) barred[haul.index()] = 1;
    }
  }
  return barred;
}

}  // namespace

TripQuery resolve_trip(const Compiled& compiled, const Trip& trip, Objective objective,
                       std::optional<CorridorId> override_corridor) {
  const Network& network = compiled.network;
  TripQuery query;
  query.from = network.find_node(trip.from.text).value();
  query.to = network.find_node(trip.to.text).value();
  query.cargo = trip.cargo.text.empty() ? CargoId{0} : network.find_cargo(trip.cargo.text).value();
  for (const Name& name : trip.via) query.via.push_back(network.find_node(name.text).value());
  std::optional<CorridorId> corridor = override_corridor;
  if (!corridor && trip.by_corridor) corridor = network.find_corridor(trip.by_corridor->text);
  if (corridor) query.gates = network.corridors[*corridor].gates;
  query.arc_barred = barred_arcs(compiled, trip, query.cargo);
  query.objective = objective;
  return query;
}

}  // namespace corridor
