#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corridor/study/solve_flow.hpp"

namespace corridor {

struct FlowBenchOptions {
  std::size_t repeat = 1;  // of each solve; the least time counts
  double gap = 1e-4;       // that methods of assignment reach
  std::size_t most_iterations = 10'000;
  std::function<void(const std::string&)> progress;  // told what is being measured
};

/// One solver's answer to a problem.
struct FlowSolverBench {
  std::string solver;
  double seconds = 0;             // the least of all solves
  double value = 0;               // that flows, or of the objective; NaN if there is none
  std::optional<double> gap;      // of methods that end at one
  std::size_t iterations = 0;     // 0 of those that count none
  bool agrees = false;            // with the first
  std::optional<bool> certified;  // rivals give no proof
  double times_first = 0;         // the first's time over this one's
};

/// Solvers of one problem side by side.
struct FlowProblemBench {
  std::string problem;
  std::size_t vertices = 0;
  std::size_t arcs = 0;
  std::vector<FlowSolverBench> solvers;
  bool agrees() const;  // and no certificate fails
};

/// Beside Boost.Graph's Boykov-Kolmogorov and push-relabel. They must find the same value.
FlowProblemBench bench(const MaxFlowQuestion& question, const FlowBenchOptions& options);

/// Beside Boost.Graph's successive shortest paths where these suit and the graph is small enough
/// to wait for them. They must find the same cost, or both none.
FlowProblemBench bench(const MinCostQuestion& question, const FlowBenchOptions& options);

/// All methods. Of each its certificate gives a least and a most that the optimum may be: what two
/// of them give must overlap.
FlowProblemBench bench(const AssignmentQuestion& question, const FlowBenchOptions& options);

/// One problem of each kind, on grids that the seed stands for.
std::vector<FlowProblemBench> bench_flows(std::uint32_t seed, const FlowBenchOptions& options);

}  // namespace corridor
