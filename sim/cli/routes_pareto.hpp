#pragma once

#include <cstddef>
#include <vector>

#include "corridor/report/pareto.hpp"

#include "cli/command.hpp"

namespace corridor::cli {

/// The options of `routes` that ask for a frontier.
struct ParetoCommand {
  FrontierOptions frontier;  // no measures: none is asked for
  std::size_t top = 20;
  bool top_given = false;
  CLI::Option* pareto = nullptr;

  bool wanted() const { return !frontier.measures.empty(); }
};
void add_pareto_options(CLI::App& sub, ParetoCommand& command);

/// The frontiers of all trips, reported; with `certify` each is checked, and what was checked is
/// said on standard error. `certified` becomes false where a certificate does not hold.
std::string frontiers_of(const Compiled& compiled, const std::vector<RunResult>& runs,
                         const ParetoCommand& command, Format format, bool& certified);

}  // namespace corridor::cli
