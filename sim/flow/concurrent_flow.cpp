#include "corridor/flow/concurrent_flow.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "flow/flow_answer.hpp"
#include "flow/flow_run.hpp"

namespace corridor {

ConcurrentFlow concurrent_flow(const CapacitatedNetwork& network,
                               std::span<const CargoClass> classes,
                               const MulticommodityOptions& options) {
  FlowRun run{network, classes, MasterAim::least_congestion, options.start};
  run.run(options);
  const FlowProblem& problem = run.problem();
  const ColumnGeneration& generation = run.generation();

  ConcurrentFlow answer;
  answer.paths = answer_of(problem, run.pool(), run.master()).paths;
  answer.paths.insert(answer.paths.end(), run.free_paths().begin(), run.free_paths().end());
  std::stable_sort(answer.paths.begin(), answer.paths.end(),
                   [](const PathFlow& a, const PathFlow& b) { return a.demand < b.demand; });
  for (const UnmetDemand& unmet : run.left_out()) answer.left_out.push_back(unmet.demand);
  double fullest = 0;
  const std::vector<double> load = loads_of(problem, answer.paths);
  for (std::size_t row = 0; row < load.size(); ++row) {
    if (load[row] > 0) fullest = std::max(fullest, load[row] / problem.capacity(row));
  }
  answer.unlimited = fullest == 0;
  if (!answer.unlimited) {
    answer.share = 1 / fullest;
    answer.bound = 1 / generation.bound();
    answer.relative_gap = std::max(0.0, 1 - answer.share / answer.bound);
    for (PathFlow& path : answer.paths) path.volume *= answer.share;
  }
  answer.flow = flows_of(problem, answer.paths);
  // Prices are worth 1 together where the congestion is 1 / share: a unit more of a capacity takes
  // its price off the congestion, times the congestion.
  answer.price = generation.prices();
  answer.price.resize(problem.row_count(), 0);
  double worth = 0;
  for (std::size_t row = 0; row < answer.price.size(); ++row) {
    if (answer.price[row] > 0) worth += answer.price[row] * problem.capacity(row);
  }
  for (double& price : answer.price) price *= worth > 0 ? answer.share / worth : 0;
  answer.iterations = generation.iterations();
  answer.converged = generation.converged();
  answer.start = run.end(answer.price);
  return answer;
}

}  // namespace corridor
