#include <algorithm>
#include <memory>

#include "cli/flow_demand.hpp"

namespace corridor::cli {

namespace {

struct RunCommand {
  std::vector<std::string> scenarios;
  OutputOptions output;
  RunOptions run;
  bool strict = false;
  bool with_demand = false;
};

bool any_route(const std::vector<RunResult>& runs) {
  bool asked = false;
  for (const RunResult& result : runs) {
    for (const Subject& subject : result.subjects) {
      asked = true;
      if (subject.scenario.evaluation.reachable) return true;
    }
  }
  return !asked;
}

bool any_claim_fails(const std::vector<RunResult>& runs) {
  return std::any_of(runs.begin(), runs.end(), [](const RunResult& result) {
    return std::any_of(result.claims.begin(), result.claims.end(),
                       [](const ClaimResult& claim) { return claim.verdict == Verdict::fails; });
  });
}

int act(const RunCommand& command) {
  const Study study = load_study(command.scenarios, command.output);
  const Compiled compiled{study.network, compile(study.network)};
  const Runs runs = run_all(compiled, study, command.run);
  if (!runs.certified) return broken;
  bool certified = true;
  const std::optional<CarriageReport> demand =
      command.with_demand
          ? std::optional{demand_in(compiled, study, command.run, command.output, certified)}
          : std::nullopt;
  if (!certified) return broken;
  emit(command.output,
       report_run(compiled, runs.results, format_of(command.output), demand ? &*demand : nullptr));
  if (!any_route(runs.results)) return no_answer;
  return command.strict && any_claim_fails(runs.results) ? no_answer : answered;
}

}  // namespace

void add_run(CLI::App& app, Action& action) {
  auto command = std::make_shared<RunCommand>();
  CLI::App* sub = app.add_subcommand("run", "Evaluate scenarios against their baseline");
  sub->add_option("scenarios", command->scenarios, "Scenario files")->required();
  add_output_options(*sub, command->output);
  add_objective_option(*sub, command->run.objective);
  add_date_option(*sub, command->run.as_of);
  add_threads_option(*sub, command->run.threads);
  sub->add_flag("--certify", command->run.certify,
                "Prove each route and flow, and say on standard error what was checked");
  add_with_demand_option(*sub, command->with_demand);
  sub->add_flag("--strict", command->strict, "Exit with 3 if a claim of `expect` fails");
  sub->footer(
      "A trip without a route is an answer, with its reason. Exit status 3: no trip and no "
      "corridor\n"
      "has a route in its scenario, or, with --strict, a claim fails.\n\n"
      "Examples:\n"
      "  corridor run scenarios/zangezur-rail-opens.yaml\n"
      "  corridor run scenarios/*.yaml --format json --out results.json\n"
      "  corridor run scenarios/instc-against-suez.yaml --strict --certify\n"
      "  corridor run scenarios/red-sea-closed.yaml --as-of 2025-12-31 --objective time");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
