#include <memory>

#include <fmt/format.h>

#include "cli/command.hpp"

namespace corridor::cli {

namespace {

struct CheckCommand {
  std::vector<std::string> files;
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

std::string check_scenario(const std::string& file, const OutputOptions& output) {
  const Study study = load_study({file}, output);
  const Scenario& scenario = study.scenarios.front();
  return fmt::format("{}: good; scenario {} on network {}: {} changes, {} trips, {} claims\n", file,
                     scenario.id, study.network.id, scenario.changes.size(), scenario.trips.size(),
                     scenario.expectations.size());
}

/// Every file is looked at before anything wrong is told, so that all of it can be.
int act(const CheckCommand& command) {
  std::string good;
  std::vector<Diagnostic> wrong;
  for (const std::string& file : command.files) {
    try {
      good += is_network(file) ? check_network(file, command.output)
                               : check_scenario(file, command.output);
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
  CLI::App* sub = app.add_subcommand("check", "Find what is wrong with networks and scenarios");
  sub->add_option("files", command->files, "Network files or folders, and scenario files")
      ->required();
  add_reading_options(*sub, command->output);
  sub->footer(
      "Good files are named on standard output; errors, with file, line and column, on standard\n"
      "error. Exit status 1 if there is one.\n\n"
      "Examples:\n"
      "  corridor check scenarios/networks/eurasia\n"
      "  corridor check scenarios/*.yaml");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
