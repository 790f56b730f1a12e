#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/shortest_path.hpp"

#include "route/reference.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::Length;
using test::weighted_graph;
using test::WeightedArc;
using test::WeightedGraph;

// The rule as the header states it, applied to lengths that another method has found.
TEST(Ties, GoToTheFewestArcsAndThenToTheLowestLastArc) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 1 + seed % 25;
    const WeightedGraph graph = test::random_graph(seed, vertices, 4 * vertices, seed % 3);
    const VertexId origin{seed % vertices};
    const PathTree tree = shortest_paths(graph.graph, graph.weights(), origin);
    const std::vector<Length> length = test::lengths_by_bellman_ford(graph, origin);
    for (const VertexId vertex : graph.graph.vertices()) {
      ASSERT_EQ(tree.distance[vertex], length[vertex.index()].first);
      ASSERT_EQ(tree.hops[vertex], length[vertex.index()].second);
      ArcId lowest;
      for (const ArcId arc : graph.graph.in(vertex)) {
        const Length before = length[graph.graph.tail(arc).index()];
        if (before == test::unreachable || graph.weight[arc] >= infinite_weight) continue;
        const Length after{before.first + graph.weight[arc], before.second + 1};
        if (after == length[vertex.index()]) {
          lowest = arc;
          break;
        }
      }
      ASSERT_EQ(tree.parent[vertex], lowest);
    }
  }
}

TEST(Ties, OfReversedTreesGoToTheLowestFirstArc) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    const WeightedGraph graph = test::random_graph(seed, 12, 40, seed % 3);
    const VertexId target{seed % 12};
    const PathTree tree = shortest_paths_to(graph.graph, graph.weights(), target);
    for (const VertexId vertex : graph.graph.vertices()) {
      if (vertex == target || tree.distance[vertex] >= infinite_weight) continue;
      ArcId lowest;
      for (const ArcId arc : graph.graph.out(vertex)) {
        const VertexId head = graph.graph.head(arc);
        if (graph.weight[arc] >= infinite_weight || tree.distance[head] >= infinite_weight)
          continue;
        if (tree.distance[head] + graph.weight[arc] == tree.distance[vertex] &&
            tree.hops[head] + 1 == tree.hops[vertex]) {
          lowest = arc;
          break;
        }
      }
      EXPECT_EQ(tree.parent[vertex], lowest);
    }
  }
}

// All four ways from 0 to 3 weigh 2. The direct one has one arc, and there are two of it.
TEST(Ties, PreferFewArcsAndThenTheFirstOfParallels) {
  const WeightedGraph graph =
      weighted_graph(4, {{0, 1, 1}, {0, 2, 0}, {0, 3, 2}, {0, 3, 2}, {1, 3, 1}, {2, 3, 2}});
  const Path path = route(graph.graph, graph.weights(), {VertexId{0}, VertexId{3}, {}});
  EXPECT_EQ(path.arcs, std::vector<ArcId>{ArcId{2}});
}

// Arcs that change places take their ids with them, so the tree may differ, but only by a swap of
// what is equal: lengths stay, and arcs without a rival stay.
TEST(Ties, LengthsDoNotDependOnTheOrderOfArcs) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    std::vector<WeightedArc> arcs;
    for (int i = 0; i < 60; ++i) {
      arcs.push_back({dice.roll(15), dice.roll(15), static_cast<Weight>(dice.roll(3))});
    }
    const WeightedGraph given = weighted_graph(15, arcs);
    for (std::size_t i = arcs.size() - 1; i > 0; --i) std::swap(arcs[i], arcs[dice.roll(i + 1)]);
    const WeightedGraph shuffled = weighted_graph(15, arcs);
    const PathTree a = shortest_paths(given.graph, given.weights(), VertexId{0});
    const PathTree b = shortest_paths(shuffled.graph, shuffled.weights(), VertexId{0});
    EXPECT_EQ(a.distance, b.distance);
    EXPECT_EQ(a.hops, b.hops);
  }
}

TEST(Ties, APathIsThatOfTheTree) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    const WeightedGraph graph = test::random_graph(seed, 20, 80, 2);
    const PathTree tree = shortest_paths(graph.graph, graph.weights(), VertexId{0});
    for (const VertexId to : graph.graph.vertices()) {
      const Path path = route(graph.graph, graph.weights(), {VertexId{0}, to, {}});
      EXPECT_EQ(path.weight, tree.distance[to]);
      EXPECT_EQ(path.found, tree.distance[to] < infinite_weight);
      EXPECT_EQ(path.arcs, path_in_tree(graph.graph, tree, to));
    }
  }
}

}  // namespace
}  // namespace corridor
