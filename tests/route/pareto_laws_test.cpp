#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/pareto.hpp"

#include "route/pareto_cases.hpp"

namespace corridor {
namespace {

using test::Dice;
using test::expect_same;
using test::grid;
using test::instance;
using test::Instance;
using test::vectors;

TEST(Pareto, OfOneMoreObjectiveHasAllVectorsOfFewer) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    Instance more = instance(seed, 20, 80, 4, 6);
    for (std::size_t objectives = 4; objectives > 2; --objectives) {
      Instance fewer = more;
      fewer.weights.pop_back();
      for (const ArcId arc : more.graph.arcs()) {
        if (more.weights.back()[arc.index()] < infinite_weight) continue;
        fewer.weights.front()[arc.index()] = infinite_weight;
      }
      const std::vector<CostVector> large = vectors(more.solve());
      for (const CostVector& cost : vectors(fewer.solve())) {
        ASSERT_TRUE(std::any_of(large.begin(), large.end(), [&](CostVector other) {
          other[objectives - 1] = 0;
          return other == cost;
        }));
      }
      more = fewer;
    }
  }
}

// A second column like the first leaves one vector; the same columns in three or four are one more
// way to the two of two.
TEST(Pareto, OfEqualColumnsIsThatOfOne) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    Instance two = instance(seed, 25, 100, 2, 8);
    const std::vector<CostVector> expected = vectors(two.solve());
    Instance three = two;
    three.weights.push_back(two.weights[1]);
    Instance four = three;
    four.weights.push_back(two.weights[0]);
    const std::vector<CostVector> of_three = vectors(three.solve());
    const std::vector<CostVector> of_four = vectors(four.solve());
    ASSERT_EQ(of_three.size(), expected.size());
    ASSERT_EQ(of_four.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const auto [a, b, none, nil] = expected[i];
      ASSERT_EQ(of_three[i], (CostVector{a, b, b, 0}));
      ASSERT_EQ(of_four[i], (CostVector{a, b, b, a}));
    }
  }
}

// Three objectives run other code, with other bounds; a third that no arc costs changes nothing.
TEST(Pareto, OfTwoAgreesWithThatOfThreeOnGrids) {
  std::size_t points = 0;
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    SCOPED_TRACE(seed);
    const Instance two = grid(seed, 30);
    Instance three = two;
    three.weights.emplace_back(two.graph.arc_count(), 0);
    const ParetoSet found = two.solve();
    expect_same(found.paths, three.solve().paths);
    ASSERT_TRUE(certify(two.graph, two.columns(), two.query, found).holds());
    points += found.paths.size();
    Instance wide = two;
    for (Weight& weight : wide.weights[seed % 2]) weight <<= 44U;
    const ParetoSet in_wide = wide.solve();
    ASSERT_EQ(in_wide.paths.size(), found.paths.size());
    for (std::size_t i = 0; i < found.paths.size(); ++i) {
      ASSERT_EQ(in_wide.paths[i].arcs, found.paths[i].arcs);
    }
    ASSERT_TRUE(certify(wide.graph, wide.columns(), wide.query, in_wide).holds());
  }
  EXPECT_GT(points, 100U) << "the grids are too easy to tell anything";
}

TEST(Pareto, OfASolverUsedAgainIsThatOfANewOne) {
  const Instance large = grid(3, 25);
  ParetoSolver solver{large.graph, large.columns()};
  Dice dice{11};
  for (int i = 0; i < 40; ++i) {
    const PathQuery query = test::random_query(dice, large.graph.vertex_count(), 2);
    expect_same(solver.solve(query).paths, pareto_paths(large.graph, large.columns(), query).paths);
  }
}

TEST(Pareto, OfWhatCannotBeReachedIsEmpty) {
  const test::WeightedGraph graph = test::weighted_graph(3, {{0, 1, 1}, {2, 1, 1}});
  const std::vector<Weight> closed{infinite_weight, 1};
  const std::vector<std::span<const Weight>> columns{graph.weights(), closed};
  for (const std::size_t to : {1U, 2U}) {
    const PathQuery query{VertexId{0}, VertexId{to}, {}};
    const ParetoSet found = pareto_paths(graph.graph, columns, query);
    EXPECT_TRUE(found.paths.empty());
    EXPECT_TRUE(certify(graph.graph, columns, query, found).holds());
  }
  const PathQuery stay{VertexId{0}, VertexId{0}, {}};
  const ParetoSet found = pareto_paths(graph.graph, columns, stay);
  ASSERT_EQ(found.paths.size(), 1U);
  EXPECT_TRUE(found.paths.front().arcs.empty());
}

