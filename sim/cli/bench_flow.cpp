#include "cli/bench_flow.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "corridor/input/flow_instance.hpp"
#include "corridor/report/bench_flow.hpp"

#include "cli/progress.hpp"
#include "cli/tntp_problem.hpp"

namespace corridor::cli {

namespace {

int report(const FlowBenchCommand& command, const std::string& subject,
           std::span<const FlowProblemBench> problems) {
  emit(command.output, report_bench({subject, problems}, format_of(command.output)));
  const bool all_agree = std::all_of(problems.begin(), problems.end(),
                                     [](const auto& problem) { return problem.agrees(); });
  return all_agree ? answered : broken;
}

void refuse_weights(const FlowBenchCommand& command) {
  if (!command.weights.toll && !command.weights.distance) return;
  throw CommandError(fmt::format("{} does not fit: it is of a network for assignment",
                                 command.weights.toll ? "--toll-weight" : "--distance-weight"));
}

FlowProblemBench bench_max_flow(const std::string& file, const FlowBenchOptions& options) {
  const MaxFlowInstance read = read_max_flow_instance(file);
  return bench(MaxFlowQuestion{read.graph, read.capacity.values(), read.source, read.sink},
               options);
}

FlowProblemBench bench_min_cost(const std::string& file, const FlowBenchOptions& options) {
  const MinCostInstance read = read_min_cost_instance(file);
  return bench(MinCostQuestion{read.graph,
                               {read.capacity.values(), read.cost.values(), read.supply.values(),
                                read.least.values()}},
               options);
}

FlowProblemBench bench_assignment(const FlowBenchCommand& command,
                                  const FlowBenchOptions& options) {
  TntpProblem problem;
  read_problem(command.file, command.trips, command.weights, problem);
  return bench(AssignmentQuestion{problem.network, problem.trips}, options);
}

}  // namespace

int bench_generated_flows(const FlowBenchCommand& command) {
  if (!command.trips.empty()) throw CommandError("a second file does not fit: flow needs none");
  refuse_weights(command);
  Progress progress{command.output.quiet};
  FlowBenchOptions options = command.options;
  options.progress = [&](const std::string& what) { progress.say(what); };
  return report(command, fmt::format("grids of seed {}", command.seed),
                bench_flows(command.seed, options));
}

int bench_flow_file(const FlowBenchCommand& command, InstanceKind kind) {
  if (kind == InstanceKind::assignment && command.trips.empty()) {
    throw CommandError("a network for assignment wants a second file, of trips");
  }
  if (kind != InstanceKind::assignment && !command.trips.empty()) {
    throw CommandError(fmt::format("a second file does not fit: {} needs no trips", command.file));
  }
  if (kind != InstanceKind::assignment) refuse_weights(command);
  Progress progress{command.output.quiet};
  FlowBenchOptions options = command.options;
  options.progress = [&](const std::string& what) { progress.say(what); };
  const FlowProblemBench problem =
      kind == InstanceKind::max_flow        ? bench_max_flow(command.file, options)
      : kind == InstanceKind::min_cost_flow ? bench_min_cost(command.file, options)
                                            : bench_assignment(command, options);
  return report(command, command.file, {&problem, 1});
}

}  // namespace corridor::cli
