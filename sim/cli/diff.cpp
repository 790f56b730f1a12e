#include "corridor/scenario/diff.hpp"

#include <algorithm>
#include <memory>

#include "corridor/scenario/demand.hpp"

#include "cli/command.hpp"

namespace corridor::cli {

namespace {

struct DiffCommand {
  std::vector<std::string> scenarios;
  OutputOptions output;
  std::optional<Date> as_of;
};

/// The cargoes that the scenario's trips carry; the network's first where there is no trip.
std::vector<CargoId> cargoes_of(const Network& network, const Scenario& scenario) {
  std::vector<CargoId> cargoes;
  for (const Trip& trip : scenario.trips) {
    const CargoId cargo = network.find_cargo(trip.cargo.text).value_or(CargoId{0});
    if (std::find(cargoes.begin(), cargoes.end(), cargo) == cargoes.end()) cargoes.push_back(cargo);
  }
  if (cargoes.empty()) cargoes.emplace_back(0);
  return cargoes;
}

Date date_of(const Network& network, const Scenario& scenario, const std::optional<Date>& as_of) {
  if (as_of) return *as_of;
  return scenario.as_of.value_or(latest_date(network));
}

DiffReport diff_of(const Network& network, const Scenario& scenario, CargoId cargo,
                   const std::optional<Date>& as_of) {
  Diagnostics diagnostics;
  const Date date = date_of(network, scenario, as_of);
  const State before = scenario.baseline.empty()
                           ? base_state(network, cargo, date)
                           : resolve(network, scenario.baseline.front(), cargo, diagnostics,
                                     date_of(network, scenario.baseline.front(), as_of));
  DiffReport report;
  report.scenario = &scenario;
  report.cargoes = {network.cargoes[cargo].id};
  const State after = resolve(network, scenario, cargo, diagnostics, date, &report.effects);
  diagnostics.throw_if_any_error();
  report.changes = difference(network, before, after);
  return report;
}

/// The demand of the scenario beside that of its baseline.
void add_demand(const Network& network, DiffReport& diff) {
  const Scenario& scenario = *diff.scenario;
  Diagnostics diagnostics;
  const auto after = demand_of(network, scenario, diagnostics, &diff.demand_effects);
  if (!after) return;
  const Demand before = scenario.baseline.empty()
                            ? spread(network, *scenario.demand, diagnostics)
                            : *demand_of(network, scenario.baseline.front(), diagnostics);
  diagnostics.throw_if_any_error();
  diff.demand = difference(before, *after);
}

bool same(const AttributeChange& a, const AttributeChange& b) {
  return a.way == b.way && a.both_ways == b.both_ways && a.node == b.node &&
         a.attribute == b.attribute && a.unit == b.unit && a.before == b.before &&
         a.after == b.after;
}

bool same(const Effect& a, const Effect& b) {
  return a.links == b.links && a.nodes == b.nodes && a.changed_anything == b.changed_anything;
}

/// Cargoes that a scenario touches alike are told of once.
void add(std::vector<DiffReport>& diffs, DiffReport diff) {
  const auto alike = [&](const DiffReport& other) {
    return other.scenario == diff.scenario &&
           std::equal(other.effects.begin(), other.effects.end(), diff.effects.begin(),
                      diff.effects.end(),
                      [](const Effect& a, const Effect& b) { return same(a, b); }) &&
           std::equal(
               other.changes.begin(), other.changes.end(), diff.changes.begin(), diff.changes.end(),
               [](const AttributeChange& a, const AttributeChange& b) { return same(a, b); });
  };
  const auto found = std::find_if(diffs.begin(), diffs.end(), alike);
  if (found == diffs.end()) {
    diffs.push_back(std::move(diff));
  } else {
    found->cargoes.push_back(diff.cargoes.front());
  }
}

int act(const DiffCommand& command) {
  const Study study = load_study(command.scenarios, command.output);
  std::vector<DiffReport> diffs;
  for (const Scenario& scenario : study.scenarios) {
    const std::size_t first = diffs.size();
    for (const CargoId cargo : cargoes_of(study.network, scenario)) {
      add(diffs, diff_of(study.network, scenario, cargo, command.as_of));
    }
    add_demand(study.network, diffs[first]);
  }
  emit(command.output, report_diff(study.network, diffs, format_of(command.output)));
  return answered;
}

}  // namespace

void add_diff(CLI::App& app, Action& action) {
  auto command = std::make_shared<DiffCommand>();
  CLI::App* sub = app.add_subcommand(
      "diff",
      "Show what a scenario would change, attribute by attribute, before computing anything");
  sub->add_option("scenarios", command->scenarios, "Scenario files")->required();
  add_output_options(*sub, command->output);
  add_date_option(*sub, command->as_of);
  sub->footer(
      "Each change is shown with what it matched, then every attribute that differs from the\n"
      "baseline, old and new, for each cargo of the scenario's trips; and every pair of places\n"
      "whose demand differs.\n\n"
      "Examples:\n"
      "  corridor diff scenarios/zangezur-rail-opens.yaml\n"
      "  corridor diff scenarios/red-sea-closed.yaml --format csv");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
