#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "corridor/input/instance_kind.hpp"
#include "corridor/study/solve.hpp"

#include "cli/command.hpp"
#include "cli/tntp_problem.hpp"

namespace corridor::cli {

/// An option that fits some kinds of instances alone.
struct OptionOfKind {
  CLI::Option* option = nullptr;
  std::vector<InstanceKind> kinds;
};

struct SolveCommand {
  std::string file;
  std::string trips;
  bool certify = false;
  OutputOptions output;
  std::vector<OptionOfKind> of_kind;

  // Of shortest paths.
  std::string coordinates;
  std::optional<std::uint64_t> from;
  std::optional<std::uint64_t> to;
  bool all = false;
  std::size_t k = 1;
  std::string solver;
  bool whole_path = false;

  // Of flows.
  std::string flows;  // the file for them

  // Of assignment.
  std::string method = "algorithm_b";
  std::string principle = "ue";
  std::optional<double> gap;
  std::size_t most_iterations = 10'000;
  TntpWeights weights;
};

// Each reads the file, answers, and gives the exit status.
int solve_paths(const SolveCommand& command);
int solve_max_flow(const SolveCommand& command);
int solve_min_cost_flow(const SolveCommand& command);
int solve_assignment(const SolveCommand& command);

void add_path_options(CLI::App& sub, SolveCommand& command);
void add_assignment_options(CLI::App& sub, SolveCommand& command);

/// Says on standard error what was checked; false if it does not hold.
bool say_certificate(const std::optional<SolveCertificate>& certificate);

}  // namespace corridor::cli
