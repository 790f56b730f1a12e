#include "corridor/route/alternatives.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "route/reference.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::WeightedGraph;

TEST(ReplacementPaths, AreThoseThatRemainWhereTheGroupIsClosed) {
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const std::size_t vertices = 2 + dice.roll(14);
    const WeightedGraph graph = test::random_graph(seed, vertices, 4 * vertices, seed % 4);
    const PathQuery query = test::random_query(dice, vertices, 2);
    std::vector<std::vector<ArcId>> groups{{}};
    for (const ArcId arc : route(graph.graph, graph.weights(), query).arcs) groups.push_back({arc});
    groups.push_back(
        {ArcId{dice.roll(graph.graph.arc_count())}, ArcId{dice.roll(graph.graph.arc_count())}});
    const std::vector<Path> paths = replacement_paths(graph.graph, graph.weights(), query, groups);
    ASSERT_EQ(paths.size(), groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
      WeightedGraph closed = graph;
      for (const ArcId arc : groups[i]) closed.weight[arc] = infinite_weight;
      const Path expected = route(closed.graph, closed.weights(), query);
      ASSERT_EQ(paths[i].found, expected.found);
      ASSERT_EQ(paths[i].weight, expected.weight);
      ASSERT_EQ(paths[i].arcs, expected.arcs) << "ties too go the same way";
      ASSERT_EQ(paths[i].stage, expected.stage);
    }
  }
}

// 0 to 2 by 1 for 2, or straight for 5. Without the first arc, and without the second, 5 is left;
// without all of them nothing is.
TEST(ReplacementPaths, AnswerForEachGroupAlone) {
  const WeightedGraph graph = test::weighted_graph(3, {{0, 1, 1}, {0, 2, 5}, {1, 2, 1}});
  const std::vector<std::vector<ArcId>> groups{
      {ArcId{0}}, {ArcId{2}}, {ArcId{1}}, {ArcId{0}, ArcId{1}}};
  const std::vector<Path> paths =
      replacement_paths(graph.graph, graph.weights(), {VertexId{0}, VertexId{2}, {}}, groups);
  ASSERT_EQ(paths.size(), 4U);
  EXPECT_EQ(paths[0].weight, 5);
  EXPECT_EQ(paths[1].weight, 5);
  EXPECT_EQ(paths[2].weight, 2);
  EXPECT_FALSE(paths[3].found);
}

TEST(ReplacementPaths, OfNoPathAreNone) {
  const WeightedGraph graph = test::weighted_graph(2, {{1, 0, 1}});
  const std::vector<std::vector<ArcId>> groups{{ArcId{0}}, {}};
  for (const Path& path :
       replacement_paths(graph.graph, graph.weights(), {VertexId{0}, VertexId{1}, {}}, groups)) {
    EXPECT_FALSE(path.found);
  }
}

}  // namespace
}  // namespace corridor
