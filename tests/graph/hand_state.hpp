#pragma once

#include <limits>

#include "corridor/network/border.hpp"
#include "corridor/network/network.hpp"
#include "corridor/scenario/state.hpp"

namespace corridor::test {

/// The state of a sketch, worked out from its own few figures and nothing else, so that prices can
/// be tested without the module that resolves scenarios.
inline WayState hand_way(const Network& network, WayId id, const Cargo& cargo) {
  const Link& link = network.links[link_of(id)];
  const Mode& mode = network.modes[link.mode];
  const double speed = link.figures.speed.value_or(*mode.speed).value.value;
  WayState way;
  way.open = link.status == Status::operational;
  way.status = link.status;
  way.length_km = link.length.value.value;
  way.speed_km_h = {speed, Basis::known};
  way.haul_h = {way.length_km / speed * 24 / mode.driving_per_day.value.value, Basis::known};
  way.haul_usd_t = {way.length_km * mode.cost.value.value, Basis::known};
  way.emissions_kg_t = {way.length_km * mode.emissions.value.value, Basis::known};
  way.capacity_t_yr = link.figures.capacity
                          ? Value{link.figures.capacity->value.value, Basis::known}
                          : Value{mode.capacity.value.value, Basis::assumed};
  const BorderFigures border = border_of(network, id);
  way.crosses_border = border.crosses;
  if (border.crosses) {
    way.border_h = {border.time.value.value, Basis::known};
    way.border_usd_t = {per_tonne(border.cost, cargo).value, Basis::known};
  }
  return way;
}

inline State hand_state(const Network& network, CargoId cargo = CargoId{0}) {
  State state;
  state.cargo = cargo;
  for (std::size_t way = 0; way < 2 * network.links.size(); ++way) {
    state.ways.add(hand_way(network, WayId{way}, network.cargoes[cargo]));
  }
  NodeState node;
  node.dwell_h.value = network.port_defaults.dwell.value.value;
  node.handling_usd_t.value = network.port_defaults.handling.value.value;
  node.transfer_h.value = -1;
  node.transfer_usd_t.value = -1;
  node.gauge_h.value = network.gauge_change.time.value.value;
  node.gauge_usd_t.value = network.gauge_change.cost.value.value;
  node.capacity_t_yr.value = std::numeric_limits<double>::infinity();
  state.nodes = IdVector<NodeId, NodeState>(network.nodes.size(), node);
  return state;
}

}  // namespace corridor::test
