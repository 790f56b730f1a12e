#include "corridor/study/solve_flow.hpp"

#include <fmt/format.h>

#include "corridor/core/stopwatch.hpp"

#include "study/verdict.hpp"

namespace corridor {

namespace {

SolveCertificate certificate_of(const MaxFlowQuestion& question, const MaxFlow& answer) {
  const FlowCertificate found =
      certify(question.graph, question.capacity, question.source, question.sink, answer);
  const bool holds = found.holds();
  return {holds, fmt::format("{} arcs: {}, {}, {}, {}", question.graph.arc_count(),
                             verdict(holds, found.within_capacity, "within capacity"),
                             verdict(holds, found.conserved, "conserved"),
                             verdict(holds, found.cut_separates, "cuts separate"),
                             verdict(holds, found.cut_equals_flow, "cuts equal flow"))};
}

const char* what_prices_show(FlowStatus status) {
  if (status == FlowStatus::infeasible) return "more must pass than can";
  return status == FlowStatus::unbounded ? "cycle gains without limit" : "prices fit";
}

SolveCertificate certificate_of(const MinCostQuestion& question, const MinCostFlow& answer) {
  const MinCostCertificate found = certify(question.graph, question.problem, answer);
  const bool holds = found.holds();
  std::string checked = fmt::format("{} arcs: ", question.graph.arc_count());
  if (answer.status != FlowStatus::infeasible) {
    checked += verdict(holds, found.within_bounds, "within bounds") + ", " +
               verdict(holds, found.conserved, "conserved") + ", ";
  }
  checked += verdict(holds, found.prices_fit, what_prices_show(answer.status));
  if (answer.status == FlowStatus::optimal) {
    checked += ", " + verdict(holds, found.primal_equals_dual, "primal equals dual");
  }
  return {holds, std::move(checked)};
}

}  // namespace

MaxFlowAnswer solve(const MaxFlowQuestion& question) {
  MaxFlowAnswer answer;
  Stopwatch watch;
  answer.flow = max_flow(question.graph, question.capacity, question.source, question.sink);
  answer.answer_s = watch.lap();
  if (question.certify) answer.certificate = certificate_of(question, answer.flow);
  return answer;
}

MinCostAnswer solve(const MinCostQuestion& question) {
  MinCostAnswer answer;
  Stopwatch watch;
  MinCostSolver solver{question.graph, question.problem};
  answer.flow = solver.solve();
  answer.answer_s = watch.lap();
  answer.pivots = solver.pivots();
  if (question.certify) answer.certificate = certificate_of(question, answer.flow);
  return answer;
}

}  // namespace corridor
