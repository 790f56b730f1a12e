#include "corridor/route/tree_search.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/shortest_path.hpp"

#include "route/reference.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::WeightedGraph;

/// Weights for 64 bits a label, for heavy arcs in 64 bits, and for 128.
constexpr Weight factors[] = {1, Weight{1} << 34, Weight{1} << 55};

WeightedGraph scaled(std::uint32_t seed, std::size_t vertices, Weight factor) {
  WeightedGraph graph = test::random_graph(seed, vertices, 4 * vertices, 1 + seed % 4);
  for (Weight& weight : graph.weight) {
    if (weight < infinite_weight) weight *= factor;
  }
  return graph;
}

void expect_same(const PathTree& a, const PathTree& b) {
  EXPECT_EQ(a.origin, b.origin);
  EXPECT_EQ(a.distance, b.distance);
  EXPECT_EQ(a.hops, b.hops);
  EXPECT_EQ(a.parent, b.parent);
}

TEST(TreeSearch, FindsTheTreesOfShortestPaths) {
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    SCOPED_TRACE(seed);
    const WeightedGraph graph = scaled(seed, 20, factors[seed % 3]);
    TreeSearch ahead{graph.graph, graph.weights()};
    TreeSearch back{graph.graph, graph.weights(), Direction::backward};
    for (const VertexId root : {VertexId{0}, VertexId{7}, VertexId{0}}) {
      ahead.run(root);
      expect_same(ahead.tree(), shortest_paths(graph.graph, graph.weights(), root));
      back.run(root);
      expect_same(back.tree(), shortest_paths_to(graph.graph, graph.weights(), root));
    }
  }
}

TEST(TreeSearch, TellsOfEachVertexWhatTheTreeDoes) {
  const WeightedGraph graph = scaled(3, 30, 1);
  TreeSearch search{graph.graph, graph.weights(), Direction::backward};
  search.run(VertexId{4});
  const PathTree tree = search.tree();
  for (const VertexId vertex : graph.graph.vertices()) {
    EXPECT_EQ(search.distance(vertex), tree.distance[vertex]);
    EXPECT_EQ(search.hops(vertex), tree.hops[vertex]);
    EXPECT_EQ(search.parent(vertex), tree.parent[vertex]);
    const Path path = search.path(vertex);
    EXPECT_EQ(path.weight, tree.distance[vertex]);
    EXPECT_EQ(path.arcs, path_in_tree(graph.graph, tree, vertex));
    EXPECT_EQ(path.stage.size(), path.arcs.size());
  }
}

TEST(TreeSearch, StopsWithItsTargetsSettled) {
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    SCOPED_TRACE(seed);
    const WeightedGraph graph = scaled(seed, 25, factors[seed % 3]);
    const PathTree whole = shortest_paths(graph.graph, graph.weights(), VertexId{0});
    TreeSearch search{graph.graph, graph.weights()};
    test::Dice dice{seed};
    for (int i = 0; i < 3; ++i) {
      const std::vector<VertexId> targets{VertexId{dice.roll(25)}, VertexId{dice.roll(25)}};
      search.run(VertexId{0}, targets);
      for (const VertexId target : targets) {
        EXPECT_EQ(search.distance(target), whole.distance[target]);
        EXPECT_EQ(search.path(target).arcs, path_in_tree(graph.graph, whole, target));
      }
    }
  }
}

TEST(TreeSearch, OfACopyIsItsOwn) {
  const WeightedGraph graph = scaled(9, 30, 1);
  TreeSearch search{graph.graph, graph.weights()};
  search.run(VertexId{1});
  TreeSearch copy{search};
  copy.run(VertexId{2});
  expect_same(search.tree(), shortest_paths(graph.graph, graph.weights(), VertexId{1}));
  expect_same(copy.tree(), shortest_paths(graph.graph, graph.weights(), VertexId{2}));
  EXPECT_GT(search.memory(), 30 * sizeof(Weight));
}

TEST(TreeSearch, MakesDistancesAloneTheSame) {
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    SCOPED_TRACE(seed);
    const WeightedGraph graph = scaled(seed, 1 + seed % 30, factors[seed % 3]);
    const VertexId root{seed % graph.graph.vertex_count()};
    EXPECT_EQ(distances_from(graph.graph, graph.weights(), root),
              shortest_paths(graph.graph, graph.weights(), root).distance);
    EXPECT_EQ(distances_to(graph.graph, graph.weights(), root),
              shortest_paths_to(graph.graph, graph.weights(), root).distance);
  }
}

/// Arcs of no weight, or of nearly none beside a few that set the width of the buckets: all the
/// labels are made in one bucket, which goes on by a heap.
TEST(TreeSearch, KeepsTheRuleInABucketOfThousands) {
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    constexpr std::size_t vertices = 3000;
    std::vector<test::WeightedArc> arcs;
    for (std::size_t at = 0; at < vertices; ++at) {
      arcs.push_back({at, (at + 1) % vertices, static_cast<Weight>(dice.roll(1 + seed % 4))});
      arcs.push_back({at, dice.roll(vertices), static_cast<Weight>(dice.roll(1 + seed % 3))});
      if (seed % 2 == 1) {
        for (int i = 0; i < 6; ++i)
          arcs.push_back({at, at, Weight{1} << (seed % 4 == 1 ? 40 : 16)});
      }
    }
    const WeightedGraph graph = test::weighted_graph(vertices, arcs);
    const PathTree tree = shortest_paths(graph.graph, graph.weights(), VertexId{0});
    const std::vector<test::Length> length = test::lengths_by_bellman_ford(graph, VertexId{0});
    for (const VertexId vertex : graph.graph.vertices()) {
      ASSERT_EQ(tree.distance[vertex], length[vertex.index()].first);
      ASSERT_EQ(tree.hops[vertex], length[vertex.index()].second);
      if (vertex == VertexId{0}) continue;
      for (const ArcId arc : graph.graph.in(vertex)) {
        const VertexId tail = graph.graph.tail(arc);
        if (tree.distance[tail] + graph.weight[arc] != tree.distance[vertex] ||
            tree.hops[tail] + 1 != tree.hops[vertex]) {
          continue;
        }
        ASSERT_EQ(tree.parent[vertex], arc);
        break;
      }
    }
  }
}

}  // namespace
}  // namespace corridor
