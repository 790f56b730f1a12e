#include "corridor/study/bench.hpp"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

#include "support/random_graph.hpp"

namespace corridor {
namespace {

std::vector<VertexId> all_vertices(const Graph& graph) {
  return {graph.vertices().begin(), graph.vertices().end()};
}

TEST(Bench, SpreadIsMeanMedianAndThe99thPercentile) {
  std::vector<double> times(200);
  std::iota(times.begin(), times.end(), 1.0);
  std::reverse(times.begin(), times.end());
  const Spread spread = spread_of(times);  // of 1, 2, ..., 200
  EXPECT_DOUBLE_EQ(spread.mean_s, 100.5);
  EXPECT_DOUBLE_EQ(spread.median_s, 100.5);
  EXPECT_DOUBLE_EQ(spread.p99_s, 198);  // 198 of 200 are no greater
  EXPECT_DOUBLE_EQ(spread_of({3}).p99_s, 3);
  EXPECT_DOUBLE_EQ(spread_of({3, 1, 2}).median_s, 2);
  EXPECT_DOUBLE_EQ(spread_of({}).mean_s, 0);
}

TEST(Bench, PairsFollowFromTheSeedAndLongerListsBeginAlike) {
  const test::WeightedGraph graph = test::random_graph(1, 50, 200);
  const std::vector<VertexId> all = all_vertices(graph.graph);
  const auto pairs = random_pairs(all, all, 20, 3);
  EXPECT_EQ(random_pairs(all, all, 20, 3), pairs);
  EXPECT_NE(random_pairs(all, all, 20, 4), pairs);
  const auto longer = random_pairs(all, all, 30, 3);
  EXPECT_TRUE(std::equal(pairs.begin(), pairs.end(), longer.begin()));
}

TEST(Bench, AsksEverySolverTheSameAndAllAgree) {
  for (const std::size_t most_weight : {4U, 2'000'000'000U}) {  // the latter in 64 bits
    const test::WeightedGraph graph = test::random_graph(5, 60, 240, most_weight);
    const std::vector<VertexId> all = all_vertices(graph.graph);
    std::vector<std::string> told;
    BenchOptions options;
    options.repeat = 2;
    options.progress = [&](const std::string& what) { told.push_back(what); };
    const BenchResult result =
        bench({graph.graph, graph.weights(), {}}, random_pairs(all, all, 40, 1), options);
    EXPECT_TRUE(result.agrees());
    EXPECT_EQ(result.questions, 40U);
    EXPECT_EQ(result.vertices, 60U);
    ASSERT_EQ(result.solvers.size(), solver_names().size());
    EXPECT_EQ(result.solvers.front().solver, "boost-dijkstra");
    EXPECT_NEAR(result.solvers.front().times_reference, 1, 1e-12);
    for (const SolverBench& solver : result.solvers) {
      EXPECT_EQ(solver.questions, 40U) << solver.solver;
      EXPECT_EQ(solver.wrong, 0U) << solver.solver;
      EXPECT_TRUE(solver.certified) << solver.solver;
      EXPECT_GT(solver.distance.mean_s, 0) << solver.solver;
      EXPECT_LE(solver.distance.median_s, solver.distance.p99_s) << solver.solver;
    }
    EXPECT_EQ(result.trees.size(), 3U);
    EXPECT_EQ(result.rows.size(), 1U);
    EXPECT_EQ(result.customising.size(), 2U);
    EXPECT_FALSE(told.empty());
  }
}

TEST(Bench, ABudgetOfNothingAsksOneQuestion) {
  const test::WeightedGraph graph = test::random_graph(5, 60, 240);
  const std::vector<VertexId> all = all_vertices(graph.graph);
  BenchOptions options;
  options.budget_s = 0;
  options.solvers = {AStarLandmarks{}};
  const BenchResult result =
      bench({graph.graph, graph.weights(), {}}, random_pairs(all, all, 40, 1), options);
  EXPECT_EQ(result.questions, 1U);
  ASSERT_EQ(result.solvers.size(), 2U);
  EXPECT_EQ(result.solvers[1].solver, "alt");
  EXPECT_EQ(result.solvers[1].questions, 1U);
  EXPECT_TRUE(result.rows.empty());
}

TEST(Bench, WrongAnswersAreNoAgreement) {
  BenchResult result;
  SolverBench solver;
  solver.certified = true;
  result.solvers.push_back(solver);
  EXPECT_TRUE(result.agrees());
  result.solvers[0].wrong = 1;
  EXPECT_FALSE(result.agrees());
  result.solvers[0].wrong = 0;
  result.solvers[0].certified = false;
  EXPECT_FALSE(result.agrees());
  result.solvers.clear();
  result.rows.push_back({.method = "m", .count = 1, .wrong = 2});
  EXPECT_FALSE(result.agrees());
}

}  // namespace
}  // namespace corridor
