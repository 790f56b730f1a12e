#include <memory>

#include "cli/command.hpp"
#include "cli/flow_demand.hpp"
#include "cli/flow_max.hpp"

namespace corridor::cli {

namespace {

struct FlowCommand {
  CLI::Option* for_max = nullptr;
  CLI::Option* for_all = nullptr;
  std::vector<std::string> files;
  MaxCommand max;
  DemandCommand demand;
};

/// The scenarios, or the network as it stands, as a study of no scenario.
Study load(const FlowCommand& command) {
  const std::filesystem::path file =
      network_path(command.files.empty() ? "" : command.files.front());
  const bool is_network = std::filesystem::is_directory(file) || kind_of_file(file) == "network";
  const OutputOptions& output = command.max.output;
  if (!is_network || command.files.size() > 1) return load_study(command.files, output);
  Diagnostics warnings;
  Study study{read_network(file, warnings, output.reading()), {}};
  warn(output, warnings);
  return study;
}

int act(const FlowCommand& command) {
  const bool for_max = command.for_max->count() > 0;
  const bool for_all = command.for_all->count() > 0;
  if ((for_max || for_all) && command.files.size() > 1) {
    throw CommandError(for_max ? "--max looks at one scenario or network at a time"
                               : "--max-all looks at one scenario or network at a time");
  }
  if (!for_max && !for_all && !command.max.cargo.empty()) {
    throw CommandError("--cargo is of --max and --max-all; a demand names its own cargoes");
  }
  const Study study = load(command);
  if (for_all) return most_between_all(study, command.max);
  if (for_max) return most_between_ends(study, command.max);
  DemandCommand demand = command.demand;
  demand.carriage.as_of = command.max.as_of;
  demand.carriage.certify = command.max.certify;
  return carry_demand(study, demand, command.max.output);
}

}  // namespace

void add_flow(CLI::App& app, Action& action) {
  auto command = std::make_shared<FlowCommand>();
  CLI::App* sub = app.add_subcommand(
      "flow", "Carry a demand in scenarios and their baselines, or find the most that fits");
  command->for_max =
      sub->add_option("--max", command->max.ends,
                      "Instead: maximum flow between two places over all open routes, what binds, "
                      "and what would raise it. A place is a node, a country, a customs union or "
                      "several of these, parted by commas")
          ->type_name("FROM TO");
  command->for_all =
      sub->add_option("--max-all", command->max.places,
                      "Instead: maximum flow between any two of several places, likewise parted "
                      "by commas, and the cuts that part them")
          ->type_name("PLACES")
          ->excludes(command->for_max);
  sub->add_option(
      "files", command->files,
      std::string{"Scenarios, or a network file or folder; left out: "} + default_network);
  sub->add_option("--cargo", command->max.cargo,
                  "Of --max and --max-all: the cargo; left out: the network's first")
      ->type_name("ID");
  add_demand_options(*sub, command->demand, {command->for_max, command->for_all});
  add_output_options(*sub, command->max.output);
  add_date_option(*sub, command->max.as_of);
  sub->add_flag("--certify", command->max.certify,
                "Prove the flow, and say on standard error what was checked");
  sub->footer(
      "Exit status 3: nothing fits, or nothing is carried.\n\n"
      "Examples:\n"
      "  corridor flow scenarios/red-sea-closed.yaml\n"
      "  corridor flow scenarios/zangezur-rail-opens.yaml --method equilibrium --certify\n"
      "  corridor flow scenarios/red-sea-closed.yaml --method path-size-logit --theta 0.05\n"
      "  corridor flow scenarios/hormuz-closed.yaml --method concurrent\n"
      "  corridor flow scenarios/*.yaml --format csv --out carried.csv\n"
      "  corridor flow --max aktau istanbul\n"
      "  corridor flow --max KZ,UZ baku,anzali --cargo grain\n"
      "  corridor flow --max-all aktau,baku,poti,istanbul --certify\n"
      "  corridor flow --max baku istanbul scenarios/zangezur-rail-opens.yaml --certify");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
