#include "corridor/scenario/check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <variant>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"
#include "corridor/scenario/demand.hpp"
#include "corridor/scenario/state.hpp"

#include "scenario/apply_changes.hpp"
#include "scenario/base_state.hpp"
#include "scenario/change_run.hpp"
#include "scenario/check_questions.hpp"
#include "scenario/lookup.hpp"

namespace corridor {

namespace {

/// The cargoes of a scenario's trips, or the network's first.
std::set<CargoId> cargoes_in_use(const Network& network, const Scenario& scenario) {
  std::set<CargoId> cargoes;
  for (const Trip& trip : scenario.trips) {
    const auto cargo = network.find_cargo(trip.cargo.text);
    if (cargo) cargoes.insert(*cargo);
  }
  if (cargoes.empty() && !network.cargoes.empty()) cargoes.insert(CargoId{0});
  return cargoes;
}

/// What became of one change, over all cargoes in use.
struct Tally {
  bool changed = false;
  bool failed = false;
  bool concerned = false;
};

std::vector<Tally> apply_for_each(const Network& network, const Scenario& scenario,
                                  const std::set<CargoId>& cargoes, Diagnostics& diagnostics) {
  std::vector<Tally> tallies(scenario.changes.size());
  for (const CargoId cargo : cargoes) {
    State state = base_state(network, cargo, scenario.as_of.value_or(latest_date(network)));
    const Applied applied = apply_changes(network, scenario.changes, state, diagnostics);
    for (std::size_t i = 0; i < tallies.size(); ++i) {
      const Outcome outcome = applied.outcomes[i];
      tallies[i].changed = tallies[i].changed || outcome == Outcome::changed;
      tallies[i].failed = tallies[i].failed || outcome == Outcome::failed;
      tallies[i].concerned = tallies[i].concerned || outcome != Outcome::other_cargo;
    }
  }
  return tallies;
}

void check_changes(const Network& network, const Scenario& scenario,
                   const std::set<CargoId>& cargoes, Diagnostics& diagnostics) {
  const std::vector<Tally> tallies = apply_for_each(network, scenario, cargoes, diagnostics);
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    const Change& change = scenario.changes[i];
    if (tallies[i].failed || tallies[i].changed) continue;
    if (std::holds_alternative<DemandChange>(change.what)) continue;  // see check_demand()
    if (tallies[i].concerned) {
      warn_without_effect(change, diagnostics);
    } else {
      diagnostics.warning(change.at,
                          fmt::format("the change holds for cargo '{}' only, which no trip sends",
                                      selector_of(change)->cargoes[0].text),
                          "add a trip with this cargo, or leave the cargo out");
    }
  }
}

void check_demand(const Network& network, const Scenario& scenario, Diagnostics& diagnostics) {
  if (scenario.demand) demand_of(network, scenario, diagnostics);
  for (const Change& change : scenario.changes) {
    if (scenario.demand || !std::holds_alternative<DemandChange>(change.what)) continue;
    diagnostics.error(change.at, fmt::format("scenario '{}' has no demand to change", scenario.id),
                      "name a file: `demand: demand/2024.yaml`");
  }
}

void check_company(const Scenario& scenario, Diagnostics& diagnostics) {
  const std::vector<std::string>& extended = scenario.extends;
  const auto is_extended = [&](const std::string& id) {
    return std::find(extended.begin(), extended.end(), id) != extended.end();
  };
  for (const Name& name : scenario.requires_ids) {
    if (is_extended(name.text)) continue;
    std::string hint = did_you_mean(name.text, extended);
    if (hint.empty()) hint = fmt::format("add '{}' to `extends`", name.text);
    diagnostics.error(name.at,
                      fmt::format("scenario '{}' requires '{}', which it does not extend",
                                  scenario.id, name.text),
                      hint);
  }
  for (const Name& name : scenario.conflicts) {
    if (!is_extended(name.text)) continue;
    diagnostics.error(name.at, fmt::format("scenario '{}' extends '{}', with which it conflicts",
                                           scenario.id, name.text));
  }
}

/// Tries changes one by one on the network as it stands without policies, each for a cargo that it
/// concerns.
class PolicyTrial {
 public:
  PolicyTrial(const Network& network, Diagnostics& diagnostics)
      : network_{network}, diagnostics_{diagnostics} {}

  void run(const Change& change) {
    const State& base = base_for(cargo_of(*selector_of(change)));
    State state = base;
    ChangeRun{network_, base, state, diagnostics_, {}, {}}.run(change);
  }

 private:
  CargoId cargo_of(const Selector& where) const {
    if (where.cargoes.empty()) return CargoId{0};
    return network_.find_cargo(where.cargoes[0].text).value_or(CargoId{0});
  }

  const State& base_for(CargoId cargo) {
    const auto known = bases_.find(cargo);
    if (known != bases_.end()) return known->second;
    const IdVector<PolicyId, char> none(network_.policies.size(), 0);
    return bases_.emplace(cargo, base_state_with(network_, cargo, latest_date(network_), none))
        .first->second;
  }

  const Network& network_;
  Diagnostics& diagnostics_;
  std::map<CargoId, State> bases_;
};

}  // namespace

void check(const Network& network, const Scenario& scenario, Diagnostics& diagnostics) {
  check_company(scenario, diagnostics);
  check_trips(network, scenario, diagnostics);
  check_expectations(network, scenario, diagnostics);
  check_demand(network, scenario, diagnostics);
  const std::set<CargoId> cargoes = cargoes_in_use(network, scenario);
  check_changes(network, scenario, cargoes, diagnostics);
  for (const Scenario& baseline : scenario.baseline) {
    check_changes(network, baseline, cargoes, diagnostics);
  }
  if (scenario.trips.empty() && scenario.corridors.empty()) {
    diagnostics.warning(
        scenario.at,
        fmt::format("scenario '{}' asks nothing: it has no trips and no corridors", scenario.id),
        "add `trips` or `corridors`");
  }
}

void check_policies(const Network& network, Diagnostics& diagnostics) {
  if (network.cargoes.empty()) return;
  PolicyTrial trial{network, diagnostics};
  for (const Policy& policy : network.policies) {
    if (policy.changes.empty()) {
      diagnostics.error(policy.at, fmt::format("policy '{}' has no changes", policy.id));
    }
    for (const Change& change : policy.changes) {
      if (selector_of(change) != nullptr) {
        trial.run(change);
        continue;
      }
      const char* what = std::holds_alternative<BuildChange>(change.what) ? "builds a link"
                         : std::holds_alternative<DemandChange>(change.what)
                             ? "changes the demand"
                             : "turns a policy on or off";
      diagnostics.error(
          change.at, fmt::format("policy '{}' {}", policy.id, what),
          "a policy opens, closes, sets, scales and tolls; the rest is for scenarios");
    }
  }
}

}  // namespace corridor
