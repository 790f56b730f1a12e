#include "corridor/route/k_shortest.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "route/every_path.hpp"
#include "route/reference.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::WeightedGraph;

void expect_same(const Path& given, const Path& expected) {
  EXPECT_EQ(given.found, expected.found);
  EXPECT_EQ(given.weight, expected.weight);
  EXPECT_EQ(given.arcs, expected.arcs);
  EXPECT_EQ(given.stage, expected.stage);
}

TEST(LooplessPaths, AreAllThereAreInOrder) {
  std::size_t compared = 0;
  for (std::uint32_t seed = 0; seed < 4000 && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const std::size_t vertices = 1 + dice.roll(8);
    const WeightedGraph graph =
        test::random_graph(seed, vertices, vertices + dice.roll(4 * vertices), seed % 4);
    const PathQuery query = test::random_query(dice, vertices, seed % 3);
    const test::EveryPath all{graph, query};
    LooplessPaths paths{graph.graph};
    paths.ask(graph.weights(), query);
    for (const Path& expected : all.paths()) {
      EXPECT_LE(paths.bound(), expected.weight);
      expect_same(paths.next(), expected);
      ++compared;
    }
    EXPECT_FALSE(paths.next().found);
    EXPECT_EQ(paths.bound(), infinite_weight);
    EXPECT_FALSE(paths.next().found) << "nor at the next asking";
  }
  EXPECT_GT(compared, 20000U);
}

TEST(LooplessPaths, BeginWithTheCheapestPath) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const WeightedGraph graph = test::random_graph(seed, 40, 160, seed % 5);
    const PathQuery query = test::random_query(dice, 40, 2);
    const std::vector<Path> first = k_shortest_paths(graph.graph, graph.weights(), query, 1);
    const Path cheapest = route(graph.graph, graph.weights(), query);
    ASSERT_EQ(first.size(), cheapest.found ? 1U : 0U);
    if (cheapest.found) expect_same(first[0], cheapest);
  }
}

/// Whether the path answers the query, over open arcs, and never comes back to where it was.
void expect_sound(const WeightedGraph& graph, const PathQuery& query, const Path& path) {
  VertexId at = query.from;
  std::size_t stage = test::stage_at(query, at, 0);
  std::set<std::pair<VertexId, std::size_t>> passed{{at, stage}};
  Weight weight = 0;
  for (std::size_t i = 0; i < path.arcs.size(); ++i) {
    ASSERT_EQ(graph.graph.tail(path.arcs[i]), at);
    ASSERT_EQ(path.stage[i], stage);
    ASSERT_LT(graph.weight[path.arcs[i]], infinite_weight);
    weight += graph.weight[path.arcs[i]];
    at = graph.graph.head(path.arcs[i]);
    stage = test::stage_at(query, at, stage);
    ASSERT_TRUE(passed.insert({at, stage}).second);
  }
  EXPECT_EQ(at, query.to);
  EXPECT_EQ(stage, query.via.size());
  EXPECT_EQ(weight, path.weight);
}

TEST(LooplessPaths, OfLargerGraphsAreSoundAndDistinctAndNeverGetCheaper) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const WeightedGraph graph = test::random_graph(seed, 300, 900, 1 + 20 * (seed % 3));
    const PathQuery query = test::random_query(dice, 300, seed % 3);
    const std::vector<Path> paths = k_shortest_paths(graph.graph, graph.weights(), query, 200);
    std::set<std::vector<ArcId>> distinct;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      expect_sound(graph, query, paths[i]);
      EXPECT_TRUE(distinct.insert(paths[i].arcs).second);
      if (i == 0) continue;
      EXPECT_TRUE(paths[i - 1].weight < paths[i].weight ||
                  (paths[i - 1].weight == paths[i].weight &&
                   paths[i - 1].arcs.size() <= paths[i].arcs.size()));
    }
  }
}

TEST(LooplessPaths, WithoutAnArcAreThoseThatDidNotUseIt) {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const WeightedGraph graph = test::random_graph(seed, 9, 24, 3);
    const PathQuery query = test::random_query(dice, 9, 1);
    const ArcId arc{dice.roll(graph.graph.arc_count())};
    WeightedGraph closed = graph;
    closed.weight[arc] = infinite_weight;
    constexpr std::size_t all = 100000;
    std::vector<Path> expected = k_shortest_paths(graph.graph, graph.weights(), query, all);
    std::erase_if(expected,
                  [&](const Path& path) { return std::ranges::count(path.arcs, arc) > 0; });
    const std::vector<Path> left = k_shortest_paths(closed.graph, closed.weights(), query, all);
    ASSERT_EQ(left.size(), expected.size());
    for (std::size_t i = 0; i < left.size(); ++i) expect_same(left[i], expected[i]);
  }
}

