#include <algorithm>
#include <cctype>
#include <memory>

#include <fmt/format.h>

#include "corridor/input/write.hpp"

#include "cli/command.hpp"

namespace corridor::cli {

namespace {

struct NewCommand {
  std::string file;
  std::string network;
  OutputOptions output;
};

/// An id from a file name: `what-if.yaml` names the scenario what_if.
std::string id_of(const std::filesystem::path& file) {
  std::string id = file.stem().string();
  std::transform(id.begin(), id.end(), id.begin(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 ? static_cast<char>(std::tolower(byte)) : '_';
  });
  if (id.empty() || std::isdigit(static_cast<unsigned char>(id.front())) != 0)
    id = "scenario_" + id;
  return id;
}

/// Things of the network that make the examples of a new file run as they stand.
struct Examples {
  std::string from;
  std::string to;
  std::string cargo;
  std::string link;
  std::string mode;
  std::string corridor;
};

Examples examples_of(const Network& network) {
  Examples examples;
  if (network.links.empty()) throw InputError({}, "network " + network.id + " has no links");
  Link link = network.links[LinkId{0}];
  examples.from = network.nodes[link.from].id;
  examples.to = network.nodes[link.to].id;
  if (!network.corridors.empty()) {
    const Corridor& corridor = network.corridors[CorridorId{0}];
    examples.corridor = corridor.id;
    examples.from = network.nodes[corridor.from].id;
    examples.to = network.nodes[corridor.to].id;
    if (!corridor.ways.empty()) link = network.links[link_of(corridor.ways.front())];
  }
  examples.link = link.id;
  examples.mode = network.modes[link.mode].id;
  examples.cargo = network.cargoes[CargoId{0}].id;
  return examples;
}

constexpr const char* head =
    R"(# A scenario: changes to a network, and questions put to it. Every key is explained in
# docs/scenario-format.md; `corridor list` finds ids, `corridor check` finds mistakes, and
# `corridor diff` shows what would change before anything is computed.
version: 1
scenario: {id}
title: What if ...?
# description: What is assumed, and why.
network: {network}

# The day whose state is changed; left out, the latest that the network knows.
# as_of: 2026-03-15

# Another scenario to compare with, and scenarios whose changes come first.
# baseline: status_quo
# extends: [another_scenario]
)";

constexpr const char* changes = R"(
# In order. Each picks links by id, mode, country, corridor, tag or status, and a selector that
# matches nothing is an error. `was` holds what you expect to find; anything else is an error too.
changes: []
#  - open:  {{link: {link}, was: planned}}
#  - close: {{country: XX, mode: {mode}}}
#  - set:   {{link: {link}, capacity: 5 Mt/yr}}
#  - scale: {{where: {{mode: {mode}}}, cost: +20%}}
#  - toll:  {{where: {{corridor: {corridor}}}, add: 120 USD/TEU}}
#  - policy: {{a_policy: on}}
#  - build: {{id: new_link, from: {from}, to: {to}, mode: {mode}, length: 160 km}}
)";

constexpr const char* questions = R"(
trips:
  - {{from: {from}, to: {to}, cargo: {cargo}}}
#  - {{from: {from}, to: {to}, cargo: {cargo}, via: [a_node], avoid: [XX]}}

# Corridors to evaluate as their sponsors describe them.
# corridors: [{corridor}]

# What routes minimise: cost, time, distance, emissions, or generalised, which is cost and the
# value of the time.
# objective: generalised

# Claims to hold the result against.
# expect:
#  - {{claim: ten_percent_cheaper, trip: {from} -> {to}, measure: cost, change: "<= -10%",
#     source: who says so}}
)";

std::string text_of(const NewCommand& command, const Network& network,
                    const std::filesystem::path& network_file) {
  const std::filesystem::path folder =
      std::filesystem::absolute(command.file).lexically_normal().parent_path();
  const std::filesystem::path relative =
      std::filesystem::absolute(network_file).lexically_normal().lexically_relative(folder);
  const Examples examples = examples_of(network);
  const std::string corridor = examples.corridor.empty() ? "a_corridor" : examples.corridor;
  using fmt::arg;
  return fmt::format(head, arg("id", id_of(command.file)),
                     arg("network", relative.generic_string())) +
         fmt::format(changes, arg("link", examples.link), arg("mode", examples.mode),
                     arg("corridor", corridor), arg("from", examples.from),
                     arg("to", examples.to)) +
         fmt::format(questions, arg("from", examples.from), arg("to", examples.to),
                     arg("cargo", examples.cargo), arg("corridor", corridor));
}

int act(const NewCommand& command) {
  Diagnostics warnings;
  const std::filesystem::path file = network_path(command.network);
  const Network network = read_network(file, warnings, command.output.reading());
  warn(command.output, warnings);
  write_file(command.file, text_of(command, network, file), command.output.force);
  if (!command.output.quiet) {
    fmt::print(stderr, "wrote {}; next: corridor check {}\n", command.file, command.file);
  }
  return answered;
}

}  // namespace

void add_new(CLI::App& app, Action& action) {
  auto command = std::make_shared<NewCommand>();
  CLI::App* sub = app.add_subcommand("new", "Write a commented scenario file to start from");
  sub->add_option("file", command->file, "The file to write")->required();
  sub->add_option("--network", command->network,
                  fmt::format("Network file or folder; left out: {}", default_network))
      ->type_name("PATH");
  sub->add_flag("--force", command->output.force, "Replace a file that is there");
  add_reading_options(*sub, command->output);
  sub->footer(
      "Examples:\n"
      "  corridor new scenarios/my-question.yaml\n"
      "  corridor new what-if.yaml --network scenarios/two-ways/network.yaml");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
