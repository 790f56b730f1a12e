#include "scenario/values.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

#include "corridor/network/border.hpp"
#include "corridor/network/link_figures.hpp"

namespace corridor {

namespace {

constexpr double hours_per_day = 24;

template <class Q>
Value value(const Figure<Q>& figure, const Cargo& cargo) {
  return {per_tonne(figure, cargo).value, basis_of(figure.provenance)};
}

/// What a mode's figure is at both ends of a link; null where it has none.
template <class Q>
std::pair<const Figure<Q>*, const Figure<Q>*> at_ends(
    const Network& network, const Link& link, std::optional<Figure<Q>> ModeOverride::*figure,
    const Figure<Q>* general) {
  const Mode& mode = network.modes[link.mode];
  const std::string& from = network.nodes[link.from].country;
  const std::string& to = network.nodes[link.to].country;
  const Figure<Q>* at_from = figure_in(mode, from, figure, general);
  return {at_from, from == to ? at_from : figure_in(mode, to, figure, general)};
}

/// The mean of a mode's rates at the two ends of a link.
template <class Q>
Value mean(const std::pair<const Figure<Q>*, const Figure<Q>*>& at_ends, const Cargo& cargo) {
  const Value a = value(*at_ends.first, cargo);
  if (at_ends.first == at_ends.second) return a;
  const Value b = value(*at_ends.second, cargo);
  return {(a.value + b.value) / 2, weaker(a.basis, b.basis)};
}

Value cost_rate(const Network& network, const Link& link, bool forward, const Cargo& cargo) {
  if (const auto* figure = own_figure(link, forward, &LinkFigures::cost)) {
    return value(*figure, cargo);
  }
  return mean(at_ends(network, link, &ModeOverride::cost, &network.modes[link.mode].cost), cargo);
}

Value emission_rate(const Network& network, const Link& link, bool forward, const Cargo& cargo) {
  if (const auto* figure = own_figure(link, forward, &LinkFigures::emissions)) {
    return value(*figure, cargo);
  }
  const Figure<KgCo2ePerTonneKm>& general = network.modes[link.mode].emissions;
  return mean(at_ends(network, link, &ModeOverride::emissions, &general), cargo);
}

Value speed(const Network& network, const Link& link, bool forward, const Cargo& cargo) {
  if (const auto* figure = own_figure(link, forward, &LinkFigures::speed))
    return value(*figure, cargo);
  const Mode& mode = network.modes[link.mode];
  const Figure<KmPerHour>* general = mode.speed ? &*mode.speed : nullptr;
  const auto [from, to] = at_ends(network, link, &ModeOverride::speed, general);
  if (from == nullptr || to == nullptr) return {};  // an error of check()
  const Value a = value(*from, cargo);
  if (from == to) return a;
  const Value b = value(*to, cargo);
  return {2 * a.value * b.value / (a.value + b.value), weaker(a.basis, b.basis)};
}

Value class_capacity(const Network& network, const Link& link, const Cargo& cargo) {
  const auto [from, to] =
      at_ends(network, link, &ModeOverride::capacity, &network.modes[link.mode].capacity);
  const double smaller = std::min(in_tonnes(*from, cargo).value, in_tonnes(*to, cargo).value);
  return {smaller, Basis::assumed};  // a class says little about a single link
}

Value capacity(const Network& network, const Link& link, bool forward, const Cargo& cargo) {
  const Figure<TonnesPerYear>* figure =
      cargo.unit == Per::teu ? own_figure(link, forward, &LinkFigures::capacity_teu) : nullptr;
  if (figure == nullptr) figure = own_figure(link, forward, &LinkFigures::capacity);
  if (figure == nullptr) return class_capacity(network, link, cargo);
  return {in_tonnes(*figure, cargo).value, basis_of(figure->provenance)};
}

template <class Q>
Value value_or_zero(const Figure<Q>* figure, const Cargo& cargo) {
  return figure == nullptr ? Value{} : value(*figure, cargo);
}

/// Link attributes in their order, from speed on.
constexpr std::array<Value WayState::*, 9> way_values = {
    &WayState::speed_km_h,  &WayState::rate_usd_tkm,  &WayState::fixed_usd_t,
    &WayState::rate_kg_tkm, &WayState::capacity_t_yr, &WayState::toll_usd_t,
    &WayState::wait_h,      &WayState::border_h,      &WayState::border_usd_t};

/// Node attributes in their order, from dwell on.
constexpr std::array<Value NodeState::*, 7> node_values = {
    &NodeState::dwell_h,        &NodeState::handling_usd_t, &NodeState::transfer_h,
    &NodeState::transfer_usd_t, &NodeState::gauge_h,        &NodeState::gauge_usd_t,
    &NodeState::capacity_t_yr};

Value WayState::*way_value(Attribute attribute) {
  assert(attribute != Attribute::status && !is_of_node(attribute));
  return way_values.at(static_cast<std::size_t>(attribute) -
                       static_cast<std::size_t>(Attribute::speed));
}

Value NodeState::*node_value(Attribute attribute) {
  assert(is_of_node(attribute));
  return node_values.at(static_cast<std::size_t>(attribute) -
                        static_cast<std::size_t>(Attribute::dwell));
}

}  // namespace

Basis basis_of(const Provenance& provenance) {
  if (provenance.assumption) return Basis::assumed;
  return provenance.confidence == Confidence::low ? Basis::low_confidence : Basis::known;
}

Basis weaker(Basis a, Basis b) {
  for (const Basis basis : {Basis::assumed, Basis::low_confidence, Basis::given}) {
    if (a == basis || b == basis) return basis;
  }
  return Basis::known;
}

double quantised_toll(double usd_t) {
  return std::nearbyint(usd_t / toll_quantum_usd_t) * toll_quantum_usd_t;
}

Value& value_of(WayState& state, Attribute attribute) { return state.*way_value(attribute); }
const Value& value_of(const WayState& state, Attribute attribute) {
  return state.*way_value(attribute);
}
Value& value_of(NodeState& state, Attribute attribute) { return state.*node_value(attribute); }
const Value& value_of(const NodeState& state, Attribute attribute) {
  return state.*node_value(attribute);
}

WayState way_state(const Network& network, const Link& link, bool forward, const Cargo& cargo) {
  const Mode& mode = network.modes[link.mode];
  const Figure<UsdPerTonne>* fixed = own_figure(link, forward, &LinkFigures::fixed_cost);
  if (fixed == nullptr && mode.fixed_cost) fixed = &*mode.fixed_cost;
  const Figure<Hours>* wait = own_figure(link, forward, &LinkFigures::wait);
  const BorderFigures border = border_of(network, link, forward);
  WayState state;
  state.status = link.status;
  state.length_km = link.length.value.value;
  state.speed_km_h = speed(network, link, forward, cargo);
  state.rate_usd_tkm = cost_rate(network, link, forward, cargo);
  state.fixed_usd_t = value_or_zero(fixed, cargo);
  state.rate_kg_tkm = emission_rate(network, link, forward, cargo);
  state.toll_usd_t = value_or_zero(own_figure(link, forward, &LinkFigures::toll), cargo);
  state.toll_usd_t.value = quantised_toll(state.toll_usd_t.value);
  state.wait_h = value_or_zero(wait == nullptr ? &mode.wait : wait, cargo);
  state.crosses_border = border.crosses;
  state.border_h = value(border.time, cargo);
  state.border_usd_t = value(border.cost, cargo);
  state.capacity_t_yr = capacity(network, link, forward, cargo);
  return state;
}

NodeState node_state(const Network& network, const Node& node, const Cargo& cargo) {
  constexpr Value pairs_default{-1, Basis::known};
  const auto or_else = [&](const auto& own, const auto& general) {
    return value(own ? *own : general, cargo);
  };
  NodeState state;
  state.dwell_h = or_else(node.dwell, network.port_defaults.dwell);
  state.handling_usd_t = or_else(node.handling, network.port_defaults.handling);
  state.transfer_h = node.transfer_time ? value(*node.transfer_time, cargo) : pairs_default;
  state.transfer_usd_t = node.transfer_cost ? value(*node.transfer_cost, cargo) : pairs_default;
  state.gauge_h = or_else(node.gauge_time, network.gauge_change.time);
  state.gauge_usd_t = or_else(node.gauge_cost, network.gauge_change.cost);
  const bool in_teu = cargo.unit == Per::teu && node.capacity_teu;
  const auto& figure = in_teu ? node.capacity_teu : node.capacity;
  state.capacity_t_yr = {std::numeric_limits<double>::infinity(), Basis::known};
  if (figure) {
    state.capacity_t_yr = {in_tonnes(*figure, cargo).value, basis_of(figure->provenance)};
  }
  return state;
}

void derive(const Network& network, const Cargo& cargo, WayId way, WayState& state) {
  const Link& link = network.links[link_of(way)];
  const Mode& mode = network.modes[link.mode];
  const Basis length = basis_of(link.length.provenance);
  state.open = state.status == Status::operational && state.cargo_allowed &&
               cargo.may_use(mode.id) && (is_forward(way) || !link.one_way);
  const double driving_h = mode.driving_per_day.value.value;
  const double moving_h = state.speed_km_h.value > 0 ? state.length_km / state.speed_km_h.value : 0;
  state.haul_h = {moving_h * (hours_per_day / driving_h), weaker(length, state.speed_km_h.basis)};
  if (driving_h < hours_per_day) {
    state.haul_h.basis = weaker(state.haul_h.basis, basis_of(mode.driving_per_day.provenance));
  }
  state.haul_usd_t = {state.rate_usd_tkm.value * state.length_km + state.fixed_usd_t.value,
                      weaker(weaker(length, state.rate_usd_tkm.basis), state.fixed_usd_t.basis)};
  state.emissions_kg_t = {state.rate_kg_tkm.value * state.length_km,
                          weaker(length, state.rate_kg_tkm.basis)};
}

std::vector<LinkId> links_at(const Network& network, NodeId node) {
  std::vector<LinkId> links;
  for (const LinkId id : network.links.keys()) {
    if (network.links[id].from == node || network.links[id].to == node) links.push_back(id);
  }
  return links;
}

}  // namespace corridor
