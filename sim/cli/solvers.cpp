#include "cli/solvers.hpp"

#include <variant>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"

#include "cli/command.hpp"

namespace corridor::cli {

namespace {

std::string with_names(const std::string& help) {
  return fmt::format("{} One of: {}", help, fmt::join(solver_names(), ", "));
}

}  // namespace

CLI::Option* add_solver_option(CLI::App& command, std::string& solver, const std::string& help) {
  return command.add_option("--solver", solver, with_names(help))->type_name("NAME");
}

CLI::Option* add_solver_option(CLI::App& command, std::vector<std::string>& solvers,
                               const std::string& help) {
  // One name each time, so that what follows is not taken for another.
  return command.add_option("--solver", solvers, with_names(help))
      ->type_name("NAME")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

SolverOptions find_solver(const std::string& name) {
  if (const auto found = solver_by_name(name)) return *found;
  const std::vector<std::string> known = solver_names();
  const std::string hint = did_you_mean(name, known);
  throw CommandError(
      fmt::format("--solver: '{}' is no solver; {}", name,
                  hint.empty() ? fmt::format("there are {}", fmt::join(known, ", ")) : hint));
}

bool uses_points(const SolverOptions& solver) {
  return std::holds_alternative<ContractionHierarchy>(solver);
}

RoadGraph load_road_graph(const std::string& file, const std::string& coordinates, bool wanted) {
  if (!coordinates.empty()) return read_road_graph(file, coordinates);
  return read_road_graph(file, wanted ? coordinates_beside(file) : std::filesystem::path{});
}

std::string seconds_text(double seconds) {
  if (seconds < 1e-3) return fmt::format("{:.1f} us", seconds * 1e6);
  if (seconds < 1) return fmt::format("{:.1f} ms", seconds * 1e3);
  return fmt::format("{:.2f} s", seconds);
}

}  // namespace corridor::cli
