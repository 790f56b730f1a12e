#include "cli/flow_share.hpp"

#include <cstdio>
#include <vector>

#include <fmt/format.h>

#include "corridor/report/fitting_share.hpp"

#include "cli/progress.hpp"

namespace corridor::cli {

namespace {

/// What cuts off the pairs that are left out.
std::vector<UnmetCause> causes_of_left_out(const Compiled& compiled, const ShareResult& result,
                                           std::size_t most) {
  Carriage left;
  left.pairs = result.changed.left_out;
  Worlds worlds{compiled, result.scenario, result.changed.date};
  return causes_of_unmet(compiled, worlds, left, most);
}

ShareResult share_in(const Compiled& compiled, const Scenario* scenario,
                     const DemandCommand& command, const OutputOptions& output) {
  const ScenarioDemands demands = demands_of(compiled.network, scenario, command.demand, output);
  return fitting_share(compiled, scenario, {demands.baseline, demands.scenario}, command.carriage);
}

}  // namespace

int share_demand(const Study& study, const DemandCommand& command, const OutputOptions& output) {
  if (command.penalty->count() > 0) {
    throw CommandError("--penalty does not fit --method concurrent, in which costs do not matter");
  }
  const Compiled compiled{study.network, compile(study.network)};
  ShareReport report{{}, command.carriage, command.most, {}};
  Progress progress{output.quiet};
  if (study.scenarios.empty()) {
    report.results.push_back(share_in(compiled, nullptr, command, output));
  }
  for (const Scenario& scenario : study.scenarios) {
    progress.say(scenario.id);
    report.results.push_back(share_in(compiled, &scenario, command, output));
  }
  bool good = true;
  bool any = false;
  for (const ShareResult& result : report.results) {
    print_proof(result.scenario, "baseline, share", result.baseline.certificate, good);
    print_proof(result.scenario, "scenario, share", result.changed.certificate, good);
    report.causes.push_back(causes_of_left_out(compiled, result, command.most));
    any = any || result.changed.fitting_t_yr() > 0;
  }
  if (!good) return broken;
  emit(output, report_share(compiled, report, format_of(output)));
  return any ? answered : no_answer;
}

}  // namespace corridor::cli
