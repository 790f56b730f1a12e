#include <memory>

#include <fmt/format.h>

#include "corridor/scenario/demand.hpp"

#include "cli/command.hpp"

namespace corridor::cli {

namespace {

struct CheckCommand {
  std::vector<std::string> files;
  std::string network;
  OutputOptions output;
};

bool is_network(const std::filesystem::path& file) {
  return std::filesystem::is_directory(file) || kind_of_file(file) == "network";
}

std::string check_network(const std::string& file, const OutputOptions& output) {
  Diagnostics warnings;
  const Network network = read_network(file, warnings, output.reading());
  warn(output, warnings);
  return fmt::format(
      "{}: good; network {}: {} nodes, {} links, {} corridors, {} policies, {} events\n", file,
      network.id, network.nodes.size(), network.links.size(), network.corridors.size(),
      network.policies.size(), network.events.size());
}

std::string check_demand(const std::string& file, const CheckCommand& command) {
  Diagnostics warnings;
  const Network network =
      read_network(network_path(command.network), warnings, command.output.reading());
  const DemandPlan plan = read_demand(file, network, warnings, command.output.reading());
  Diagnostics told_by_the_reader;
  const Demand demand = spread(network, plan, told_by_the_reader);
  double mt_yr = 0;
  for (const DemandEntry& entry : demand.entries) mt_yr += entry.t_yr() / 1e6;
  warn(command.output, warnings);
  return fmt::format("{}: good; demand {} on network {}: {} totals, {} pairs, {:.1f} Mt/yr\n", file,
                     demand.id, network.id, demand.totals.size(), demand.entries.size(), mt_yr);
}

std::string check_scenario(const std::string& file, const OutputOptions& output) {
  const Study study = load_study({file}, output);
  const Scenario& scenario = study.scenarios.front();
  return fmt::format("{}: good; scenario {} on network {}: {} changes, {} trips, {} claims\n", file,
                     scenario.id, study.network.id, scenario.changes.size(), scenario.trips.size(),
                     scenario.expectations.size());
}

std::string check_file(const std::string& file, const CheckCommand& command) {
  if (is_network(file)) return check_network(file, command.output);
  if (kind_of_file(file) == "demand") return check_demand(file, command);
  return check_scenario(file, command.output);
}

/// Every file is looked at before anything wrong is told, so that all of it can be.
int act(const CheckCommand& command) {
  std::string good;
  std::vector<Diagnostic> wrong;
  for (const std::string& file : command.files) {
    try {
      good += check_file(file, command);
    } catch (const InputError& error) {
      wrong.insert(wrong.end(), error.diagnostics().begin(), error.diagnostics().end());
    }
  }
  emit(command.output, good);
  if (!wrong.empty()) throw InputError{std::move(wrong)};
  return answered;
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
  auto command = std::make_shared<CheckCommand>();
  CLI::App* sub =
      app.add_subcommand("check", "Find what is wrong with networks, scenarios and demands");
  sub->add_option("files", command->files, "Network files or folders, scenario and demand files")
      ->required();
  sub->add_option("--network", command->network,
                  std::string{"Network that demand files are about; left out: "} + default_network);
  add_reading_options(*sub, command->output);
  sub->footer(
      "Good files are named on standard output; errors, with file, line and column, on standard\n"
      "error. Exit status 1 if there is one.\n\n"
      "Examples:\n"
      "  corridor check scenarios/networks/eurasia\n"
      "  corridor check scenarios/*.yaml\n"
      "  corridor check scenarios/demand/2024.yaml");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
