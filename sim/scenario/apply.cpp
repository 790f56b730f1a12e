#include <utility>
#include <variant>

#include <fmt/format.h>

#include "scenario/apply_changes.hpp"
#include "scenario/base_state.hpp"
#include "scenario/change_run.hpp"
#include "scenario/lookup.hpp"
#include "scenario/picker.hpp"
#include "scenario/values.hpp"

namespace corridor {

namespace {

/// One run through a list of changes. When a policy is turned off, it starts over without it.
class Application {
 public:
  Application(const Network& network, const std::vector<Change>& changes, State& state)
      : network_{network}, changes_{changes}, state_{state}, base_{state} {
    base_policies_ = state.policies;
    undone_.resize(changes.size(), 0);
  }

  Effect step(std::size_t index, Diagnostics& diagnostics) {
    const Change& change = changes_[index];
    Effect effect;
    if (const auto* policy = std::get_if<PolicyChange>(&change.what)) {
      effect = switch_policy(*policy, index, diagnostics);
    } else if (const auto* built = std::get_if<BuildChange>(&change.what)) {
      effect = build(*built, change, diagnostics);
    } else {
      effect = ChangeRun{network_, base_, state_, diagnostics, {}, {}}.run(change);
    }
    effect.change = &change;
    return effect;
  }

 private:
  Effect switch_policy(const PolicyChange& change, std::size_t index, Diagnostics& diagnostics) {
    const auto policy = look_up_policy(network_, change.policy, diagnostics);
    if (!policy || (state_.policies[*policy] != 0) == change.on) return {};
    Effect effect;
    if (change.on) {
      ChangeRun run{network_, base_, state_, diagnostics, {}, {}};
      effect = turn_on(*policy, run);
    } else {
      const State with = state_;
      start_over_without(*policy, index);
      effect = what_differs(with);
    }
    effect.changed_anything = true;  // it is on or off now, whatever this cargo feels of it
    return effect;
  }

  void start_over_without(PolicyId policy, std::size_t index) {
    if (base_policies_[policy] != 0) {
      base_policies_[policy] = 0;
      base_ = base_state_with(network_, state_.cargo, state_.date, base_policies_);
    }
    state_ = base_;
    Diagnostics told_before;
    for (std::size_t i = 0; i < index; ++i) {
      const auto* earlier = std::get_if<PolicyChange>(&changes_[i].what);
      if (earlier != nullptr && network_.find_policy(earlier->policy.text) == policy) {
        undone_[i] = 1;
      }
      const bool turned_off = earlier != nullptr && !earlier->on;
      if (undone_[i] == 0 && !turned_off) step(i, told_before);
    }
  }

  Effect what_differs(const State& with) const {
    Effect effect;
    for (const WayId way : state_.ways.keys()) {
      const LinkId link = link_of(way);
      const bool told = !effect.links.empty() && effect.links.back() == link;
      if (!told && state_.ways[way] != with.ways[way]) effect.links.push_back(link);
    }
    for (const NodeId node : state_.nodes.keys()) {
      if (state_.nodes[node] != with.nodes[node]) effect.nodes.push_back(node);
    }
    return effect;
  }

  Effect build(const BuildChange& change, const Change& whole, Diagnostics& diagnostics) {
    const auto link = network_.find_link(change.link.id);
    if (!link || !network_.links[*link].built_by_scenario) {
      diagnostics.error(whole.at,
                        link ? fmt::format("link '{}' is in the network already", change.link.id)
                             : fmt::format("link '{}' has not been laid out", change.link.id),
                        link ? "use `open`, or give the new link another id" : "");
      return {};
    }
    Effect effect;
    effect.links = {*link};
    if (state_.ways[way(*link, true)].status != Status::unbuilt) return effect;
    lay(change.link, *link);
    Diagnostics told_by_check_policies;
    for (const PolicyId policy : network_.policies.keys()) {
      if (state_.policies[policy] == 0) continue;
      ChangeRun run{network_, base_, state_, told_by_check_policies, {}, *link};
      turn_on(policy, run);
    }
    effect.changed_anything = true;
    return effect;
  }

  /// Scenarios that build the same link may give it different figures, so these are the change's.
  void lay(Link link, LinkId id) {
    const Cargo& cargo = network_.cargoes[state_.cargo];
    link.from = network_.links[id].from;
    link.to = network_.links[id].to;
    link.mode = network_.links[id].mode;
    link.status = Status::operational;
    for (const bool forward : {true, false}) {
      WayState built = way_state(network_, link, forward, cargo);
      derive(network_, cargo, way(id, forward), built);
      state_.ways[way(id, forward)] = std::move(built);
    }
  }

  const Network& network_;
  const std::vector<Change>& changes_;
  State& state_;
  State base_;
  IdVector<PolicyId, char> base_policies_;
  std::vector<char> undone_;  // policies turned on here and off again later
};

Outcome outcome_of(const Network& network, const State& state, const Effect& effect) {
  if (std::holds_alternative<DemandChange>(effect.change->what)) return Outcome::of_demand;
  const Selector* where = selector_of(*effect.change);
  if (where != nullptr && !is_for(*where, network.cargoes[state.cargo])) {
    return Outcome::other_cargo;
  }
  return effect.changed_anything ? Outcome::changed : Outcome::unchanged;
}

}  // namespace

Applied apply_changes(const Network& network, const std::vector<Change>& changes, State& state,
                      Diagnostics& diagnostics) {
  Application application{network, changes, state};
  Applied applied;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    // Its own list, since what was told before is not added twice and would not be seen here.
    Diagnostics found;
    applied.effects.push_back(application.step(i, found));
    applied.outcomes.push_back(
        found.has_errors() ? Outcome::failed : outcome_of(network, state, applied.effects.back()));
    for (const Diagnostic& diagnostic : found.list()) diagnostics.add(diagnostic);
  }
  return applied;
}

void warn_without_effect(const Change& change, Diagnostics& diagnostics) {
  diagnostics.warning(change.at, "the change has no effect",
                      "all that it picks is so already at this place in the order of changes");
}

void apply(const Network& network, const std::vector<Change>& changes, State& state,
           Diagnostics& diagnostics, std::vector<Effect>* effects) {
  Applied applied = apply_changes(network, changes, state, diagnostics);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (applied.outcomes[i] == Outcome::unchanged) warn_without_effect(changes[i], diagnostics);
  }
  if (effects != nullptr) *effects = std::move(applied.effects);
}

}  // namespace corridor
