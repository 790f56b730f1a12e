#include <memory>
#include <utility>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"
#include "corridor/study/world.hpp"

#include "cli/command.hpp"
#include "cli/flow_demand.hpp"

namespace corridor::cli {

namespace {

struct FlowCommand {
  std::pair<std::string, std::string> ends;
  CLI::Option* max = nullptr;
  std::vector<std::string> files;
  DemandCommand demand;
  std::string cargo;
  std::optional<Date> as_of;
  bool certify = false;
  OutputOptions output;
};

NodeId find_node(const Network& network, const std::string& id) {
  if (const std::optional<NodeId> node = network.find_node(id)) return *node;
  std::vector<std::string> known;
  for (const Node& node : network.nodes) known.push_back(node.id);
  throw InputError({}, fmt::format("network {} has no node '{}'", network.id, id),
                   did_you_mean(id, known));
}

/// The scenarios, or the network as it stands, as a study of no scenario.
Study load(const FlowCommand& command) {
  const std::filesystem::path file =
      network_path(command.files.empty() ? "" : command.files.front());
  const bool is_network = std::filesystem::is_directory(file) || kind_of_file(file) == "network";
  if (!is_network || command.files.size() > 1) return load_study(command.files, command.output);
  Diagnostics warnings;
  Study study{read_network(file, warnings, command.output.reading()), {}};
  warn(command.output, warnings);
  return study;
}

int most_between(const Study& study, const FlowCommand& command) {
  const Network& network = study.network;
  FlowReport flow;
  flow.scenario = study.scenarios.empty() ? nullptr : &study.scenarios.front();
  flow.from = find_node(network, command.ends.first);
  flow.to = find_node(network, command.ends.second);
  if (flow.from == flow.to) throw CommandError("--max: the two places are the same");
  flow.cargo = find_cargo(network, command.cargo);
  flow.date = latest_date(network);
  if (flow.scenario != nullptr && flow.scenario->as_of) flow.date = *flow.scenario->as_of;
  if (command.as_of) flow.date = *command.as_of;
  const Compiled compiled{network, compile(network)};
  Worlds worlds{compiled, flow.scenario, flow.date};
  flow.throughput =
      most_throughput(compiled, worlds.of(flow.cargo), flow.from, flow.to, command.certify);
  if (flow.throughput.certified) {
    fmt::print(stderr,
               "certificate of the maximum flow: {} (capacities, conservation, and the cut equals "
               "the flow)\n",
               *flow.throughput.certified ? "holds" : "FAILS");
    if (!*flow.throughput.certified) return broken;
  }
  emit(command.output, report_flow(compiled, flow, format_of(command.output)));
  return flow.throughput.unlimited || flow.throughput.value_t_yr > 0 ? answered : no_answer;
}

int act(const FlowCommand& command) {
  const bool for_max = command.max->count() > 0;
  if (for_max && command.files.size() > 1) {
    throw CommandError("--max looks at one scenario or network at a time");
  }
  if (!for_max && !command.cargo.empty()) {
    throw CommandError("--cargo is of --max; a demand names its own cargoes");
  }
  const Study study = load(command);
  if (for_max) return most_between(study, command);
  DemandCommand demand = command.demand;
  demand.carriage.as_of = command.as_of;
  demand.carriage.certify = command.certify;
  return carry_demand(study, demand, command.output);
}

}  // namespace

void add_flow(CLI::App& app, Action& action) {
  auto command = std::make_shared<FlowCommand>();
  CLI::App* sub = app.add_subcommand(
      "flow", "Carry a demand in scenarios and their baselines, or find the most that fits");
  command->max = sub->add_option("--max", command->ends,
                                 "Instead: maximum flow between two nodes over all open routes, "
                                 "and the minimum cut")
                     ->type_name("FROM TO");
  sub->add_option(
      "files", command->files,
      std::string{"Scenarios, or a network file or folder; left out: "} + default_network);
  sub->add_option("--cargo", command->cargo, "Of --max: the cargo; left out: the network's first")
      ->type_name("ID");
  add_demand_options(*sub, command->demand, command->max);
  add_output_options(*sub, command->output);
  add_date_option(*sub, command->as_of);
  sub->add_flag("--certify", command->certify,
                "Prove the flow, and say on standard error what was checked");
  sub->footer(
      "Exit status 3: nothing fits, or nothing is carried.\n\n"
      "Examples:\n"
      "  corridor flow scenarios/red-sea-closed.yaml\n"
      "  corridor flow scenarios/zangezur-rail-opens.yaml --method equilibrium --certify\n"
      "  corridor flow scenarios/*.yaml --format csv --out carried.csv\n"
      "  corridor flow --max aktau istanbul\n"
      "  corridor flow --max baku istanbul scenarios/zangezur-rail-opens.yaml --certify");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