TEST(Pareto, RefusesWhatHasNoSet) {
  const test::WeightedGraph graph = test::weighted_graph(2, {{0, 1, 1}});
  const PathQuery query{VertexId{0}, VertexId{1}, {}};
  const std::vector<Weight> negative{-1};
  const std::vector<Weight> none;
  const std::span<const Weight> good = graph.weights();
  const auto solve = [&](std::vector<std::span<const Weight>> columns, double epsilon = 0) {
    pareto_paths(graph.graph, columns, query, {epsilon});
  };
  EXPECT_THROW(solve({good}), std::invalid_argument);
  EXPECT_THROW(solve({good, good, good, good, good}), std::invalid_argument);
  EXPECT_THROW(solve({good, negative}), std::invalid_argument);
  EXPECT_THROW(solve({good, none}), std::invalid_argument);
  EXPECT_THROW(solve({good, good}, -1), std::invalid_argument);
  EXPECT_THROW(solve({good, good}, std::numeric_limits<double>::infinity()), std::invalid_argument);
}

TEST(ParetoCertificate, FailsForWhateverIsTamperedWith) {
  const Instance large = grid(1, 12);
  const auto holds = [&](const ParetoSet& set) {
    return certify(large.graph, large.columns(), large.query, set).holds();
  };
  const ParetoSet good = large.solve();
  ASSERT_TRUE(holds(good));
  ASSERT_GT(good.paths.size(), 2U);
  ParetoSet bad = good;
  bad.paths.front().cost[1] -= 1;
  EXPECT_FALSE(holds(bad));
  bad = good;
  bad.paths.back().arcs.pop_back();
  bad.paths.back().stage.pop_back();
  EXPECT_FALSE(holds(bad));
  bad = good;
  bad.paths.erase(bad.paths.begin());
  EXPECT_FALSE(holds(bad)) << "the best by the first objective is missing";
  bad = good;
  bad.paths.push_back(bad.paths.back());
  EXPECT_FALSE(holds(bad));
  bad = good;
  std::swap(bad.paths.front(), bad.paths.back());
  EXPECT_FALSE(holds(bad));
}

TEST(ParetoCertificate, FailsForAnyPathThatIsLeftOut) {
  std::size_t left_out = 0;
  for (std::uint32_t seed = 0; seed < 90; ++seed) {
    SCOPED_TRACE(seed);
    const Instance of = seed % 3 == 0 ? grid(seed, 9) : instance(seed, 30, 120, 2 + seed % 3, 9);
    const ParetoSet good = of.solve();
    ASSERT_TRUE(certify(of.graph, of.columns(), of.query, good).holds());
    for (std::size_t i = 0; i < good.paths.size(); ++i) {
      ParetoSet bad = good;
      bad.paths.erase(bad.paths.begin() + static_cast<std::ptrdiff_t>(i));
      const ParetoCertificate certificate = certify(of.graph, of.columns(), of.query, bad);
      ASSERT_TRUE(certificate.nondominated);
      ASSERT_FALSE(certificate.none_missing) << i;
      ++left_out;
    }
  }
  EXPECT_GT(left_out, 200U) << "the sets are too small to tell anything";
}

TEST(ParetoCertificate, OfAnEpsilonFailsWhereAPathIsWorseByMore) {
  std::size_t failed = 0;
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    const Instance of = grid(seed, 12);
    ParetoSet some = of.solve({0.05});
    ASSERT_TRUE(certify(of.graph, of.columns(), of.query, some).holds());
    some.epsilon = 0;
    const bool whole = some.paths.size() == of.solve().paths.size();
    ASSERT_EQ(certify(of.graph, of.columns(), of.query, some).holds(), whole);
    failed += whole ? 0U : 1U;
  }
  EXPECT_GT(failed, 5U);
}

}  // namespace
}  // namespace corridor
