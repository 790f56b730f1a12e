#include "corridor/study/bench_flow.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "corridor/core/stopwatch.hpp"
#include "corridor/flow/boost_flows.hpp"

#include "study/assignment_proof.hpp"

namespace corridor {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Successive shortest paths take minutes on more.
constexpr std::size_t most_vertices_for_paths = 4000;

class Measuring {
 public:
  Measuring(std::string problem, const Graph& graph, const FlowBenchOptions& options)
      : options_{options} {
    result_.problem = std::move(problem);
    result_.vertices = graph.vertex_count();
    result_.arcs = graph.arc_count();
  }

  /// Solves as often as is asked for; the least time counts.
  template <class Solve>
  auto time(const std::string& solver, const Solve& solve) {
    if (options_.progress) options_.progress(result_.problem + ": " + solver);
    FlowSolverBench& row = result_.solvers.emplace_back();
    row.solver = solver;
    row.seconds = std::numeric_limits<double>::infinity();
    auto answer = timed(solve, row);
    for (std::size_t i = 1; i < options_.repeat; ++i) timed(solve, row);
    return answer;
  }

  FlowSolverBench& last() { return result_.solvers.back(); }

  FlowProblemBench finish() {
    const double first = result_.solvers.front().seconds;
    for (FlowSolverBench& row : result_.solvers) {
      row.times_first = row.seconds > 0 ? first / row.seconds : 0;
    }
    return std::move(result_);
  }

 private:
  template <class Solve>
  static auto timed(const Solve& solve, FlowSolverBench& row) {
    Stopwatch watch;
    auto answer = solve();
    row.seconds = std::min(row.seconds, watch.lap());
    return answer;
  }

  const FlowBenchOptions& options_;
  FlowProblemBench result_;
};

double value_of(Tonnage value) {
  return value < unlimited_tonnage ? static_cast<double>(value)
                                   : std::numeric_limits<double>::infinity();
}

double value_of(const std::optional<TotalCost>& cost) {
  return cost ? static_cast<double>(*cost) : none;
}

/// What the optimum is known to lie between.
struct Bounds {
  double least = 0;
  double most = 0;
  bool overlap(const Bounds& other) const {
    constexpr double rounding = 1e-12;
    const double slack = rounding * std::max({1.0, std::abs(most), std::abs(other.most)});
    return least <= other.most + slack && other.least <= most + slack;
  }
};

}  // namespace

bool FlowProblemBench::agrees() const {
  return std::all_of(solvers.begin(), solvers.end(), [](const FlowSolverBench& row) {
    return row.agrees && row.certified.value_or(true);
  });
}

FlowProblemBench bench(const MaxFlowQuestion& question, const FlowBenchOptions& options) {
  Measuring measuring{"maximum flow", question.graph, options};
  std::optional<Tonnage> first;
  const auto settle = [&](Tonnage value) {
    if (!first) first = value;
    measuring.last().value = value_of(value);
    measuring.last().agrees = value == *first;
  };
  for (const auto& [name, solver] :
       {std::pair{"boost-boykov-kolmogorov", BoostMaxFlow::boykov_kolmogorov},
        std::pair{"boost-push-relabel", BoostMaxFlow::push_relabel}}) {
    settle(measuring.time(name, [&, by = solver] {
      return max_flow_by(by, question.graph, question.capacity, question.source, question.sink);
    }));
  }
  const MaxFlow ours = measuring.time("augmenting-trees", [&] {
    return max_flow(question.graph, question.capacity, question.source, question.sink);
  });
  settle(ours.unlimited ? unlimited_tonnage : ours.value);
  measuring.last().certified =
      certify(question.graph, question.capacity, question.source, question.sink, ours).holds();
  return measuring.finish();
}

FlowProblemBench bench(const MinCostQuestion& question, const FlowBenchOptions& options) {
  Measuring measuring{"minimum-cost flow", question.graph, options};
  std::optional<std::optional<TotalCost>> first;
  const auto settle = [&](const std::optional<TotalCost>& cost) {
    if (!first) first = cost;
    measuring.last().value = value_of(cost);
    measuring.last().agrees = cost == *first;
  };
  if (suits_boost(question.problem) && question.graph.vertex_count() <= most_vertices_for_paths) {
    settle(measuring.time("boost-successive-paths",
                          [&] { return min_cost_by_boost(question.graph, question.problem); }));
  }
  std::int64_t pivots = 0;
  const MinCostFlow ours = measuring.time("network-simplex", [&] {
    MinCostSolver solver{question.graph, question.problem};
    MinCostFlow flow = solver.solve();
    pivots = solver.pivots();
    return flow;
  });
  settle(ours.status == FlowStatus::optimal ? std::optional{ours.cost} : std::nullopt);
  measuring.last().iterations = static_cast<std::size_t>(pivots);
  measuring.last().certified = certify(question.graph, question.problem, ours).holds();
  return measuring.finish();
}

FlowProblemBench bench(const AssignmentQuestion& question, const FlowBenchOptions& options) {
  Measuring measuring{"assignment", *question.network.graph, options};
  std::optional<Bounds> first;
  for (const char* name : {"fw", "cfw", "bfw", "algorithm_b"}) {
    AssignmentQuestion asked = question;
    asked.options.method = *assignment_method_by_name(name);
    asked.options.gap = options.gap;
    asked.options.most_iterations = options.most_iterations;
    const Assignment answer = measuring.time(name, [&] {
      return assign(asked.network, {&asked.trips, 1}, asked.options);
    });
    const AssignmentProof proof = prove(asked, answer);
    const Bounds bounds{proof.figures.lower_bound, proof.figures.objective};
    if (!first) first = bounds;
    FlowSolverBench& row = measuring.last();
    row.value = answer.objective;
    row.gap = answer.relative_gap;
    row.iterations = answer.iterations;
    row.agrees = bounds.overlap(*first);
    row.certified = proof.words.holds;
  }
  return measuring.finish();
}

}  // namespace corridor
