#include "corridor/route/pareto.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "route/pareto_many.hpp"
#include "route/pareto_two.hpp"

namespace corridor {

namespace {

using detail::CoreSearch;
using detail::MixedBounds;
using detail::TwoArcs;
using detail::TwoSearch;
using detail::TwoSpace;

/// All that two objectives need, in one width of costs.
template <class W>
class TwoObjectives {
 public:
  TwoObjectives(const Graph& graph, WeightColumns columns) : arcs_{graph, columns} {}

  ParetoSet solve(const Stages& stages, const ParetoOptions& options) {
    const TwoSpace<W> space{arcs_, stages};
    if (!core_.run(space)) return {};
    bounds_.run(core_.core());
    return search_.run(core_.core(), bounds_, stages, options);
  }

 private:
  TwoArcs<W> arcs_;
  CoreSearch<W> core_;
  MixedBounds<W> bounds_;
  TwoSearch<W> search_;
};

/// More than any path without a loop weighs in one stage: the heaviest open arc out of each vertex,
/// added up.
Weight most_in_a_stage(const Graph& graph, std::span<const Weight> column) {
  Weight sum = 0;
  for (const VertexId vertex : graph.vertices()) {
    Weight heaviest = 0;
    for (const ArcId arc : graph.out(vertex)) {
      const Weight weight = column[arc.index()];
      if (weight < infinite_weight) heaviest = std::max(heaviest, weight);
    }
    sum = std::min(sum + heaviest, infinite_weight);
  }
  return sum;
}

void check(const Graph& graph, WeightColumns columns) {
  if (columns.size() < 2 || columns.size() > most_objectives) {
    throw std::invalid_argument{"two to four objectives have Pareto sets"};
  }
  for (const std::span<const Weight> column : columns) {
    if (column.size() != graph.arc_count()) {
      throw std::invalid_argument{"a column of weights does not go with the graph's arcs"};
    }
    if (std::any_of(column.begin(), column.end(), [](Weight weight) { return weight < 0; })) {
      throw std::invalid_argument{"a weight is negative"};
    }
  }
}

}  // namespace

struct ParetoSolver::Parts {
  const Graph& graph;
  std::vector<std::vector<Weight>> columns;
  Weight most = 0;  // that a path weighs in one stage, by any objective
  // Made when a query first asks for them.
  std::unique_ptr<TwoObjectives<std::uint32_t>> narrow;
  std::unique_ptr<TwoObjectives<std::uint64_t>> wide;
  std::unique_ptr<detail::ManySearch<3>> three;
  std::unique_ptr<detail::ManySearch<4>> four;

  std::vector<std::span<const Weight>> spans() const { return {columns.begin(), columns.end()}; }

  template <class W>
  ParetoSet solve_two(std::unique_ptr<TwoObjectives<W>>& solver, const Stages& stages,
                      const ParetoOptions& options) const {
    if (!solver) solver = std::make_unique<TwoObjectives<W>>(graph, spans());
    return solver->solve(stages, options);
  }

  template <std::size_t n>
  ParetoSet solve_many(std::unique_ptr<detail::ManySearch<n>>& solver, const Stages& stages,
                       const ParetoOptions& options) const {
    if (!solver) solver = std::make_unique<detail::ManySearch<n>>();
    return solver->run(graph, spans(), stages, options);
  }

  ParetoSet solve(const Stages& stages, const ParetoOptions& options) {
    if (columns.size() == 3) return solve_many(three, stages, options);
    if (columns.size() == 4) return solve_many(four, stages, options);
    // Three paths, put together, must fit: see Staircase.
    const auto stage_count = static_cast<Weight>(stages.last() + 1);
    const bool fits = most < (Weight{1} << 30) / stage_count;
    return fits ? solve_two(narrow, stages, options) : solve_two(wide, stages, options);
  }
};

ParetoSolver::ParetoSolver(const Graph& graph, WeightColumns columns) {
  check(graph, columns);
  parts_ = std::make_unique<Parts>(Parts{graph, {}, 0, {}, {}, {}, {}});
  for (const std::span<const Weight> column : columns) {
    parts_->columns.emplace_back(column.begin(), column.end());
    parts_->most = std::max(parts_->most, most_in_a_stage(graph, column));
  }
}

ParetoSolver::~ParetoSolver() = default;
ParetoSolver::ParetoSolver(ParetoSolver&&) noexcept = default;
ParetoSolver& ParetoSolver::operator=(ParetoSolver&&) noexcept = default;

ParetoSet ParetoSolver::solve(const PathQuery& query, const ParetoOptions& options) {
  if (!(options.epsilon >= 0) || !std::isfinite(options.epsilon)) {
    throw std::invalid_argument{"epsilon is negative or not finite"};
  }
  const Stages stages{parts_->graph, query};
  ParetoSet answer = parts_->solve(stages, options);
  answer.objectives = parts_->columns.size();
  answer.epsilon = options.epsilon;
  return answer;
}

ParetoSet pareto_paths(const Graph& graph, WeightColumns columns, const PathQuery& query,
                       const ParetoOptions& options) {
  return ParetoSolver{graph, columns}.solve(query, options);
}

}  // namespace corridor