TEST(LooplessPaths, AskedAnewForgetWhatWasAskedBefore) {
  const WeightedGraph graph = test::random_graph(3, 30, 120, 3);
  LooplessPaths used{graph.graph};
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const PathQuery query = test::random_query(dice, 30, 2);
    used.ask(graph.weights(), query);
    for (const Path& expected : k_shortest_paths(graph.graph, graph.weights(), query, 20)) {
      expect_same(used.next(), expected);
    }
  }
}

// From 0 to 3 by 1 (2), by 2 (4), by 1 and 2 (1 + 0 + 2 = 3), and by 2 and 1 (2 + 0 + 1 = 3). The
// last two have three arcs each; compared from the end, arc 3 (1 to 3) comes before arc 5 (2 to 3).
TEST(LooplessPaths, OfADiamond) {
  const WeightedGraph graph =
      test::weighted_graph(4, {{0, 1, 1}, {0, 2, 2}, {1, 2, 0}, {1, 3, 1}, {2, 1, 0}, {2, 3, 2}});
  const std::vector<Path> paths =
      k_shortest_paths(graph.graph, graph.weights(), {VertexId{0}, VertexId{3}, {}}, 10);
  ASSERT_EQ(paths.size(), 4U);
  EXPECT_EQ(paths[0].arcs, (std::vector{ArcId{0}, ArcId{3}}));
  EXPECT_EQ(paths[1].arcs, (std::vector{ArcId{1}, ArcId{4}, ArcId{3}}));
  EXPECT_EQ(paths[2].arcs, (std::vector{ArcId{0}, ArcId{2}, ArcId{5}}));
  EXPECT_EQ(paths[3].arcs, (std::vector{ArcId{1}, ArcId{5}}));
  EXPECT_EQ(paths[3].weight, 4);
}

TEST(LooplessPaths, ThatDifferByAParallelArcAreDifferent) {
  const WeightedGraph graph = test::weighted_graph(2, {{0, 1, 5}, {0, 1, 5}, {0, 0, 0}});
  const std::vector<Path> paths =
      k_shortest_paths(graph.graph, graph.weights(), {VertexId{0}, VertexId{1}, {}}, 5);
  ASSERT_EQ(paths.size(), 2U);
  EXPECT_EQ(paths[0].arcs, std::vector{ArcId{0}});
  EXPECT_EQ(paths[1].arcs, std::vector{ArcId{1}});
}

// To a vertex on a spur and back: 0 - 1 - 0 - 2 passes 0 twice, but in two stages.
TEST(LooplessPaths, MayComeBackOnceAViaIsPassed) {
  const WeightedGraph graph = test::weighted_graph(3, {{0, 1, 1}, {0, 2, 1}, {1, 0, 1}, {1, 2, 9}});
  const PathQuery query{VertexId{0}, VertexId{2}, {{VertexId{1}}}};
  const std::vector<Path> paths = k_shortest_paths(graph.graph, graph.weights(), query, 5);
  ASSERT_EQ(paths.size(), 2U);
  EXPECT_EQ(paths[0].arcs, (std::vector{ArcId{0}, ArcId{2}, ArcId{1}}));
  EXPECT_EQ(paths[0].weight, 3);
  EXPECT_EQ(paths[1].arcs, (std::vector{ArcId{0}, ArcId{3}}));
  EXPECT_EQ(paths[1].weight, 10);
}

TEST(LooplessPaths, FromAVertexToItselfAreOneOfNoArcs) {
  const WeightedGraph graph = test::weighted_graph(2, {{0, 1, 1}, {1, 0, 1}});
  const std::vector<Path> paths =
      k_shortest_paths(graph.graph, graph.weights(), {VertexId{1}, VertexId{1}, {}}, 5);
  ASSERT_EQ(paths.size(), 1U);
  EXPECT_TRUE(paths[0].arcs.empty());
  EXPECT_EQ(paths[0].weight, 0);
}

}  // namespace
}  // namespace corridor
