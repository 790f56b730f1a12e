#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/certificate.hpp"
#include "corridor/route/shortest_path.hpp"

#include "route/reference.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::random_query;
using test::weighted_graph;
using test::WeightedGraph;

TEST(StagedPath, WeighsWhatBruteForceFindsAndIsProved) {
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const std::size_t vertices = 1 + dice.roll(10);
    const WeightedGraph graph = test::random_graph(seed, vertices, 3 * vertices, seed % 5);
    const PathQuery query = random_query(dice, vertices, 3);
    const ProvedPath answer = shortest_path(graph.graph, graph.weights(), query);
    ASSERT_EQ(answer.path.weight, test::weight_by_brute_force(graph, query));
    ASSERT_EQ(answer.path.found, answer.path.weight < infinite_weight);
    ASSERT_TRUE(certify(graph.graph, graph.weights(), query, answer).holds());
  }
}

TEST(StagedPath, IsTheSameWithAndWithoutProof) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const WeightedGraph graph = test::random_graph(seed, 12, 40, 2);
    const PathQuery query = random_query(dice, 12, 3);
    const Path proved = shortest_path(graph.graph, graph.weights(), query).path;
    const Path bare = route(graph.graph, graph.weights(), query);
    EXPECT_EQ(proved.arcs, bare.arcs);
    EXPECT_EQ(proved.stage, bare.stage);
    EXPECT_EQ(proved.weight, bare.weight);
  }
}

TEST(StagedPath, NeverCostsLessForOneMoreVia) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const WeightedGraph graph = test::random_graph(seed, 10, 40);
    PathQuery query = random_query(dice, 10, 2);
    const Weight without = route(graph.graph, graph.weights(), query).weight;
    query.via.push_back({VertexId{dice.roll(10)}});
    EXPECT_GE(route(graph.graph, graph.weights(), query).weight, without);
  }
}

// 0 - 1 - 2 in a line, both ways, and 3 off 1: from 0 to 2 by 3 goes 0 1 3 1 2, and passes 1 twice.
TEST(StagedPath, MayPassAVertexTwice) {
  const WeightedGraph graph =
      weighted_graph(4, {{0, 1, 1}, {1, 2, 1}, {1, 3, 5}, {3, 1, 7}, {2, 1, 1}});
  const Path path =
      route(graph.graph, graph.weights(), {VertexId{0}, VertexId{2}, {{VertexId{3}}}});
  ASSERT_TRUE(path.found);
  EXPECT_EQ(path.weight, 1 + 5 + 7 + 1);
  // Arcs sorted by tail: 0>1, 1>2, 1>3, 2>1, 3>1.
  EXPECT_EQ(path.arcs, (std::vector<ArcId>{ArcId{0}, ArcId{2}, ArcId{4}, ArcId{1}}));
  EXPECT_EQ(path.stage, (std::vector<std::uint32_t>{0, 0, 1, 1}));
}

TEST(StagedPath, TakesViasInTheirOrder) {
  const WeightedGraph ring = weighted_graph(4, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {3, 0, 1}});
  const PathQuery along{VertexId{0}, VertexId{3}, {{VertexId{1}}, {VertexId{2}}}};
  const PathQuery against{VertexId{0}, VertexId{3}, {{VertexId{2}}, {VertexId{1}}}};
  EXPECT_EQ(route(ring.graph, ring.weights(), along).weight, 3);
  EXPECT_EQ(route(ring.graph, ring.weights(), against).weight, 7) << "once more round the ring";
}

TEST(StagedPath, PassesOneVertexOfASet) {
  const WeightedGraph graph =
      weighted_graph(5, {{0, 1, 1}, {0, 2, 2}, {0, 3, 1}, {1, 4, 1}, {2, 4, 1}, {3, 4, 1}});
  const PathQuery query{VertexId{0}, VertexId{4}, {{VertexId{2}, VertexId{3}}}};
  EXPECT_EQ(route(graph.graph, graph.weights(), query).arcs,
            (std::vector<ArcId>{ArcId{2}, ArcId{5}}));
}

TEST(StagedPath, HasPassedItsEndsAndRepeatedViasByBeingThere) {
  const WeightedGraph graph = weighted_graph(3, {{0, 1, 1}, {1, 2, 1}});
  const PathQuery query{
      VertexId{0}, VertexId{2}, {{VertexId{0}}, {VertexId{1}}, {VertexId{1}}, {VertexId{2}}}};
  const Path path = route(graph.graph, graph.weights(), query);
  EXPECT_EQ(path.weight, 2);
  EXPECT_EQ(path.stage, (std::vector<std::uint32_t>{1, 3}));
}

TEST(StagedPath, FromAPlaceToItselfIsEmpty) {
  const WeightedGraph graph = weighted_graph(2, {{0, 0, 0}, {0, 1, 0}, {1, 0, 0}});
  const ProvedPath stay =
      shortest_path(graph.graph, graph.weights(), {VertexId{0}, VertexId{0}, {}});
  EXPECT_TRUE(stay.path.found);
  EXPECT_EQ(stay.path.weight, 0);
  EXPECT_TRUE(stay.path.arcs.empty());
}

TEST(StagedPath, ThroughAnEmptySetIsImpossible) {
  const WeightedGraph graph = weighted_graph(2, {{0, 1, 1}});
  const PathQuery query{VertexId{0}, VertexId{1}, {{}}};
  const ProvedPath answer = shortest_path(graph.graph, graph.weights(), query);
  EXPECT_FALSE(answer.path.found);
  EXPECT_EQ(answer.path.weight, infinite_weight);
  EXPECT_TRUE(certify(graph.graph, graph.weights(), query, answer).holds());
}

}  // namespace
}  // namespace corridor
