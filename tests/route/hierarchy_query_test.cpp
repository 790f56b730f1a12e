// Queries on a customised hierarchy agree with Dijkstra's algorithm, in both widths of weights.

#include "corridor/route/hierarchy_query.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/certificate.hpp"

#include "route/hierarchy_query_cases.hpp"

namespace corridor {
namespace {

using test::all_trees;
using test::Dice;
using test::for_hierarchies;
using test::least_sum;
using test::some_seeds;
using test::WeightedGraph;

template <class W>
class HierarchyQueries : public testing::Test {};
using Widths = testing::Types<std::uint32_t, Weight>;
TYPED_TEST_SUITE(HierarchyQueries, Widths, );

TYPED_TEST(HierarchyQueries, FindTheDistanceBetweenAnyTwoVertices) {
  for_hierarchies(400, [](const WeightedGraph& graph, const Hierarchy& hierarchy, Dice&) {
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    HierarchyQuery<TypeParam> query{graph.graph, metric, graph.weights()};
    for (const PathTree& tree : all_trees(graph)) {
      for (const VertexId to : graph.graph.vertices()) {
        ASSERT_EQ(query.distance(tree.origin, to), tree.distance[to])
            << tree.origin.index() << " to " << to.index();
      }
    }
  });
}

TYPED_TEST(HierarchyQueries, UnpackAPathThatTheCertificateHoldsFor) {
  for_hierarchies(400, [](const WeightedGraph& graph, const Hierarchy& hierarchy, Dice& dice) {
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    HierarchyQuery<TypeParam> query{graph.graph, metric, graph.weights()};
    for (int i = 0; i < 20; ++i) {
      const PathQuery question{VertexId{dice.roll(graph.graph.vertex_count())},
                               VertexId{dice.roll(graph.graph.vertex_count())},
                               {}};
      const ProvedPath answer = query.prove(question.from, question.to);
      const PathCertificate certificate = certify(graph.graph, graph.weights(), question, answer);
      ASSERT_TRUE(certificate.holds()) << question.from.index() << " to " << question.to.index();
      ASSERT_EQ(answer.path.found, answer.path.weight < infinite_weight);
      ASSERT_TRUE(question.from != question.to || answer.path.arcs.empty());
    }
  });
}

/// Follows a path between sets; returns its weight with the best offsets of its ends.
Weight weight_between(const WeightedGraph& graph, const Path& path, const std::vector<Seed>& from,
                      const std::vector<Seed>& to) {
  Weight least = infinite_weight;
  for (const Seed& start : from) {
    VertexId at = start.vertex;
    Weight sum = start.offset;
    bool connected = true;
    for (const ArcId arc : path.arcs) {
      connected = connected && graph.graph.tail(arc) == at && graph.weight[arc] < infinite_weight;
      at = graph.graph.head(arc);
      sum += graph.weight[arc];
    }
    for (const Seed& end : to) {
      if (connected && end.vertex == at) least = std::min(least, sum + end.offset);
    }
  }
  return least;
}

TYPED_TEST(HierarchyQueries, FindTheBestPairOfTwoSetsWithOffsets) {
  for_hierarchies(800, [](const WeightedGraph& graph, const Hierarchy& hierarchy, Dice& dice) {
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    HierarchyQuery<TypeParam> query{graph.graph, metric, graph.weights()};
    const std::vector<PathTree> trees = all_trees(graph);
    Path path;
    for (int i = 0; i < 30; ++i) {
      const std::vector<Seed> from = some_seeds(graph.graph, dice);
      const std::vector<Seed> to = some_seeds(graph.graph, dice);
      const Weight least = least_sum(trees, from, to);
      ASSERT_EQ(query.distance(from, to), least);
      query.path(from, to, path);
      ASSERT_EQ(path.found, least < infinite_weight);
      ASSERT_EQ(path.weight, least);
      ASSERT_EQ(path.stage.size(), path.arcs.size());
      ASSERT_EQ(path.found ? weight_between(graph, path, from, to) : infinite_weight, least);
    }
  });
}

TYPED_TEST(HierarchyQueries, FollowTheMetricWhenItChanges) {
  for_hierarchies(200, [](WeightedGraph graph, const Hierarchy& hierarchy, Dice& dice) {
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    HierarchyQuery<TypeParam> query{graph.graph, metric, graph.weights()};
    if (graph.graph.arc_count() == 0) return;
    for (int i = 0; i < 10; ++i) {
      const ArcId changed{dice.roll(graph.graph.arc_count())};
      graph.weight[changed] = dice.roll(3) == 0 ? infinite_weight : Weight(dice.roll(5));
      metric.update(graph.weights(), {&changed, 1});
      const VertexId from{dice.roll(graph.graph.vertex_count())};
      const PathTree tree = shortest_paths(graph.graph, graph.weights(), from);
      for (const VertexId to : graph.graph.vertices()) {
        const ProvedPath answer = query.prove(from, to);
        ASSERT_EQ(answer.path.weight, tree.distance[to]);
        ASSERT_TRUE(certify(graph.graph, graph.weights(), {from, to, {}}, answer).holds());
      }
    }
  });
}

TYPED_TEST(HierarchyQueries, FollowAMetricThatAnotherIsAssignedTo) {
  // 0 -> 1 -> 2 or 0 -> 2: first the one is cheaper, then the other.
  const WeightedGraph graph = test::weighted_graph(3, {{0, 1, 1}, {0, 2, 3}, {1, 2, 1}});
  const std::vector<VertexId> order{VertexId{1}, VertexId{0}, VertexId{2}};
  const Hierarchy hierarchy{graph.graph, order};
  std::vector<Weight> weight{graph.weights().begin(), graph.weights().end()};
  HierarchyMetric<TypeParam> metric{hierarchy};
  metric.customise(weight);
  HierarchyQuery<TypeParam> query{graph.graph, metric, weight};
  EXPECT_EQ(query.path(VertexId{0}, VertexId{2}).arcs, (std::vector{ArcId{0}, ArcId{2}}));
  HierarchyMetric<TypeParam> other{hierarchy};
  weight[1] = 2;
  other.customise(weight);
  metric = other;
  EXPECT_EQ(query.path(VertexId{0}, VertexId{2}).arcs, std::vector{ArcId{1}});
  const ArcId changed{1};
  weight[1] = 3;
  metric.update(weight, {&changed, 1});
  EXPECT_EQ(query.path(VertexId{0}, VertexId{2}).arcs, (std::vector{ArcId{0}, ArcId{2}}));
}

TYPED_TEST(HierarchyQueries, PassNoVertexTwiceThoughItWouldCostNothing) {
  for_hierarchies(200, [](WeightedGraph graph, const Hierarchy& hierarchy, Dice& dice) {
    for (const ArcId arc : graph.graph.arcs()) graph.weight[arc] = dice.roll(9) == 0 ? 1 : 0;
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    HierarchyQuery<TypeParam> query{graph.graph, metric, graph.weights()};
    Path path;
    for (int i = 0; i < 30; ++i) {
      query.path(some_seeds(graph.graph, dice), some_seeds(graph.graph, dice), path);
      std::vector<char> passed(graph.graph.vertex_count(), 0);
      for (const ArcId arc : path.arcs) {
        ASSERT_EQ(passed[graph.graph.tail(arc).index()]++, 0);
        if (arc == path.arcs.back()) {
          ASSERT_EQ(passed[graph.graph.head(arc).index()], 0);
        }
      }
    }
  });
}

TYPED_TEST(HierarchyQueries, TakeSumsThatDoNotFitForNoPath) {
  // 0 -> 1 -> 2 weighs 2 x half, which is unreachable in 32 bits and fits in 64.
  constexpr Weight half = (Weight{INT32_MAX} + 1) / 2;
  const WeightedGraph graph = test::weighted_graph(3, {{0, 1, half}, {1, 2, half}});
  const std::vector<VertexId> order{VertexId{1}, VertexId{0}, VertexId{2}};
  const Hierarchy hierarchy{graph.graph, order};
  HierarchyMetric<TypeParam> metric{hierarchy};
  metric.customise(graph.weights());
  HierarchyQuery<TypeParam> query{graph.graph, metric, graph.weights()};
  EXPECT_EQ(query.distance(VertexId{0}, VertexId{1}), half);
  const bool fits = fits_in_32_bits(graph.graph, graph.weights());
  EXPECT_FALSE(fits);
  const Weight expected = std::same_as<TypeParam, Weight> ? 2 * half : infinite_weight;
  EXPECT_EQ(query.distance(VertexId{0}, VertexId{2}), expected);
  const Seed far{VertexId{0}, Weight{INT32_MAX}};
  const Seed end{VertexId{1}, 0};
  EXPECT_EQ(query.distance({&far, 1}, {&end, 1}),
            (std::same_as<TypeParam, Weight> ? INT32_MAX + half : infinite_weight));
}

}  // namespace
}  // namespace corridor
