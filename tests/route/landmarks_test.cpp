#include "corridor/route/landmarks.hpp"

#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/shortest_path.hpp"

#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::WeightedGraph;

constexpr LandmarkChoice choices[] = {LandmarkChoice::farthest, LandmarkChoice::avoid};

TEST(Landmarks, BoundEveryDistanceFromBelowAndConsistently) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    WeightedGraph graph = test::random_graph(seed, 18, 18 * (1 + seed % 4), seed % 6);
    if (seed % 3 == 2) {
      for (Weight& weight : graph.weight) {
        if (weight < infinite_weight) weight <<= 40;
      }
    }
    const Landmarks landmarks{graph.graph, graph.weights(), {1 + seed % 6, choices[seed % 2]}};
    for (const VertexId to : graph.graph.vertices()) {
      const auto distance = distances_to(graph.graph, graph.weights(), to);
      EXPECT_EQ(landmarks.bound(to, to), 0);
      for (const VertexId from : graph.graph.vertices()) {
        ASSERT_LE(landmarks.bound(from, to), distance[from]);
      }
      for (const ArcId arc : graph.graph.arcs()) {
        if (graph.weight[arc] >= infinite_weight) continue;
        const Weight after = landmarks.bound(graph.graph.head(arc), to);
        if (after >= infinite_weight) continue;
        ASSERT_LE(landmarks.bound(graph.graph.tail(arc), to), graph.weight[arc] + after);
      }
    }
  }
}

TEST(Landmarks, AreExactFromAndToThemselves) {
  const WeightedGraph graph = test::random_graph(4, 30, 150, 9);
  const Landmarks landmarks{graph.graph, graph.weights(), {5, LandmarkChoice::avoid}};
  for (const VertexId landmark : landmarks.vertices()) {
    const auto from = distances_from(graph.graph, graph.weights(), landmark);
    const auto to = distances_to(graph.graph, graph.weights(), landmark);
    for (const VertexId vertex : graph.graph.vertices()) {
      EXPECT_EQ(landmarks.bound(landmark, vertex), from[vertex]);
      EXPECT_EQ(landmarks.bound(vertex, landmark), to[vertex]);
    }
  }
}

TEST(Landmarks, AreDifferentAndNoMoreThanAskedFor) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    const WeightedGraph graph = test::random_graph(seed, 12, 40, 5);
    const Landmarks landmarks{graph.graph, graph.weights(), {8, choices[seed % 2]}};
    const std::set<VertexId> different{landmarks.vertices().begin(), landmarks.vertices().end()};
    EXPECT_EQ(different.size(), landmarks.vertices().size());
    EXPECT_LE(different.size(), 8U);
    EXPECT_GE(different.size(), 1U);
  }
}

// A line of ten, both ways: its ends lie farthest from its middle, and bound all else exactly.
TEST(Landmarks, OfALineAreItsEnds) {
  std::vector<test::WeightedArc> arcs;
  for (std::size_t i = 0; i + 1 < 10; ++i) {
    arcs.push_back({i, i + 1, 1});
    arcs.push_back({i + 1, i, 1});
  }
  const WeightedGraph line = test::weighted_graph(10, arcs);
  const Landmarks landmarks{line.graph, line.weights(), {2, LandmarkChoice::farthest}};
  const std::set<VertexId> ends{landmarks.vertices().begin(), landmarks.vertices().end()};
  EXPECT_EQ(ends, (std::set<VertexId>{VertexId{0}, VertexId{9}}));
  EXPECT_EQ(landmarks.bound(VertexId{3}, VertexId{8}), 5);
}

TEST(Landmarks, SomeOfThemBoundNoBetterThanAll) {
  const WeightedGraph graph = test::random_graph(8, 40, 160, 9);
  const Landmarks landmarks{graph.graph, graph.weights(), {8, LandmarkChoice::farthest}};
  for (const VertexId from : graph.graph.vertices()) {
    const VertexId to{11};
    const std::vector<std::size_t> best = landmarks.best(from, to, 1);
    ASSERT_EQ(best.size(), 1U);
    EXPECT_EQ(landmarks.bound(from, to, best), landmarks.bound(from, to));
    EXPECT_EQ(landmarks.bound(from, to, {}), 0);
  }
}

}  // namespace
}  // namespace corridor
