#include "corridor/route/solver.hpp"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/certificate.hpp"

#include "route/reference.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::weighted_graph;
using test::WeightedGraph;

class Solver : public testing::TestWithParam<std::string> {
 protected:
  std::unique_ptr<RouteSolver> make(const Graph& graph) const {
    return make_solver(graph, {}, *solver_by_name(GetParam()));
  }
  bool follows_the_rule_of_ties() const { return GetParam() == "dijkstra" || GetParam() == "alt"; }
  bool takes_fewest_arcs() const {
    return follows_the_rule_of_ties() || GetParam() == "bidirectional";
  }

  /// Asks for all pairs from one vertex, each of the three ways.
  void check(const WeightedGraph& graph, RouteSolver& solver, VertexId from) const {
    const std::vector<test::Length> length = test::lengths_by_bellman_ford(graph, from);
    for (const VertexId to : graph.graph.vertices()) {
      const Weight expected = std::min(length[to.index()].first, infinite_weight);
      ASSERT_EQ(solver.distance(from, to), expected);
      const ProvedPath answer = solver.prove(from, to);
      ASSERT_EQ(answer.path.found, expected < infinite_weight);
      ASSERT_EQ(answer.path.weight, expected);
      ASSERT_TRUE(certify(graph.graph, graph.weights(), {from, to, {}}, answer).holds());
      const Path path = solver.path(from, to);
      ASSERT_EQ(path.arcs, answer.path.arcs);
      ASSERT_EQ(path.stage, std::vector<std::uint32_t>(path.arcs.size(), 0));
      ASSERT_EQ(path.weight, expected);
      if (takes_fewest_arcs() && path.found) {
        ASSERT_EQ(path.arcs.size(), length[to.index()].second);
      }
      if (follows_the_rule_of_ties()) {
        ASSERT_EQ(path.arcs, route(graph.graph, graph.weights(), {from, to, {}}).arcs);
      }
    }
  }
};

/// The weights of a graph, made so heavy that 32 bits do not hold a distance, or 64 a length.
void scale(WeightedGraph& graph, Weight factor) {
  for (Weight& weight : graph.weight) {
    if (weight < infinite_weight) weight *= factor;
  }
}

TEST_P(Solver, AgreesWithBellmanFordAndIsProved) {
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 1 + seed % 25;
    const WeightedGraph graph = test::random_graph(seed, vertices, vertices * (seed % 5), seed % 7);
    const auto solver = make(graph.graph);
    solver->customise(graph.weights());
    check(graph, *solver, VertexId{seed % vertices});
    if (HasFatalFailure()) return;
  }
}

TEST_P(Solver, TakesWeightsOfAnySize) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    WeightedGraph graph = test::random_graph(seed, 15, 50, 1 + seed % 9);
    scale(graph, Weight{1} << (20 + 36 * (seed % 2)));
    const auto solver = make(graph.graph);
    solver->customise(graph.weights());
    check(graph, *solver, VertexId{seed % 15});
    if (HasFatalFailure()) return;
  }
}

TEST_P(Solver, FollowsEachCustomisation) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    WeightedGraph graph = test::random_graph(seed, 12, 40);
    const auto solver = make(graph.graph);
    test::Dice dice{seed};
    for (const Weight factor : {Weight{1}, Weight{1} << 56, Weight{1} << 33, Weight{3}}) {
      WeightedGraph changed = graph;
      for (Weight& weight : changed.weight) {
        weight = dice.roll(6) == 0 ? infinite_weight : static_cast<Weight>(dice.roll(5)) * factor;
      }
      solver->customise(changed.weights());
      check(changed, *solver, VertexId{dice.roll(12)});
      if (HasFatalFailure()) return;
    }
  }
}

TEST_P(Solver, AgreesOnAGridLargeEnoughForManyBuckets) {
  constexpr std::size_t side = 30;
  test::Dice dice{5};
  std::vector<test::WeightedArc> arcs;
  for (std::size_t at = 0; at < side * side; ++at) {
    const auto weigh = [&] { return static_cast<Weight>(1 + dice.roll(100'000)); };
    if (at % side + 1 < side) {
      arcs.push_back({at, at + 1, weigh()});
      arcs.push_back({at + 1, at, weigh()});
    }
    if (at + side < side * side) {
      arcs.push_back({at, at + side, weigh()});
      arcs.push_back({at + side, at, weigh()});
    }
  }
  const WeightedGraph grid = weighted_graph(side * side, arcs);
  const auto solver = make(grid.graph);
  solver->customise(grid.weights());
  for (int i = 0; i < 40; ++i) {
    const PathQuery query{VertexId{dice.roll(side * side)}, VertexId{dice.roll(side * side)}, {}};
    const ProvedPath answer = solver->prove(query.from, query.to);
    EXPECT_EQ(answer.path.weight, route(grid.graph, grid.weights(), query).weight);
    EXPECT_TRUE(certify(grid.graph, grid.weights(), query, answer).holds());
  }
}

TEST_P(Solver, NeedsNoMoreThanAVertex) {
  const WeightedGraph graph = weighted_graph(1, {{0, 0, 1}});
  const auto solver = make(graph.graph);
  solver->customise(graph.weights());
  EXPECT_EQ(solver->distance(VertexId{0}, VertexId{0}), 0);
  EXPECT_TRUE(solver->path(VertexId{0}, VertexId{0}).arcs.empty());
  EXPECT_GT(solver->memory(), 0U);
}

std::string name_for_gtest(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Each, Solver, testing::ValuesIn(solver_names()), name_for_gtest);

TEST(SolverOptions, AreKnownByTheirNames) {
  for (const std::string& name : solver_names()) {
    const std::optional<SolverOptions> options = solver_by_name(name);
    ASSERT_TRUE(options.has_value());
    EXPECT_EQ(name_of(*options), name);
  }
  EXPECT_FALSE(solver_by_name("dijkstar").has_value());
  EXPECT_EQ(name_of(AStarLandmarks{}), "alt");
  EXPECT_EQ(name_of(BoostBellmanFord{}), "boost-bellman-ford");
}

}  // namespace
}  // namespace corridor
