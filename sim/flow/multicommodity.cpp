#include "corridor/flow/multicommodity.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "flow/flow_answer.hpp"
#include "flow/flow_run.hpp"

namespace corridor {

namespace {

double cost_of(const FlowProblem& problem, const MulticommodityFlow& answer) {
  double cost = 0;
  for (std::size_t cargo = 0; cargo < answer.flow.size(); ++cargo) {
    for (const ArcId arc : problem.graph().arcs()) {
      const double flow = answer.flow[cargo][arc];
      if (flow > 0) cost += flow * problem.cost(static_cast<std::uint32_t>(cargo), arc);
    }
  }
  for (const UnmetDemand& unmet : answer.unmet) {
    cost += unmet.volume * problem.classes()[unmet.demand.cargo].penalty;
  }
  return cost;
}

}  // namespace

MulticommodityFlow multicommodity_flow(const CapacitatedNetwork& network,
                                       std::span<const CargoClass> classes,
                                       const MulticommodityOptions& options) {
  FlowRun run{network, classes, MasterAim::least_cost, options.start};
  run.run(options);
  FlowAnswer parts = answer_of(run.problem(), run.pool(), run.master());
  const ColumnGeneration& generation = run.generation();
  if (!generation.converged()) make_fit(run.problem(), parts);

  MulticommodityFlow answer;
  answer.bound = generation.bound();
  for (const UnmetDemand& unmet : run.left_out()) {
    answer.bound += unmet.volume * classes[unmet.demand.cargo].penalty;
    parts.unmet.push_back(unmet);
  }
  std::sort(parts.unmet.begin(), parts.unmet.end(),
            [](const UnmetDemand& a, const UnmetDemand& b) { return a.demand < b.demand; });
  answer.paths = std::move(parts.paths);
  answer.unmet = std::move(parts.unmet);
  answer.flow = flows_of(run.problem(), answer.paths);
  answer.price = generation.prices();
  answer.objective = cost_of(run.problem(), answer);
  if (answer.objective > 0) {
    answer.relative_gap = std::max(0.0, 1 - answer.bound / answer.objective);
  }
  answer.iterations = generation.iterations();
  answer.converged = generation.converged();
  answer.start = run.end(answer.price);
  return answer;
}

}  // namespace corridor
