#include "cli/flow_demand.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "cli/flow_share.hpp"
#include "cli/number_in.hpp"
#include "cli/progress.hpp"

namespace corridor::cli {

namespace {

constexpr const char* concurrent = "concurrent";

const std::map<std::string, CarriageMethod>& methods() {
  static const std::map<std::string, CarriageMethod> all{
      {"least-cost", CarriageMethod::least_cost},
      {"equilibrium", CarriageMethod::equilibrium},
      {"system-optimum", CarriageMethod::system_optimum},
      {"logit", CarriageMethod::logit},
      {"path-size-logit", CarriageMethod::path_size_logit}};
  return all;
}

/// Throws the errors, prints the warnings.
void settle(const Diagnostics& diagnostics, const OutputOptions& output) {
  diagnostics.throw_if_any_error();
  warn(output, diagnostics);
}

Demand applied(const Network& network, Demand demand, const Scenario& scenario,
               const OutputOptions& output) {
  Diagnostics diagnostics;
  apply(network, scenario.changes, demand, diagnostics);
  settle(diagnostics, output);
  return demand;
}

void print_effort(const CarriageResult& result, const OutputOptions& output) {
  if (output.quiet) return;
  fmt::print(stderr, "{}: solved in {:.0f} ms, after its baseline in {:.0f} ms\n",
             result.scenario == nullptr ? "the network as it stands" : result.scenario->id,
             1000 * result.changed.seconds, 1000 * result.baseline.seconds);
}

CarriageResult carry_in(const Compiled& compiled, const Scenario* scenario,
                        const DemandCommand& command, const OutputOptions& output) {
  const ScenarioDemands demands = demands_of(compiled.network, scenario, command.demand, output);
  return carry(compiled, scenario, {demands.baseline, demands.scenario}, command.carriage);
}

/// Carries and looks for the causes of what is left.
void add_result(const Compiled& compiled, const Scenario* scenario, const DemandCommand& command,
                const OutputOptions& output, CarriageReport& report) {
  report.results.push_back(carry_in(compiled, scenario, command, output));
  const Carriage& changed = report.results.back().changed;
  Worlds worlds{compiled, scenario, changed.date};
  report.causes.push_back(causes_of_unmet(compiled, worlds, changed, command.most));
}

CLI::Option* add_amount_option(CLI::App& sub, const std::string& name, const std::string& help,
                               const std::function<void(double)>& take) {
  return sub
      .add_option_function<std::string>(
          name,
          [name, take](const std::string& text) {
            const std::optional<double> number = number_in<double>(text);
            if (!number || !(*number > 0 && *number <= 1e9)) {
              throw CLI::ValidationError(name, "'" + text + "' is no number above 0");
            }
            take(*number);
          },
          help)
      ->type_name("NUMBER");
}

}  // namespace

void print_proof(const Scenario* scenario, const char* which,
                 const std::optional<CarriageCertificate>& certificate, bool& good) {
  if (!certificate) return;
  good = good && certificate->holds;
  fmt::print(stderr,
             "certificate of {}, {}: {} (relative gap {:.1e}, worst overload {:.1e}, worst "
             "imbalance {:.1e})\n",
             scenario == nullptr ? "the network as it stands" : scenario->id, which,
             certificate->holds ? "holds" : "FAILS", certificate->gap, certificate->worst_overload,
             certificate->worst_imbalance);
}

void add_demand_options(CLI::App& sub, DemandCommand& command,
                        const std::vector<CLI::Option*>& others) {
  const std::vector<CLI::Option*> before = sub.get_options();
  sub.add_option("--demand", command.demand,
                 std::string{"Demand file; left out: the scenario's own, or "} + default_demand)
      ->type_name("FILE");
  sub.add_option_function<std::string>(
         "--method",
         [&command](const std::string& text) {
           command.share = text == concurrent;
           if (!command.share) command.carriage.method = methods().at(text);
         },
         "How demand finds its way: least-cost within the capacities (left out), equilibrium or "
         "system-optimum on links that slow down as they fill; or concurrent: the largest common "
         "share of all demand that fits within the capacities")
      ->type_name("METHOD")
      ->check(CLI::IsMember(std::vector<std::string>{"least-cost", "equilibrium", "system-optimum",
                                                     "logit", "path-size-logit", concurrent}));
  add_amount_option(sub, "--gap",
                    "Relative gap to the best to stop at; left out: 1e-6 on links that "
                    "slow down, else 1e-9",
                    [&command](double gap) { command.carriage.gap = gap; });
  command.penalty = add_amount_option(
      sub, "--penalty", "What a tonne that is not carried costs, in USD; left out: 1000",
      [&command](double usd) { command.carriage.penalty_usd_t = usd; });
  command.theta = add_amount_option(
      sub, "--theta",
      "Of the logits: a route that is dearer by 1/theta USD/t is taken e times more seldom; left "
      "out: 0.1, an assumption",
      [&command](double theta) { command.carriage.theta_t_usd = theta; });
  sub.add_option_function<std::string>(
         "--top",
         [&command](const std::string& text) {
           const std::optional<std::size_t> number = number_in<std::size_t>(text);
           if (!number || *number == 0) {
             throw CLI::ValidationError("--top", "'" + text + "' is no whole number above 0");
           }
           command.most = *number;
         },
         "Rows of long tables to show; left out: 10; csv and json hold all")
      ->type_name("N");
  for (CLI::Option* option : sub.get_options()) {
    if (std::find(before.begin(), before.end(), option) != before.end()) continue;
    for (CLI::Option* other : others) option->excludes(other);
  }
}

namespace {

/// The demand file given, or the default one.
std::string demand_path(const std::string& given) {
  if (!given.empty()) return given;
  if (!std::filesystem::exists(default_demand)) {
    throw InputError({}, fmt::format("no demand is given, and there is no {} here", default_demand),
                     "name a demand file by --demand, or under 'demand' in the scenario");
  }
  return default_demand;
}

}  // namespace

ScenarioDemands demands_of(const Network& network, const Scenario* scenario,
                           const std::string& file, const OutputOptions& output) {
  const Scenario* baseline =
      scenario == nullptr || scenario->baseline.empty() ? nullptr : &scenario->baseline.front();
  const bool own = file.empty() && scenario != nullptr && scenario->demand;
  Diagnostics diagnostics;
  const DemandPlan plan =
      own ? *scenario->demand
          : read_demand(demand_path(file), network, diagnostics, output.reading());
  const DemandPlan& before =
      own && baseline != nullptr && baseline->demand ? *baseline->demand : plan;
  ScenarioDemands demands{spread(network, before, diagnostics), spread(network, plan, diagnostics)};
  settle(diagnostics, output);
  if (baseline != nullptr) {
    demands.baseline = applied(network, std::move(demands.baseline), *baseline, output);
  }
  if (scenario != nullptr) {
    demands.scenario = applied(network, std::move(demands.scenario), *scenario, output);
  }
  return demands;
}

void add_with_demand_option(CLI::App& sub, bool& wanted) {
  sub.add_flag(
      "--with-demand", wanted,
      std::string{"Also carry the demand at least cost: the scenario's own, or "} + default_demand);
}

CarriageReport demand_in(const Compiled& compiled, const Study& study, const RunOptions& options,
                         const OutputOptions& output, bool& certified) {
  DemandCommand command;
  command.carriage.as_of = options.as_of;
  command.carriage.certify = options.certify;
  CarriageReport report{{}, command.carriage, command.most};
  for (const Scenario& scenario : study.scenarios) {
    report.results.push_back(carry_in(compiled, &scenario, command, output));
    print_proof(report.results.back().scenario, "baseline",
                report.results.back().baseline.certificate, certified);
    print_proof(report.results.back().scenario, "scenario",
                report.results.back().changed.certificate, certified);
  }
  return report;
}

int carry_demand(const Study& study, const DemandCommand& command, const OutputOptions& output) {
  if (command.theta->count() > 0 && (command.share || !is_choice(command.carriage.method))) {
    throw CommandError("--theta is of --method logit and path-size-logit");
  }
  if (command.share) return share_demand(study, command, output);
  const Compiled compiled{study.network, compile(study.network)};
  CarriageReport report{{}, command.carriage, command.most};
  Progress progress{output.quiet};
  if (study.scenarios.empty()) add_result(compiled, nullptr, command, output, report);
  for (const Scenario& scenario : study.scenarios) {
    progress.say(scenario.id);
    add_result(compiled, &scenario, command, output, report);
  }
  bool good = true;
  for (const CarriageResult& result : report.results) {
    print_proof(result.scenario, "baseline", result.baseline.certificate, good);
    print_proof(result.scenario, "scenario", result.changed.certificate, good);
    print_effort(result, output);
  }
  if (!good) return broken;
  emit(output, report_carriage(compiled, report, format_of(output)));
  const bool any = std::ranges::any_of(
      report.results, [](const CarriageResult& result) { return result.changed.carried_t_yr > 0; });
  return any ? answered : no_answer;
}

}  // namespace corridor::cli
