
#include "corridor/core/stopwatch.hpp"
#include "corridor/input/flow_instance.hpp"

#include "cli/emit_flows.hpp"

namespace corridor::cli {

int solve_max_flow(const SolveCommand& command) {
  static_assert(unlimited_in_files == unlimited_tonnage);
  Stopwatch watch;
  const MaxFlowInstance read = read_max_flow_instance(command.file);
  const double read_s = watch.lap();
  const MaxFlowQuestion question{read.graph, read.capacity.values(), read.source, read.sink,
                                 command.certify};
  const MaxFlowAnswer answer = solve(question);
  say_times(command, read_s, answer.answer_s);
  if (!say_certificate(answer.certificate)) return broken;
  emit_flows(command, MaxFlowReport{command.file, question, answer});
  return answer.flow.unlimited || answer.flow.value > 0 ? answered : no_answer;
}

int solve_min_cost_flow(const SolveCommand& command) {
  Stopwatch watch;
  const MinCostInstance read = read_min_cost_instance(command.file);
  const double read_s = watch.lap();
  const MinCostQuestion question{
      read.graph,
      {read.capacity.values(), read.cost.values(), read.supply.values(), read.least.values()},
      command.certify};
  const MinCostAnswer answer = solve(question);
  say_times(command, read_s, answer.answer_s);
  if (!say_certificate(answer.certificate)) return broken;
  emit_flows(command, MinCostReport{command.file, question, answer});
  return answer.flow.status == FlowStatus::optimal ? answered : no_answer;
}

}  // namespace corridor::cli
