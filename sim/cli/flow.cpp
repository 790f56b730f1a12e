#include <memory>
#include <utility>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"
#include "corridor/study/world.hpp"

#include "cli/command.hpp"

namespace corridor::cli {

namespace {

struct FlowCommand {
  std::pair<std::string, std::string> ends;
  std::string file;
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

/// The scenario, or the network as it stands, as a study of one or no scenario.
Study load(const FlowCommand& command) {
  const std::filesystem::path file = network_path(command.file);
  if (!std::filesystem::is_directory(file) && kind_of_file(file) != "network") {
    return load_study({command.file}, command.output);
  }
  Diagnostics warnings;
  Study study{read_network(file, warnings, command.output.reading()), {}};
  warn(command.output, warnings);
  return study;
}

int act(const FlowCommand& command) {
  const Study study = load(command);
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

}  // namespace

void add_flow(CLI::App& app, Action& action) {
  auto command = std::make_shared<FlowCommand>();
  CLI::App* sub =
      app.add_subcommand("flow", "Find the most that fits between two places, and what binds");
  sub->add_option("--max", command->ends,
                  "Two nodes: maximum flow over all open routes, minimum cut")
      ->type_name("FROM TO")
      ->required();
  sub->add_option("file", command->file,
                  std::string{"Scenario, or network file or folder; left out: "} + default_network);
  sub->add_option("--cargo", command->cargo, "The cargo; left out: the network's first")
      ->type_name("ID");
  add_output_options(*sub, command->output);
  add_date_option(*sub, command->as_of);
  sub->add_flag("--certify", command->certify,
                "Prove the flow, and say on standard error what was checked");
  sub->footer(
      "Exit status 3: nothing fits.\n\n"
      "Examples:\n"
      "  corridor flow --max aktau istanbul\n"
      "  corridor flow --max baku istanbul scenarios/zangezur-rail-opens.yaml --certify");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
