#include <memory>

#include "cli/command.hpp"

namespace corridor::cli {

namespace {

struct ValidateCommand {
  std::string network;
  std::string cargo;
  OutputOptions output;
};

int act(const ValidateCommand& command) {
  Diagnostics warnings;
  const Network network =
      read_network(network_path(command.network), warnings, command.output.reading());
  warn(command.output, warnings);
  const CargoId cargo = find_cargo(network, command.cargo);
  if (network.benchmarks.empty()) {
    throw InputError({}, "network " + network.id + " has no benchmarks to be held against",
                     "name a table of them under `tables: {benchmarks: ...}`");
  }
  const Compiled compiled{network, compile(network)};
  emit(command.output,
       report_validation(compiled, validate(compiled, cargo), format_of(command.output)));
  return answered;
}

}  // namespace

void add_validate(CLI::App& app, Action& action) {
  auto command = std::make_shared<ValidateCommand>();
  CLI::App* sub = app.add_subcommand("validate", "Hold the model against published figures");
  sub->add_option("network", command->network,
                  std::string{"Network file or folder; left out: "} + default_network);
  sub->add_option("--cargo", command->cargo, "The cargo; left out: the network's first")
      ->type_name("ID");
  add_output_options(*sub, command->output);
  sub->footer(
      "Examples:\n"
      "  corridor validate scenarios/networks/eurasia\n"
      "  corridor validate --format markdown --out validation.md");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
