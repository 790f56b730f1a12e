#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/alternatives.hpp"

#include "route/every_path.hpp"
#include "route/reference.hpp"
#include "route/roads.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::Roads;
using test::WeightedGraph;

bool fits(const Roads& roads, const Difference& difference, const Path& path,
          std::span<const Path> before) {
  if (static_cast<double>(path.weight) >
      difference.stretch * static_cast<double>(before.front().weight)) {
    return false;
  }
  return std::ranges::all_of(before, [&](const Path& earlier) {
    const auto most = static_cast<Weight>(
        std::floor(difference.overlap * static_cast<double>(roads.length_of(earlier))));
    return roads.left_out(path, earlier) >= roads.length_of(earlier) - most;
  });
}

/// The least weight of all paths that may follow those before.
std::optional<Weight> next_weight(const std::vector<Path>& all, const Roads& roads,
                                  const Difference& difference, std::span<const Path> before) {
  for (const Path& path : all) {
    if (fits(roads, difference, path, before)) return path.weight;
  }
  return std::nullopt;
}

TEST(DifferentPaths, AreEachTheCheapestThatFitsTheOnesBefore) {
  std::size_t further = 0;
  for (std::uint32_t seed = 0; seed < 3000 && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const std::size_t vertices = 2 + dice.roll(7);
    const WeightedGraph graph =
        test::random_graph(seed, vertices, vertices + dice.roll(3 * vertices), 1 + seed % 9);
    const Roads roads{dice, graph.graph.arc_count()};
    std::vector<PathQuery> queries{test::random_query(dice, vertices, seed % 3)};
    Difference difference = roads.difference();
    difference.stretch = std::vector{1.2, 1.5, 4.0}[dice.roll(3)];
    difference.overlap = std::vector{0.0, 0.4, 0.75}[dice.roll(3)];
    const std::vector<Path> all = test::EveryPath{graph, queries[0]}.paths();
    const DifferentPaths given = different_paths(graph.graph, graph.weights(), queries, difference);
    const std::vector<Path>& paths = given.paths;
    ASSERT_EQ(paths.empty(), all.empty());
    ASSERT_EQ(given.proved, paths.size());
    if (paths.empty()) continue;
    EXPECT_EQ(paths[0].arcs, all[0].arcs);
    if (roads.length_of(paths[0]) == 0) {
      EXPECT_EQ(paths.size(), 1U);
      continue;
    }
    for (std::size_t i = 1; i < paths.size(); ++i, ++further) {
      const std::span before{paths.data(), i};
      EXPECT_TRUE(fits(roads, difference, paths[i], before));
      EXPECT_EQ(next_weight(all, roads, difference, before), paths[i].weight);
      EXPECT_EQ(std::ranges::count(all, paths[i].arcs, &Path::arcs), 1);
    }
    EXPECT_EQ(given.exhausted, paths.size() < difference.most);
    const bool last_has_roads = roads.length_of(paths.back()) > 0;
    if (given.exhausted && last_has_roads) {
      EXPECT_EQ(next_weight(all, roads, difference, paths), std::nullopt);
    }
  }
  EXPECT_GT(further, 300U);
}

TEST(DifferentPaths, OfManyQueriesAreTakenFromWhicheverIsCheapest) {
  for (std::uint32_t seed = 0; seed < 500 && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const WeightedGraph graph = test::random_graph(seed, 7, 21, 6);
    const Roads roads{dice, graph.graph.arc_count()};
    PathQuery query = test::random_query(dice, 7, 2);
    const std::vector<PathQuery> queries{query, {query.from, query.to, {{VertexId{3}}}}};
    const Difference difference = roads.difference();
    std::vector<Path> all = test::EveryPath{graph, queries[0]}.paths();
    const std::vector<Path> others = test::EveryPath{graph, queries[1]}.paths();
    all.insert(all.end(), others.begin(), others.end());
    std::ranges::stable_sort(all, {}, &Path::weight);
    const DifferentPaths given = different_paths(graph.graph, graph.weights(), queries, difference);
    ASSERT_EQ(given.query.size(), given.paths.size());
    for (std::size_t i = 0; i < given.paths.size(); ++i) {
      const std::span before{given.paths.data(), i};
      EXPECT_EQ(given.paths[i].weight,
                i == 0 ? all[0].weight : next_weight(all, roads, difference, before));
      const std::vector<Path> own = test::EveryPath{graph, queries[given.query[i]]}.paths();
      EXPECT_EQ(std::ranges::count(own, given.paths[i].arcs, &Path::arcs), 1);
    }
  }
}

