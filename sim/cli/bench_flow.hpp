#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "corridor/input/instance_kind.hpp"
#include "corridor/study/bench_flow.hpp"

#include "cli/command.hpp"
#include "cli/tntp_problem.hpp"

namespace corridor::cli {

/// Solvers of flows side by side.
struct FlowBenchCommand {
  std::string file;  // empty: generated problems
  std::string trips;
  std::uint32_t seed = 1;
  FlowBenchOptions options;
  TntpWeights weights;  // of assignment alone
  const OutputOptions& output;
};

/// On a problem of each kind that the seed stands for.
int bench_generated_flows(const FlowBenchCommand& command);

/// On an instance of that kind, which is not of shortest paths.
int bench_flow_file(const FlowBenchCommand& command, InstanceKind kind);

}  // namespace corridor::cli
