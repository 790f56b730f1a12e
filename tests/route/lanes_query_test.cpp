// A query in lanes is as many queries under single metrics.

#include "corridor/route/lanes_query.hpp"

#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "route/hierarchy_query_cases.hpp"

namespace corridor {
namespace {

using test::Dice;
using test::for_hierarchies;
using test::some_seeds;
using test::WeightedGraph;

template <class W>
class LanesQueries : public testing::Test {};
using Widths = testing::Types<std::uint32_t, Weight>;
TYPED_TEST_SUITE(LanesQueries, Widths, );

/// The weights of a graph, and then others with as many ties and closed arcs.
std::vector<std::vector<Weight>> some_metrics(const WeightedGraph& graph, std::size_t count,
                                              Dice& dice) {
  std::vector<std::vector<Weight>> metrics;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<Weight>& metric = metrics.emplace_back();
    for (const Weight weight : graph.weights()) {
      metric.push_back(i == 0              ? weight
                       : dice.roll(8) == 0 ? infinite_weight
                                           : static_cast<Weight>(dice.roll(5)));
    }
  }
  return metrics;
}

TYPED_TEST(LanesQueries, AreQueriesUnderSingleMetrics) {
  for_hierarchies(400, [](const WeightedGraph& graph, const Hierarchy& hierarchy, Dice& dice) {
    for (const std::size_t width : {8U, 16U}) {
      HierarchyLanes<TypeParam> lanes{hierarchy, width};
      LanesQuery<TypeParam> query{graph.graph, lanes};
      auto metrics = some_metrics(graph, 1 + dice.roll(width), dice);
      const std::size_t used = metrics.size();
      metrics.resize(width, std::vector<Weight>(graph.graph.arc_count(), infinite_weight));
      const std::vector<std::span<const Weight>> weights(metrics.begin(), metrics.end());
      lanes.customise(std::span{weights}.first(used));
      query.customise(std::span{weights}.first(used));
      std::vector<HierarchyMetric<TypeParam>> singles(metrics.size(),
                                                      HierarchyMetric<TypeParam>{hierarchy});
      std::vector<HierarchyQuery<TypeParam>> single_queries;
      for (std::size_t l = 0; l < singles.size(); ++l) {
        singles[l].customise(weights[l]);
        single_queries.emplace_back(graph.graph, singles[l], weights[l]);
      }
      for (int i = 0; i < 20; ++i) {
        const std::vector<Seed> from = some_seeds(graph.graph, dice);
        const std::vector<Seed> to = some_seeds(graph.graph, dice);
        const std::span<const TypeParam> found = query.distances(from, to);
        ASSERT_EQ(found.size(), width);
        for (std::size_t l = 0; l < width; ++l) {
          ASSERT_EQ(found[l] == unreachable<TypeParam> ? infinite_weight : Weight{found[l]},
                    single_queries[l].distance(from, to));
        }
      }
    }
  });
}

TYPED_TEST(LanesQueries, AgreeWithDijkstraBetweenAnyTwoVertices) {
  for_hierarchies(400, [](const WeightedGraph& graph, const Hierarchy& hierarchy, Dice&) {
    HierarchyLanes<TypeParam> lanes{hierarchy, 8};
    LanesQuery<TypeParam> query{graph.graph, lanes};
    const std::vector<std::span<const Weight>> weights(3, graph.weights());
    lanes.customise(weights);
    query.customise(weights);
    for (const PathTree& tree : test::all_trees(graph)) {
      for (const VertexId to : graph.graph.vertices()) {
        const std::span<const TypeParam> found = query.distances(tree.origin, to);
        const Weight distance = tree.distance[to];
        const auto expected =
            distance < infinite_weight ? static_cast<TypeParam>(distance) : unreachable<TypeParam>;
        for (std::size_t l = 0; l < 3; ++l) ASSERT_EQ(found[l], expected);
      }
    }
  });
}

}  // namespace
}  // namespace corridor
