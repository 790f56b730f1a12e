#include "corridor/study/bench.hpp"

#include <algorithm>
#include <numeric>
#include <random>

#include "study/bench_parts.hpp"

namespace corridor {

Spread spread_of(std::vector<double> seconds) {
  if (seconds.empty()) return {};
  std::sort(seconds.begin(), seconds.end());
  const std::size_t n = seconds.size();
  const double sum = std::accumulate(seconds.begin(), seconds.end(), 0.0);
  const double median = (seconds[(n - 1) / 2] + seconds[n / 2]) / 2;
  return {sum / static_cast<double>(n), median, seconds[(99 * n + 99) / 100 - 1]};
}

bool BenchResult::agrees() const {
  const auto all = [](const auto& list) {
    return std::all_of(list.begin(), list.end(), [](const auto& one) { return one.agrees(); });
  };
  return all(solvers) && all(trees) && all(rows) && all(customising);
}

std::vector<VertexPair> random_pairs(std::span<const VertexId> origins,
                                     std::span<const VertexId> targets, std::size_t count,
                                     std::uint32_t seed) {
  // Not std::uniform_int_distribution, which differs from library to library.
  std::mt19937 engine{seed};
  std::vector<VertexPair> pairs;
  for (std::size_t i = 0; i < count; ++i) {
    const VertexId from = origins[engine() % origins.size()];
    pairs.emplace_back(from, targets[engine() % targets.size()]);
  }
  return pairs;
}

BenchResult bench(const Instance& instance, std::span<const VertexPair> pairs,
                  const BenchOptions& options) {
  BenchResult result;
  result.vertices = instance.graph.vertex_count();
  result.arcs = instance.graph.arc_count();
  Reference reference;
  result.solvers.push_back(bench_solver(instance, pairs, BoostDijkstra{}, options, reference));
  result.questions = reference.distance.size();
  std::vector<SolverOptions> others = options.solvers;
  if (others.empty()) {
    for (const std::string& name : solver_names()) others.push_back(*solver_by_name(name));
  }
  for (const SolverOptions& solver : others) {
    if (std::holds_alternative<BoostDijkstra>(solver)) continue;
    result.solvers.push_back(
        bench_solver(instance, pairs.first(result.questions), solver, options, reference));
  }
  bench_many(instance, pairs, options, result);
  return result;
}

}  // namespace corridor
