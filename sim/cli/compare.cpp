#include <map>
#include <memory>

#include "corridor/scenario/names.hpp"

#include "cli/flow_demand.hpp"

namespace corridor::cli {

namespace {

struct CompareCommand {
  std::vector<std::string> scenarios;
  OutputOptions output;
  RunOptions run;
  std::vector<std::string> measures{"cost"};
  CompareBy by = CompareBy::trip;
  bool with_demand = false;
};

int act(const CompareCommand& command) {
  const Study study = load_study(command.scenarios, command.output);
  const Compiled compiled{study.network, compile(study.network)};
  const Runs runs = run_all(compiled, study, command.run);
  if (!runs.certified) return broken;
  std::vector<ComparisonTable> tables;
  for (const std::string& measure : command.measures) {
    tables.push_back(compare(compiled, runs.results, parse_measure(measure).value(), command.by));
  }
  bool certified = true;
  const std::optional<CarriageReport> demand =
      command.with_demand
          ? std::optional{demand_in(compiled, study, command.run, command.output, certified)}
          : std::nullopt;
  if (!certified) return broken;
  emit(command.output,
       report_comparison(compiled, tables, format_of(command.output), demand ? &*demand : nullptr));
  return answered;
}

}  // namespace

void add_compare(CLI::App& app, Action& action) {
  auto command = std::make_shared<CompareCommand>();
  command->run.runner_up = false;
  command->run.most_throughput = false;
  CLI::App* sub =
      app.add_subcommand("compare", "Set many scenarios side by side, a measure a table");
  sub->add_option("scenarios", command->scenarios, "Scenario files")->required();
  const std::vector<std::string> measures{measure_names().begin(), measure_names().end()};
  sub->add_option("--measure,-m", command->measures,
                  "distance, time, cost (the default), emissions, borders, transfers, gauge_breaks "
                  "or throughput; may be repeated")
      ->type_name("MEASURE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check(CLI::IsMember(measures).description(""));
  const std::map<std::string, CompareBy> ways{{"trip", CompareBy::trip},
                                              {"corridor", CompareBy::corridor},
                                              {"country", CompareBy::country},
                                              {"mode", CompareBy::mode}};
  sub->add_option(
         "--by", command->by,
         "A row a trip (the default), corridor, country or mode; by country and mode, sums "
         "over all trips that have a route in every scenario")
      ->type_name("ROWS")
      ->transform(CLI::CheckedTransformer(ways).description(""));
  add_output_options(*sub, command->output);
  add_objective_option(*sub, command->run.objective);
  add_date_option(*sub, command->run.as_of);
  add_threads_option(*sub, command->run.threads);
  sub->add_flag("--certify", command->run.certify,
                "Prove each route, and say on standard error what was checked");
  add_with_demand_option(*sub, command->with_demand);
  sub->footer(
      "Examples:\n"
      "  corridor compare scenarios/zangezur-*.yaml\n"
      "  corridor compare scenarios/*.yaml --measure time --measure cost\n"
      "  corridor compare scenarios/aras-*.yaml --measure emissions --by country --format csv");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
