#include "scenario/base_state.hpp"

#include <algorithm>

#include "scenario/change_run.hpp"
#include "scenario/events.hpp"
#include "scenario/values.hpp"

namespace corridor {

namespace {

/// The tables' state, before any event.
State table_state(const Network& network, CargoId cargo, Date date) {
  const Cargo& c = network.cargoes[cargo];
  State state;
  state.date = date;
  state.cargo = cargo;
  state.policies.resize(network.policies.size(), 0);
  state.ways.reserve(2 * network.links.size());
  for (const Link& link : network.links) {
    state.ways.add(way_state(network, link, true, c));
    state.ways.add(way_state(network, link, false, c));
  }
  state.nodes.reserve(network.nodes.size());
  for (const Node& node : network.nodes) state.nodes.add(node_state(network, node, c));
  return state;
}

}  // namespace

Date latest_date(const Network& network) {
  Date latest = network.state_date;
  for (const Event& event : network.events) latest = std::max(latest, event.date);
  return latest;
}

State base_state_with(const Network& network, CargoId cargo, Date date,
                      const IdVector<PolicyId, char>& policies) {
  State state = table_state(network, cargo, date);
  apply_events(network, state);
  for (const WayId way : state.ways.keys()) {
    derive(network, network.cargoes[cargo], way, state.ways[way]);
  }
  if (std::count(policies.begin(), policies.end(), 1) == 0) return state;
  const State without_policies = state;
  Diagnostics told_by_check_policies;
  for (const PolicyId policy : network.policies.keys()) {
    if (policies[policy] == 0) continue;
    ChangeRun run{network, without_policies, state, told_by_check_policies, {}, {}};
    turn_on(policy, run);
  }
  return state;
}

State base_state(const Network& network, CargoId cargo, Date date) {
  IdVector<PolicyId, char> active;
  for (const Policy& policy : network.policies) active.add(policy.active ? 1 : 0);
  return base_state_with(network, cargo, date, active);
}

State resolve(const Network& network, const Scenario& scenario, CargoId cargo,
              Diagnostics& diagnostics, std::optional<Date> date, std::vector<Effect>* effects) {
  if (!date) date = scenario.as_of;
  State state = base_state(network, cargo, date.value_or(latest_date(network)));
  apply(network, scenario.changes, state, diagnostics, effects);
  return state;
}

}  // namespace corridor
