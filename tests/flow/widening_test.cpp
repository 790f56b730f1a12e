#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/max_flow.hpp"

#include "flow/flow_graph.hpp"

namespace corridor {
namespace {

using test::weighted_graph;
using test::WeightedGraph;

std::vector<Widening> widenings_of(const WeightedGraph& graph, VertexId source, VertexId sink) {
  const Terminals terminals{{&source, 1}, {&sink, 1}};
  return widenings(graph.graph, graph.weights(), terminals,
                   max_flow(graph.graph, graph.weights(), terminals));
}

// 0 to 1 by 5 and 3 to 2 by 4 bind, with 7 and 9 in line with them: 5 can rise to 7, 4 to 9.
TEST(Widening, RaisesTheFlowToTheNextCut) {
  const WeightedGraph graph = weighted_graph(4, {{0, 1, 5}, {1, 2, 7}, {0, 3, 9}, {3, 2, 4}});
  EXPECT_EQ(widenings_of(graph, VertexId{0}, VertexId{2}),
            (std::vector<Widening>{{ArcId{3}, false, 5}, {ArcId{0}, false, 2}}));
}

TEST(Widening, OfOneOfTwoBottlenecksInLineBringsNothing) {
  const WeightedGraph graph = weighted_graph(3, {{0, 1, 5}, {1, 2, 5}});
  EXPECT_TRUE(widenings_of(graph, VertexId{0}, VertexId{2}).empty());
}

TEST(Widening, IsUnlimitedWhereNothingElseBinds) {
  const WeightedGraph graph = weighted_graph(3, {{0, 1, unlimited_tonnage}, {0, 1, 6}, {1, 2, 5}});
  EXPECT_EQ(widenings_of(graph, VertexId{0}, VertexId{2}),
            (std::vector<Widening>{{ArcId{2}, true, 0}}));
  const WeightedGraph one = weighted_graph(2, {{0, 1, 5}});
  EXPECT_EQ(widenings_of(one, VertexId{0}, VertexId{1}),
            (std::vector<Widening>{{ArcId{0}, true, 0}}));
}

TEST(Widening, OfAnUnlimitedFlowIsNone) {
  const WeightedGraph graph = weighted_graph(2, {{0, 1, unlimited_tonnage}});
  EXPECT_TRUE(widenings_of(graph, VertexId{0}, VertexId{1}).empty());
}

/// Every arc with capacity made unlimited in turn, by a solve of its own.
std::vector<Widening> widenings_by_force(WeightedGraph graph, const Terminals& terminals) {
  std::vector<Widening> result;
  const Tonnage before = max_flow(graph.graph, graph.weights(), terminals).value;
  for (const ArcId arc : graph.graph.arcs()) {
    const Tonnage capacity = graph.weight[arc];
    if (capacity == 0) continue;
    graph.weight[arc] = unlimited_tonnage;
    const MaxFlow wider = max_flow(graph.graph, graph.weights(), terminals);
    graph.weight[arc] = capacity;
    if (wider.unlimited) {
      result.push_back({arc, true, 0});
    } else if (wider.value > before) {
      result.push_back({arc, false, wider.value - before});
    }
  }
  std::ranges::stable_sort(result, [](const Widening& a, const Widening& b) {
    return a.unlimited != b.unlimited ? a.unlimited : a.rise > b.rise;
  });
  return result;
}

TEST(Widening, IsWhatASolveWithTheArcWithoutLimitFinds) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 4 + seed % 12;
    const WeightedGraph graph = test::random_capacities(seed, vertices, 3 * vertices);
    std::vector<VertexId> sources{VertexId{0}};
    if (seed % 3 == 0) sources.emplace_back(1U);
    const std::vector<VertexId> sinks{VertexId{vertices - 1}};
    const Terminals terminals{sources, sinks};
    const MaxFlow answer = max_flow(graph.graph, graph.weights(), terminals);
    if (answer.unlimited) continue;
    ASSERT_EQ(widenings(graph.graph, graph.weights(), terminals, answer),
              widenings_by_force(graph, terminals));
  }
}

}  // namespace
}  // namespace corridor
