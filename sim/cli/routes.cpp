#include <memory>

#include "cli/command.hpp"

namespace corridor::cli {

namespace {

struct RoutesCommand {
  std::vector<std::string> scenarios;
  OutputOptions output;
  RunOptions run;
};

int act(const RoutesCommand& command) {
  const Study study = load_study(command.scenarios, command.output);
  const Compiled compiled{study.network, compile(study.network)};
  const Runs runs = run_all(compiled, study, command.run);
  if (!runs.certified) return broken;
  emit(command.output, report_routes(compiled, runs.results, format_of(command.output)));
  return answered;
}

}  // namespace

void add_routes(CLI::App& app, Action& action) {
  auto command = std::make_shared<RoutesCommand>();
  command->run.most_throughput = false;
  CLI::App* sub = app.add_subcommand("routes", "Show the best route of each trip, leg by leg");
  sub->add_option("scenarios", command->scenarios, "Scenario files")->required();
  add_output_options(*sub, command->output);
  add_objective_option(*sub, command->run.objective);
  add_date_option(*sub, command->run.as_of);
  sub->add_flag("--certify", command->run.certify,
                "Prove each route, and say on standard error what was checked");
  sub->footer(
      "Examples:\n"
      "  corridor routes scenarios/zangezur-rail-opens.yaml\n"
      "  corridor routes scenarios/status-quo.yaml --objective time --format csv --out legs.csv");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
