#include "corridor/flow/max_flow.hpp"

#include <stdexcept>
#include <vector>

#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <gtest/gtest.h>

#include "corridor/graph/bgl.hpp"

#include "flow/flow_graph.hpp"
#include "flow/residual.hpp"

namespace corridor {
namespace {

using test::LeastCut;
using test::random_capacities;
using test::weighted_graph;
using test::WeightedGraph;

MaxFlow most(const WeightedGraph& graph, VertexId source, VertexId sink) {
  return max_flow(graph.graph, graph.weights(), source, sink);
}

bool certified(const WeightedGraph& graph, VertexId source, VertexId sink, const MaxFlow& answer) {
  return certify(graph.graph, graph.weights(), source, sink, answer).holds();
}

TEST(MaxFlow, IsTheLeastCutThatBruteForceFinds) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 2 + seed % 7;
    const WeightedGraph graph = random_capacities(seed, vertices, 3 * vertices);
    const VertexId source{0};
    const VertexId sink{vertices - 1};
    const LeastCut least = test::least_cut_by_brute_force(graph, source, sink);
    const MaxFlow answer = most(graph, source, sink);
    ASSERT_EQ(answer.unlimited, least.value >= unlimited_tonnage);
    ASSERT_TRUE(certified(graph, source, sink, answer));
    if (answer.unlimited) continue;
    ASSERT_EQ(answer.value, least.value);
    for (const VertexId vertex : graph.graph.vertices()) {
      ASSERT_EQ(answer.source_side[vertex],
                static_cast<char>(least.source_side >> vertex.index() & 1U))
          << "of all least cuts the one nearest the source";
    }
  }
}

TEST(MaxFlow, DoesNotDependOnTheSolver) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 2 + seed % 40;
    const WeightedGraph graph = random_capacities(seed, vertices, 4 * vertices);
    const VertexId source{seed % vertices};
    const VertexId sink{(seed + 1) % vertices};
    const MaxFlow a = most(graph, source, sink);
    const MaxFlow b =
        max_flow_by(solve_by_push_relabel, graph.graph, graph.weights(), source, sink);
    ASSERT_EQ(a.unlimited, b.unlimited);
    ASSERT_EQ(a.value, b.value);
    ASSERT_EQ(a.source_side, b.source_side);
    ASSERT_EQ(a.cut, b.cut);
    ASSERT_TRUE(certified(graph, source, sink, a));
    ASSERT_TRUE(certified(graph, source, sink, b));
  }
}

TEST(MaxFlow, IsWhatAugmentingPathsFind) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    WeightedGraph graph = random_capacities(seed, 30, 100);
    for (Tonnage& capacity : graph.weight) {
      if (capacity >= unlimited_tonnage) capacity = 1000;
    }
    const VertexId source{0};
    const VertexId sink{29};
    const Residual residual = make_residual(graph.graph, graph.weights());
    IdVector<ArcId, Tonnage> left(residual.graph.arc_count());
    IdVector<VertexId, boost::default_color_type> colour(30);
    IdVector<VertexId, ArcId> predecessor(30);
    const Tonnage by_paths = boost::edmonds_karp_max_flow(
        residual.graph, source, sink, property_map(residual.capacity), property_map(left),
        property_map(residual.opposite), property_map(colour), property_map(predecessor));
    ASSERT_EQ(most(graph, source, sink).value, by_paths);
  }
}

TEST(MaxFlow, NeverGrowsWhereAnArcIsClosed) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    const WeightedGraph graph = random_capacities(seed, 10, 30);
    const MaxFlow before = most(graph, VertexId{0}, VertexId{9});
    if (before.unlimited) continue;
    WeightedGraph closed = graph;
    for (const ArcId arc : graph.graph.arcs()) {
      closed.weight[arc] = 0;
      EXPECT_LE(most(closed, VertexId{0}, VertexId{9}).value, before.value);
      closed.weight[arc] = graph.weight[arc];
    }
  }
}

TEST(MaxFlow, GrowsWithAllCapacities) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const WeightedGraph graph = random_capacities(seed, 12, 40);
    WeightedGraph tripled = graph;
    for (Tonnage& capacity : tripled.weight) {
      if (capacity < unlimited_tonnage) capacity *= 3;
    }
    const MaxFlow once = most(graph, VertexId{0}, VertexId{11});
    const MaxFlow thrice = most(tripled, VertexId{0}, VertexId{11});
    EXPECT_EQ(once.unlimited, thrice.unlimited);
    EXPECT_EQ(3 * once.value, thrice.value);
    EXPECT_EQ(once.cut, thrice.cut);
  }
}

