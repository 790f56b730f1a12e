#include <functional>
#include <vector>

#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <gtest/gtest.h>

#include "corridor/graph/bgl.hpp"
#include "corridor/route/shortest_path.hpp"

#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::random_graph;
using test::WeightedGraph;

/// From sparse graphs, most of which cannot be reached, to dense ones, and some of a single vertex.
void for_random_graphs(int count,
                       const std::function<void(const WeightedGraph&, VertexId origin)>& check) {
  for (int i = 0; i < count; ++i) {
    const auto seed = static_cast<std::uint32_t>(i);
    SCOPED_TRACE(seed);
    const std::size_t vertices = 1 + seed % 40;
    const WeightedGraph graph = random_graph(seed, vertices, vertices * (seed % 6), seed % 5);
    check(graph, VertexId{seed % vertices});
    if (testing::Test::HasFailure()) return;
  }
}

TEST(ShortestPaths, NoArcImprovesADistance) {
  for_random_graphs(1000, [](const WeightedGraph& graph, VertexId origin) {
    const PathTree tree = shortest_paths(graph.graph, graph.weights(), origin);
    EXPECT_EQ(tree.distance[origin], 0);
    for (const ArcId arc : graph.graph.arcs()) {
      const Weight before = tree.distance[graph.graph.tail(arc)];
      if (before >= infinite_weight || graph.weight[arc] >= infinite_weight) continue;
      EXPECT_LE(tree.distance[graph.graph.head(arc)], before + graph.weight[arc]);
    }
  });
}

TEST(ShortestPaths, ParentsLeadBackToTheOriginAtThatDistance) {
  for_random_graphs(1000, [](const WeightedGraph& graph, VertexId origin) {
    const PathTree tree = shortest_paths(graph.graph, graph.weights(), origin);
    for (const VertexId vertex : graph.graph.vertices()) {
      const std::vector<ArcId> path = path_in_tree(graph.graph, tree, vertex);
      if (tree.distance[vertex] >= infinite_weight) {
        EXPECT_FALSE(tree.parent[vertex].valid());
        continue;
      }
      VertexId at = origin;
      Weight sum = 0;
      for (const ArcId arc : path) {
        ASSERT_EQ(graph.graph.tail(arc), at);
        sum += graph.weight[arc];
        at = graph.graph.head(arc);
      }
      EXPECT_EQ(at, vertex);
      EXPECT_EQ(sum, tree.distance[vertex]);
      EXPECT_EQ(path.size(), tree.hops[vertex]);
    }
  });
}

template <class BoostGraph>
IdVector<VertexId, Weight> distances_by_boost(const BoostGraph& graph,
                                              const WeightedGraph& weighted, VertexId origin) {
  IdVector<VertexId, Weight> distance(weighted.graph.vertex_count());
  IdVector<ArcId, Weight> weight = weighted.weight;
  boost::dijkstra_shortest_paths(
      graph, origin,
      boost::distance_map(property_map(distance))
          .weight_map(property_map(weight))
          .vertex_index_map(IndexMap<VertexId>{})
          .distance_inf(infinite_weight)
          .distance_combine(boost::closed_plus<Weight>{infinite_weight}));
  return distance;
}

TEST(ShortestPaths, AgreeWithBoost) {
  for_random_graphs(4000, [](const WeightedGraph& graph, VertexId origin) {
    EXPECT_EQ(shortest_paths(graph.graph, graph.weights(), origin).distance,
              distances_by_boost(graph.graph, graph, origin));
  });
}

TEST(ShortestPaths, ToATargetAgreeWithBoostOnTheReversedGraph) {
  for_random_graphs(1000, [](const WeightedGraph& graph, VertexId target) {
    std::vector<test::WeightedArc> reversed;
    for (const ArcId arc : graph.graph.arcs()) {
      reversed.push_back(
          {graph.graph.head(arc).index(), graph.graph.tail(arc).index(), graph.weight[arc]});
    }
    const WeightedGraph back = test::weighted_graph(graph.graph.vertex_count(), reversed);
    EXPECT_EQ(shortest_paths_to(graph.graph, graph.weights(), target).distance,
              distances_by_boost(back.graph, back, target));
  });
}

TEST(ShortestPaths, ToATargetLeadThereInTheOrderOfTravel) {
  for_random_graphs(500, [](const WeightedGraph& graph, VertexId target) {
    const PathTree tree = shortest_paths_to(graph.graph, graph.weights(), target);
    for (const VertexId vertex : graph.graph.vertices()) {
      if (tree.distance[vertex] >= infinite_weight) continue;
      VertexId at = vertex;
      Weight sum = 0;
      for (const ArcId arc : path_in_tree(graph.graph, tree, vertex)) {
        ASSERT_EQ(graph.graph.tail(arc), at);
        sum += graph.weight[arc];
        at = graph.graph.head(arc);
      }
      EXPECT_EQ(at, target);
      EXPECT_EQ(sum, tree.distance[vertex]);
    }
  });
}

TEST(ShortestPaths, ClosingAnArcNeverMakesAnythingCheaper) {
  for_random_graphs(300, [](const WeightedGraph& graph, VertexId origin) {
    const PathTree before = shortest_paths(graph.graph, graph.weights(), origin);
    WeightedGraph closed = graph;
    for (const ArcId arc : graph.graph.arcs()) {
      closed.weight[arc] = infinite_weight;
      const PathTree after = shortest_paths(closed.graph, closed.weights(), origin);
      for (const VertexId vertex : graph.graph.vertices()) {
        EXPECT_GE(after.distance[vertex], before.distance[vertex]);
      }
      closed.weight[arc] = graph.weight[arc];
    }
  });
}

TEST(ShortestPaths, DoublingAllWeightsDoublesTheDistancesAndKeepsTheTree) {
  for_random_graphs(500, [](const WeightedGraph& graph, VertexId origin) {
    WeightedGraph doubled = graph;
    for (Weight& weight : doubled.weight) {
      if (weight < infinite_weight) weight *= 2;
    }
    const PathTree once = shortest_paths(graph.graph, graph.weights(), origin);
    const PathTree twice = shortest_paths(doubled.graph, doubled.weights(), origin);
    EXPECT_EQ(once.parent, twice.parent);
    EXPECT_EQ(once.hops, twice.hops);
    for (const VertexId vertex : graph.graph.vertices()) {
      if (once.distance[vertex] >= infinite_weight) continue;
      EXPECT_EQ(twice.distance[vertex], 2 * once.distance[vertex]);
    }
  });
}

// Weights so large that a sum of them would pass for infinity: a path that heavy is no path.
TEST(ShortestPaths, TreatAWeightPastInfinityAsNoPath) {
  const WeightedGraph graph =
      test::weighted_graph(3, {{0, 1, infinite_weight - 1}, {1, 2, infinite_weight - 1}});
  const PathTree tree = shortest_paths(graph.graph, graph.weights(), VertexId{0});
  EXPECT_EQ(tree.distance[VertexId{1}], infinite_weight - 1);
  EXPECT_EQ(tree.distance[VertexId{2}], infinite_weight);
}

}  // namespace
}  // namespace corridor
