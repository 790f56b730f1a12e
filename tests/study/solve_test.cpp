#include "corridor/study/solve.hpp"

#include <gtest/gtest.h>

#include "support/random_graph.hpp"

namespace corridor {
namespace {

/// 0 -> 3 by 1 (2 + 3) and by 2 (1 + 5), straight for 9; 4 is out of reach.
test::WeightedGraph sample() {
  return test::weighted_graph(5,
                              {{0, 1, 2}, {1, 3, 3}, {0, 2, 1}, {2, 3, 5}, {0, 3, 9}, {4, 0, 1}});
}

SolveAnswer answer_to(const test::WeightedGraph& graph, const SolveQuestion& question) {
  return solve({graph.graph, graph.weights(), {}}, question);
}

TEST(Solve, FindsTheCheapestPathAndProvesIt) {
  SolveQuestion question{VertexId{0}, VertexId{3}};
  question.certify = true;
  const SolveAnswer answer = answer_to(sample(), question);
  ASSERT_EQ(answer.paths.size(), 1U);
  EXPECT_EQ(answer.paths[0].weight, 5);
  EXPECT_EQ(answer.paths[0].arcs.size(), 2U);
  ASSERT_TRUE(answer.certificate);
  EXPECT_TRUE(answer.certificate->holds);
  EXPECT_EQ(answer.certificate->checked, "6 arcs: path connected, open, weight, potentials, tight");
}

TEST(Solve, FindsSeveralPathsInOrder) {
  SolveQuestion question{VertexId{0}, VertexId{3}, 5};
  question.certify = true;
  const SolveAnswer answer = answer_to(sample(), question);
  ASSERT_EQ(answer.paths.size(), 3U);
  EXPECT_EQ(answer.paths[0].weight, 5);
  EXPECT_EQ(answer.paths[1].weight, 6);
  EXPECT_EQ(answer.paths[2].weight, 9);
  EXPECT_TRUE(answer.certificate->holds);
}

TEST(Solve, SaysThatThereIsNoPathAndProvesIt) {
  for (const std::size_t k : {1U, 3U}) {
    SolveQuestion question{VertexId{0}, VertexId{4}, k};
    question.certify = true;
    const SolveAnswer answer = answer_to(sample(), question);
    EXPECT_TRUE(answer.paths.empty());
    EXPECT_TRUE(answer.certificate->holds);
  }
}

TEST(Solve, FindsTheTreeAndProvesIt) {
  SolveQuestion question{VertexId{0}, {}};
  question.certify = true;
  const SolveAnswer answer = answer_to(sample(), question);
  ASSERT_TRUE(answer.tree);
  EXPECT_EQ(answer.tree->distance[VertexId{3}], 5);
  EXPECT_EQ(answer.tree->distance[VertexId{4}], infinite_weight);
  EXPECT_TRUE(answer.certificate->holds);
}

TEST(Solve, EverySolverAnswersRandomGraphsAlike) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const std::size_t n = 1 + seed % 30;
    const test::WeightedGraph graph = test::random_graph(seed, n, 3 * n);
    const VertexId from{seed % n};
    const PathTree tree = shortest_paths(graph.graph, graph.weights(), from);
    for (const std::string& name : solver_names()) {
      SolveQuestion question{from, VertexId{(7 * seed) % n}, 1, *solver_by_name(name), true};
      const SolveAnswer answer = answer_to(graph, question);
      const Weight expected = tree.distance[*question.to];
      EXPECT_EQ(answer.paths.empty() ? infinite_weight : answer.paths[0].weight, expected) << name;
      EXPECT_TRUE(answer.certificate->holds) << name << ' ' << seed;
    }
  }
}

}  // namespace
}  // namespace corridor
