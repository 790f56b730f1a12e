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

/// The first `sources` vertices send, the last `sinks` receive.
struct Ends {
  std::vector<VertexId> sources;
  std::vector<VertexId> sinks;
  Terminals terminals() const { return {sources, sinks}; }
};

Ends ends(std::size_t vertices, std::size_t sources, std::size_t sinks) {
  Ends result;
  for (std::size_t i = 0; i < sources; ++i) result.sources.emplace_back(i);
  for (std::size_t i = 0; i < sinks; ++i) result.sinks.emplace_back(vertices - 1 - i);
  return result;
}

TEST(MaxFlow, IsTheLeastCutThatBruteForceFinds) {
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 4 + seed % 6;
    const WeightedGraph graph = random_capacities(seed, vertices, (2 + seed % 2) * vertices);
    const Ends between = ends(vertices, 1 + seed % 2, 1 + seed / 2 % 2);
    const LeastCut least = test::least_cut_by_brute_force(graph, between.terminals());
    const MaxFlow answer = max_flow(graph.graph, graph.weights(), between.terminals());
    ASSERT_EQ(answer.unlimited, least.value >= unlimited_tonnage);
    ASSERT_TRUE(certify(graph.graph, graph.weights(), between.terminals(), answer).holds());
    if (answer.unlimited) continue;
    ASSERT_EQ(answer.value, least.value);
    for (const VertexId vertex : graph.graph.vertices()) {
      ASSERT_EQ(answer.source_side[vertex], least.nearest_sources >> vertex.index() & 1U);
      ASSERT_EQ(1 - answer.sink_side[vertex], least.nearest_sinks >> vertex.index() & 1U);
    }
  }
}

TEST(MaxFlow, IsThatOfBoostsSolvers) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 2 + seed % 60;
    const WeightedGraph graph = random_capacities(seed, vertices, (1 + seed % 5) * vertices);
    const VertexId source{seed % vertices};
    const VertexId sink{(seed + 1 + seed / 7) % vertices};
    const MaxFlow answer = most(graph, source, sink);
    ASSERT_TRUE(certified(graph, source, sink, answer));
    const Tonnage value = answer.unlimited ? unlimited_tonnage : answer.value;
    for (const MaxFlowSolver solver : {solve_by_boykov_kolmogorov, solve_by_push_relabel}) {
      ASSERT_EQ(value, most_flow_by(solver, graph.graph, graph.weights(), source, sink));
    }
  }
}

/// A long strip of `width` by `length` crossings, both ways, capacities from 1 to `most`.
WeightedGraph strip(std::uint32_t seed, std::size_t width, std::size_t length, std::size_t most) {
  test::Dice dice{seed};
  std::vector<test::WeightedArc> arcs;
  const auto join = [&](std::size_t a, std::size_t b) {
    arcs.push_back({a, b, static_cast<Tonnage>(1 + dice.roll(most))});
    arcs.push_back({b, a, static_cast<Tonnage>(1 + dice.roll(most))});
  };
  for (std::size_t i = 0; i < width * length; ++i) {
    if (i % width + 1 < width) join(i, i + 1);
    if (i + width < width * length) join(i, i + width);
  }
  return weighted_graph(width * length, arcs);
}

// Deep trees that lose large parts again and again, from few tonnes to nearly all that adds up.
TEST(MaxFlow, MendsDeepTrees) {
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t width = 2 + seed % 9;
    const std::size_t length = 30 + seed;
    const std::size_t scale = seed % 3 == 0 ? 3 : seed % 3 == 1 ? 100 : 1'000'000'000'000;
    const WeightedGraph graph = strip(seed, width, length, scale);
    const Ends between = ends(width * length, 1 + seed % width, 1 + seed % 5 % width);
    const MaxFlow answer = max_flow(graph.graph, graph.weights(), between.terminals());
    ASSERT_TRUE(certify(graph.graph, graph.weights(), between.terminals(), answer).holds());
  }
}

TEST(MaxFlow, OfSetsIsThatOfOneVertexBeforeAndOneAfterThem) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 10 + seed % 20;
    const WeightedGraph graph = random_capacities(seed, vertices, 3 * vertices);
    const Ends between = ends(vertices, 1 + seed % 4, 1 + seed % 3);
    std::vector<test::WeightedArc> arcs;
    for (const ArcId arc : graph.graph.arcs()) {
      arcs.push_back(
          {graph.graph.tail(arc).index(), graph.graph.head(arc).index(), graph.weight[arc]});
    }
    for (const VertexId v : between.sources)
      arcs.push_back({vertices, v.index(), unlimited_tonnage});
    for (const VertexId v : between.sinks) {
      arcs.push_back({v.index(), vertices + 1, unlimited_tonnage});
    }
    const WeightedGraph wider = weighted_graph(vertices + 2, arcs);
    const MaxFlow a = max_flow(graph.graph, graph.weights(), between.terminals());
    const MaxFlow b = most(wider, VertexId{vertices}, VertexId{vertices + 1});
    ASSERT_EQ(a.unlimited, b.unlimited);
    ASSERT_EQ(a.value, b.value);
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

TEST(MaxFlow, CutsNearestTheSourceAndNearestTheSink) {
  const WeightedGraph graph = weighted_graph(4, {{0, 1, 5}, {1, 2, 5}, {2, 3, 5}});
  const MaxFlow answer = most(graph, VertexId{0}, VertexId{3});
  EXPECT_EQ(answer.cut, std::vector<ArcId>{ArcId{0}});
  EXPECT_EQ(answer.sink_cut, std::vector<ArcId>{ArcId{2}});
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
  const Ends outside{{VertexId{0}}, {VertexId{2}}};
  EXPECT_THROW(max_flow(large.graph, std::vector<Tonnage>{1, 1}, outside.terminals()),
               std::invalid_argument);
  const WeightedGraph just = weighted_graph(2, {{0, 1, unlimited_tonnage - 1}});
  EXPECT_EQ(most(just, VertexId{0}, VertexId{1}).value, unlimited_tonnage - 1);
}

TEST(MaxFlow, IsNothingWithoutSourcesOrWithoutSinks) {
  const WeightedGraph graph = weighted_graph(2, {{0, 1, 5}});
  for (const Ends& between : {Ends{{VertexId{0}}, {}}, Ends{{}, {VertexId{1}}}, Ends{}}) {
    const MaxFlow answer = max_flow(graph.graph, graph.weights(), between.terminals());
    EXPECT_EQ(answer.value, 0);
    EXPECT_TRUE(certify(graph.graph, graph.weights(), between.terminals(), answer).holds());
  }
}

TEST(MaxFlow, IsTheSameEachTime) {
  const WeightedGraph graph = random_capacities(7, 50, 250);
  const MaxFlow a = most(graph, VertexId{0}, VertexId{49});
  const MaxFlow b = most(graph, VertexId{0}, VertexId{49});
  EXPECT_EQ(a.flow, b.flow);
}

}  // namespace
}  // namespace corridor