TEST(DifferentPaths, KeepToTheLimitsWhereTheSearchGivesUp) {
  std::size_t further = 0;
  std::size_t proved = 0;
  for (std::uint32_t seed = 0; seed < 300 && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const WeightedGraph graph = test::random_graph(seed, 60, 240, 20);
    const Roads roads{dice, graph.graph.arc_count()};
    const std::vector<PathQuery> queries{test::random_query(dice, 60, seed % 2)};
    Difference difference = roads.difference();
    difference.most_labels = 20;
    const DifferentPaths given = different_paths(graph.graph, graph.weights(), queries, difference);
    const DifferentPaths exact = [&] {
      difference.most_labels = std::size_t{1} << 20;
      return different_paths(graph.graph, graph.weights(), queries, difference);
    }();
    ASSERT_EQ(exact.proved, exact.paths.size());
    ASSERT_LE(given.proved, given.paths.size());
    for (std::size_t i = 0; i < given.proved; ++i) {
      EXPECT_EQ(given.paths[i].weight, exact.paths[i].weight);
    }
    for (std::size_t i = 1; i < given.paths.size(); ++i, ++further) {
      EXPECT_TRUE(fits(roads, difference, given.paths[i], {given.paths.data(), i}));
    }
    // What follows the same paths cannot be cheaper than what is proved to follow.
    if (given.paths.size() > given.proved && given.proved < exact.paths.size()) {
      EXPECT_GE(given.paths[given.proved].weight, exact.paths[given.proved].weight);
    }
    if (given.proved == given.paths.size()) ++proved;
  }
  EXPECT_GT(further, 100U);
  EXPECT_LT(proved, 300U) << "some searches must have given up";
}

// From 0 to 4 the long way has four parts, each with a siding of its own that adds 1. With a
// quarter to be left in one piece, any one siding does; with half, two sidings that meet, but not
// the first and the third.
TEST(DifferentPaths, LeaveTheEarlierOneInOnePiece) {
  const WeightedGraph graph = test::weighted_graph(7, {{0, 1, 10},
                                                       {0, 5, 1},
                                                       {1, 2, 10},
                                                       {1, 6, 5},
                                                       {2, 3, 10},
                                                       {2, 3, 11},
                                                       {3, 4, 10},
                                                       {5, 1, 10},
                                                       {6, 3, 30}});
  std::vector<std::uint32_t> road;
  std::vector<Weight> length;
  for (const ArcId arc : graph.graph.arcs()) {
    road.push_back(static_cast<std::uint32_t>(arc.index()));
    length.push_back(graph.weight[arc]);
  }
  const std::vector<PathQuery> queries{{VertexId{0}, VertexId{4}, {}}};
  Difference difference;
  difference.road = road;
  difference.length = length;
  difference.most = 2;
  difference.overlap = 0.75;
  const auto second = [&] {
    return different_paths(graph.graph, graph.weights(), queries, difference).paths.at(1);
  };
  // 0 - 5 - 1 - 2 - 3 - 4, or with the other arc from 2 to 3: 41 both; the latter has fewer arcs.
  EXPECT_EQ(second().weight, 41);
  EXPECT_EQ(second().arcs, (std::vector{ArcId{0}, ArcId{2}, ArcId{5}, ArcId{6}}));
  // Both sidings: 42, and half is not shared, but in two pieces. By 6: 10 + 35 + 10 = 55.
  difference.overlap = 0.5;
  EXPECT_EQ(second().weight, 55);
}

// Three roads from 0 to 4: by 1 (2 long, weight 2), by 1 and 2 (weight 3, shares half with the
// first), by 3 (weight 5). With half allowed the second is by 1 and 2; with less, by 3.
TEST(DifferentPaths, MayOverlapAsMuchAsIsStatedAndNoMore) {
  const WeightedGraph graph =
      test::weighted_graph(5, {{0, 1, 1}, {0, 3, 4}, {1, 2, 1}, {1, 4, 1}, {2, 4, 1}, {3, 4, 1}});
  const std::vector<std::uint32_t> road{0, 1, 2, 3, 4, 5};
  const std::vector<Weight> length(6, 1000);
  const std::vector<PathQuery> queries{{VertexId{0}, VertexId{4}, {}}};
  Difference difference;
  difference.road = road;
  difference.length = length;
  difference.stretch = 3;
  difference.overlap = 0.5;
  const auto weights = [&] {
    std::vector<Weight> result;
    for (const Path& path :
         different_paths(graph.graph, graph.weights(), queries, difference).paths) {
      result.push_back(path.weight);
    }
    return result;
  };
  EXPECT_EQ(weights(), (std::vector<Weight>{2, 3, 5}));
  difference.overlap = 0.499;
  EXPECT_EQ(weights(), (std::vector<Weight>{2, 5}));
  difference.stretch = 2.4;
  EXPECT_EQ(weights(), (std::vector<Weight>{2}));
  difference.overlap = 0.5;
  difference.most = 1;
  EXPECT_EQ(weights(), (std::vector<Weight>{2}));
}

TEST(DifferentPaths, OfNoPathAreNone) {
  const WeightedGraph graph = test::weighted_graph(2, {{1, 0, 1}});
  const std::vector<std::uint32_t> road{0};
  const std::vector<Weight> length{1};
  const std::vector<PathQuery> queries{{VertexId{0}, VertexId{1}, {}}};
  Difference difference;
  difference.road = road;
  difference.length = length;
  const DifferentPaths none = different_paths(graph.graph, graph.weights(), queries, difference);
  EXPECT_TRUE(none.paths.empty());
  EXPECT_TRUE(none.exhausted);
}

}  // namespace
}  // namespace corridor