// From 0 to 3 by 1 (5, then 4) and by 2 (3, then 6): 4 + 3. The cut is 1>3 and 0>2.
TEST(MaxFlow, OfTwoWaysIsTheSumOfTheirBottlenecks) {
  const WeightedGraph graph = weighted_graph(4, {{0, 1, 5}, {0, 2, 3}, {1, 3, 4}, {2, 3, 6}});
  const MaxFlow answer = most(graph, VertexId{0}, VertexId{3});
  EXPECT_EQ(answer.value, 7);
  EXPECT_EQ(answer.cut, (std::vector<ArcId>{ArcId{1}, ArcId{2}}));
  EXPECT_EQ(answer.flow[ArcId{0}], 4);
}

TEST(MaxFlow, CutsNearestTheSource) {
  const WeightedGraph graph = weighted_graph(4, {{0, 1, 5}, {1, 2, 5}, {2, 3, 5}});
  EXPECT_EQ(most(graph, VertexId{0}, VertexId{3}).cut, std::vector<ArcId>{ArcId{0}});
}

TEST(MaxFlow, PassesUnlimitedArcsAndCutsLimitedOnes) {
  const WeightedGraph graph = weighted_graph(
      4, {{0, 1, unlimited_tonnage}, {1, 2, 9}, {1, 2, 2}, {2, 3, unlimited_tonnage}});
  const MaxFlow answer = most(graph, VertexId{0}, VertexId{3});
  EXPECT_FALSE(answer.unlimited);
  EXPECT_EQ(answer.value, 11);
  EXPECT_EQ(answer.cut, (std::vector<ArcId>{ArcId{1}, ArcId{2}}));
}

TEST(MaxFlow, IsUnlimitedOverAPathThatIs) {
  const WeightedGraph graph =
      weighted_graph(3, {{0, 1, unlimited_tonnage}, {0, 2, 4}, {1, 2, unlimited_tonnage}});
  const MaxFlow answer = most(graph, VertexId{0}, VertexId{2});
  EXPECT_TRUE(answer.unlimited);
  EXPECT_TRUE(answer.cut.empty());
  EXPECT_TRUE(certified(graph, VertexId{0}, VertexId{2}, answer));
  EXPECT_TRUE(most(graph, VertexId{1}, VertexId{1}).unlimited);
}

TEST(MaxFlow, IsNothingWhereNothingLeadsThere) {
  const WeightedGraph graph = weighted_graph(3, {{0, 1, 5}, {1, 2, 0}, {2, 0, 5}});
  const MaxFlow answer = most(graph, VertexId{0}, VertexId{2});
  EXPECT_EQ(answer.value, 0);
  EXPECT_TRUE(answer.cut.empty()) << "a closed arc binds nothing";
  EXPECT_TRUE(certified(graph, VertexId{0}, VertexId{2}, answer));
  const WeightedGraph bare = weighted_graph(2, {});
  EXPECT_EQ(most(bare, VertexId{0}, VertexId{1}).value, 0);
}

TEST(MaxFlow, RefusesWhatIsNegativeOrTooLargeToAddUp) {
  const WeightedGraph negative = weighted_graph(2, {{0, 1, -1}});
  EXPECT_THROW(most(negative, VertexId{0}, VertexId{1}), std::invalid_argument);
  const WeightedGraph large =
      weighted_graph(2, {{0, 1, unlimited_tonnage - 1}, {0, 1, unlimited_tonnage - 1}});
  EXPECT_THROW(most(large, VertexId{0}, VertexId{1}), std::invalid_argument);
  const WeightedGraph just = weighted_graph(2, {{0, 1, unlimited_tonnage - 1}});
  EXPECT_EQ(most(just, VertexId{0}, VertexId{1}).value, unlimited_tonnage - 1);
}

TEST(MaxFlow, IsTheSameEachTime) {
  const WeightedGraph graph = random_capacities(7, 50, 250);
  const MaxFlow a = most(graph, VertexId{0}, VertexId{49});
  const MaxFlow b = most(graph, VertexId{0}, VertexId{49});
  EXPECT_EQ(a.flow, b.flow);
}

}  // namespace
}  // namespace corridor
