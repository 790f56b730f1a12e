#include "flow/assignment_parts.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace corridor::detail {

void add_up(const AssignmentProblem& problem, const ClassVolumes& by_class,
            std::span<double> volume) {
  const std::size_t arcs = problem.arc_count();
  std::fill(volume.begin(), volume.end(), 0.0);
  for (std::size_t k = 0; k < problem.classes.size(); ++k) {
    const double* of_class = by_class.data() + k * arcs;
    for (std::size_t arc = 0; arc < arcs; ++arc) volume[arc] += of_class[arc];
  }
}

double objective_of(const AssignmentProblem& problem, const ClassVolumes& by_class) {
  const std::size_t arcs = problem.arc_count();
  std::vector<double> volume(arcs);
  add_up(problem, by_class, volume);
  double sum = problem.delays.area(volume);
  for (std::size_t k = 0; k < problem.classes.size(); ++k) {
    const std::vector<double>& fixed = problem.classes[k].fixed;
    for (std::size_t arc = 0; arc < fixed.size(); ++arc) {
      const double of_class = by_class[k * arcs + arc];
      if (of_class != 0) sum += fixed[arc] * of_class;
    }
  }
  return sum;
}

void costs_of(const AssignmentProblem& problem, const ProblemClass& of,
              std::span<const double> time, std::span<double> cost) {
  if (of.fixed.empty()) {
    std::copy(time.begin(), time.end(), cost.begin());
    return;
  }
  for (std::uint32_t arc = 0; arc < problem.arc_count(); ++arc) {
    cost[arc] = time[arc] + of.fixed[arc];
  }
}

StartVolumes volumes_of_start(const AssignmentProblem& problem, const Assignment* start) {
  StartVolumes result;
  if (start == nullptr || start->by_class.size() != problem.classes.size()) return result;
  const std::size_t arcs = problem.arc_count();
  const AssignmentMemory* memory = start->memory.get();
  result.by_class.assign(arcs * problem.classes.size(), 0);
  result.carries_demand = memory != nullptr && memory->demand.size() == problem.classes.size();
  for (std::size_t k = 0; k < problem.classes.size(); ++k) {
    const ProblemClass& of = problem.classes[k];
    double kept = 0;
    for (std::size_t arc = 0; arc < arcs; ++arc) {
      if (!of.fixed.empty() && std::isinf(of.fixed[arc])) continue;
      const double volume = of.load * start->by_class[k][problem.id[arc]];
      result.by_class[k * arcs + arc] = volume;
      kept += volume;
    }
    double all = 0;
    for (const double volume : start->by_class[k]) all += of.load * volume;
    result.carries_demand = result.carries_demand && all <= kept * (1 + 1e-12) &&
                            memory->demand[k].origins == of.origins &&
                            memory->demand[k].pairs == of.pairs;
  }
  return result;
}

Assignment answer_of(const AssignmentProblem& problem, const ClassVolumes& by_class,
                     std::shared_ptr<const BushMemory> bushes,
                     std::shared_ptr<const PathMemory> paths) {
  const std::size_t arcs = problem.arc_count();
  const std::size_t all_arcs = problem.network->graph->arc_count();
  Assignment answer;
  answer.volume = IdVector<ArcId, double>(all_arcs, 0.0);
  auto memory = std::make_shared<AssignmentMemory>();
  memory->bushes = std::move(bushes);
  memory->paths = std::move(paths);
  for (std::size_t k = 0; k < problem.classes.size(); ++k) {
    const ProblemClass& of = problem.classes[k];
    IdVector<ArcId, double> volume(all_arcs, 0.0);
    for (std::size_t arc = 0; arc < arcs; ++arc) {
      const double load = by_class[k * arcs + arc];
      volume[problem.id[arc]] = load / of.load;
      answer.volume[problem.id[arc]] += load;
    }
    answer.by_class.push_back(std::move(volume));
    memory->demand.push_back({of.origins, of.pairs});
  }
  answer.carried = problem.carried;
  answer.objective = objective_of(problem, by_class);
  answer.memory = std::move(memory);
  return answer;
}

}  // namespace corridor::detail
