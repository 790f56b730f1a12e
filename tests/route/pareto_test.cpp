#include "corridor/route/pareto.hpp"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "route/pareto_cases.hpp"

namespace corridor {
namespace {

using test::AllPaths;
using test::expect_same;
using test::instance;
using test::Instance;
using test::vectors;

class ParetoPaths : public testing::TestWithParam<std::size_t> {};

TEST_P(ParetoPaths, AreThoseOfAllPathsThatNothingDominates) {
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 2 + seed % 6;
    const Instance small = instance(seed, vertices, 3 * vertices, GetParam(), seed % 4);
    const ParetoSet found = small.solve();
    ASSERT_TRUE(found.complete);
    expect_same(found.paths, AllPaths{small}.nondominated());
    ASSERT_TRUE(certify(small.graph, small.columns(), small.query, found).holds());
  }
}

TEST_P(ParetoPaths, AreTheSameInWideNumbers) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    Instance small = instance(seed, 8, 24, GetParam(), 5);
    const ParetoSet before = small.solve();
    constexpr Weight factor = Weight{1} << 50;
    for (Weight& weight : small.weights[seed % GetParam()]) {
      if (weight < infinite_weight) weight *= factor;
    }
    const ParetoSet after = small.solve();
    ASSERT_EQ(before.paths.size(), after.paths.size());
    for (std::size_t i = 0; i < before.paths.size(); ++i) {
      ASSERT_EQ(before.paths[i].arcs, after.paths[i].arcs) << "scaling a column changes no path";
    }
    ASSERT_TRUE(certify(small.graph, small.columns(), small.query, after).holds());
  }
}

TEST_P(ParetoPaths, EndAtTheBestByEachObjective) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const Instance large = instance(seed, 40, 160, GetParam(), 9);
    const ParetoSet found = large.solve();
    for (std::size_t i = 0; i < GetParam(); ++i) {
      std::vector<Weight> weight = large.weights[i];
      for (const ArcId arc : large.graph.arcs()) {
        for (const auto& column : large.weights) {
          if (column[arc.index()] >= infinite_weight) weight[arc.index()] = infinite_weight;
        }
      }
      Weight least = infinite_weight;
      for (const ParetoPath& path : found.paths) least = std::min(least, path.cost[i]);
      ASSERT_EQ(least, route(large.graph, weight, large.query).weight);
    }
    ASSERT_TRUE(certify(large.graph, large.columns(), large.query, found).holds());
  }
}

TEST_P(ParetoPaths, WithinEpsilonCoverAllAndBelongToAll) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    const Instance large = instance(seed, 30, 150, GetParam(), 40);
    const double epsilon = 0.05 * static_cast<double>(1 + seed % 5);
    const std::vector<CostVector> all = vectors(large.solve());
    const ParetoSet some = large.solve({epsilon});
    ASSERT_TRUE(certify(large.graph, large.columns(), large.query, some).holds());
    for (const CostVector& cost : vectors(some)) {
      ASSERT_TRUE(std::binary_search(all.begin(), all.end(), cost));
    }
    for (const CostVector& cost : all) {
      ASSERT_TRUE(std::any_of(some.paths.begin(), some.paths.end(), [&](const ParetoPath& path) {
        for (std::size_t i = 0; i < GetParam(); ++i) {
          const double most = static_cast<double>(cost[i]) * (1 + epsilon) + 1e-9;
          if (static_cast<double>(path.cost[i]) > most) return false;
        }
        return true;
      }));
    }
  }
}

TEST_P(ParetoPaths, OfASearchCutShortAreTheFirstOnes) {
  Instance large;
  ParetoSet whole;
  for (std::uint32_t seed = 0; whole.paths.size() <= 3; ++seed) {
    large = instance(seed, 40, 200, GetParam(), 30);
    whole = large.solve();
  }
  for (std::size_t most = 0; most < whole.labels; most += 7) {
    const ParetoSet part = large.solve({0, most});
    ASSERT_FALSE(part.complete);
    ASSERT_EQ(part.labels, most);
    ASSERT_LE(part.paths.size(), whole.paths.size());
    for (std::size_t i = 0; i < part.paths.size(); ++i) {
      ASSERT_EQ(part.paths[i].cost, whole.paths[i].cost);
    }
    ASSERT_FALSE(certify(large.graph, large.columns(), large.query, part).holds());
  }
  EXPECT_TRUE(large.solve({0, whole.labels}).complete);
}

INSTANTIATE_TEST_SUITE_P(Objectives, ParetoPaths, testing::Values(2, 3, 4));

}  // namespace
}  // namespace corridor
