#include <algorithm>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/hierarchy_metric.hpp"

#include "route/customise.hpp"
#include "route/hierarchy_reference.hpp"

namespace corridor::test {
namespace {

template <class W>
class HierarchyManyMetrics : public ::testing::Test {};

struct WeightNames {
  template <class W>
  static std::string GetName(int) {
    return sizeof(W) == 4 ? "In32Bits" : "In64Bits";
  }
};
using Widths = ::testing::Types<std::uint32_t, Weight>;
TYPED_TEST_SUITE(HierarchyManyMetrics, Widths, WeightNames);

/// The weights of a graph, and others like them.
std::vector<std::vector<Weight>> variants(const WeightedGraph& graph, std::size_t count) {
  Dice dice{3};
  std::vector<std::vector<Weight>> result;
  for (std::size_t i = 0; i < count; ++i) {
    result.emplace_back(graph.weights().begin(), graph.weights().end());
    if (i == 0) continue;
    for (Weight& weight : result.back()) {
      if (dice.roll(3) == 0) weight = dice.roll(5) == 0 ? infinite_weight : Weight(dice.roll(9));
    }
  }
  return result;
}

template <class W>
void expect_lanes(const Hierarchy& hierarchy, const HierarchyLanes<W>& lanes,
                  const std::vector<std::vector<Weight>>& weights) {
  ASSERT_EQ(lanes.up().size(), hierarchy.edge_count() * lanes.lanes());
  HierarchyMetric<W> metric{hierarchy};
  const std::vector<Weight> closed(weights.front().size(), infinite_weight);
  for (std::size_t l = 0; l < lanes.lanes(); ++l) {
    metric.customise(l < weights.size() ? weights[l] : closed);
    for (EdgeIndex e = 0; e < hierarchy.edge_count(); ++e) {
      ASSERT_EQ(lanes.up()[e * lanes.lanes() + l], metric.up(e)) << "lane " << l;
      ASSERT_EQ(lanes.down()[e * lanes.lanes() + l], metric.down(e)) << "lane " << l;
    }
  }
}

/// The same weights side by side, further lanes closed.
template <class W>
LineVector<W> side_by_side(const std::vector<std::vector<Weight>>& weights, std::size_t width) {
  LineVector<W> rows(weights.front().size() * width, unreachable<W>);
  for (std::size_t l = 0; l < weights.size(); ++l) {
    for (std::size_t arc = 0; arc < weights[l].size(); ++arc) {
      if (weights[l][arc] < infinite_weight) {
        rows[arc * width + l] = static_cast<W>(weights[l][arc]);
      }
    }
  }
  return rows;
}

template <class W>
void check(const WeightedGraph& graph, const Hierarchy& hierarchy, std::size_t width) {
  HierarchyLanes<W> lanes{hierarchy, width};
  HierarchyLanes<W> rows{hierarchy, width};
  for (const std::size_t count : {width, std::size_t{3}, width}) {
    const std::vector<std::vector<Weight>> weights = variants(graph, count);
    const std::vector<std::span<const Weight>> spans{weights.begin(), weights.end()};
    lanes.customise(spans);
    expect_lanes(hierarchy, lanes, weights);
    rows.customise_rows(side_by_side<W>(weights, width));
    ASSERT_TRUE(std::ranges::equal(rows.up(), lanes.up()));
    ASSERT_TRUE(std::ranges::equal(rows.down(), lanes.down()));
  }
}

TYPED_TEST(HierarchyManyMetrics, EqualOneMetricAtATime) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    const WeightedGraph graph = any_graph(seed, 16);
    Dice dice{seed};
    const Hierarchy hierarchy{graph.graph, random_order(dice, graph.graph)};
    check<TypeParam>(graph, hierarchy, 8);
    check<TypeParam>(graph, hierarchy, 16);
    if (this->HasFailure()) return;
  }
}

/// Leaves open, in all metrics alike, one arc in `rarity`; then all of them, and few once more.
TYPED_TEST(HierarchyManyMetrics, EqualOneMetricAtATimeWhereFewArcsAreOpen) {
  const WeightedGraph graph = grid(7, 15, 15);
  Dice dice{5};
  const Hierarchy hierarchy{graph.graph, random_order(dice, graph.graph)};
  for (const std::size_t width : {std::size_t{8}, std::size_t{16}}) {
    HierarchyLanes<TypeParam> lanes{hierarchy, width};
    for (const std::size_t rarity : {2U, 3U, 1U, 9U, 1000U, 4U}) {
      std::vector<std::vector<Weight>> weights = variants(graph, width);
      for (const ArcId arc : graph.graph.arcs()) {
        if (dice.roll(rarity) == 0) continue;
        for (std::vector<Weight>& column : weights) column[arc.index()] = infinite_weight;
      }
      lanes.customise_rows(side_by_side<TypeParam>(weights, width));
      expect_lanes(hierarchy, lanes, weights);
    }
  }
}

TYPED_TEST(HierarchyManyMetrics, EqualOneMetricAtATimeOnAGridToo) {
  const WeightedGraph graph = grid(9, 25, 25);
  Dice dice{2};
  const Hierarchy hierarchy{graph.graph, random_order(dice, graph.graph)};
  check<TypeParam>(graph, hierarchy, 8);
  check<TypeParam>(graph, hierarchy, 16);
}

TYPED_TEST(HierarchyManyMetrics, EqualOneMetricAtATimeInHighTrees) {
  const WeightedGraph graph = grid(9, 1, 1500);
  std::vector<VertexId> order;
  for (const VertexId vertex : graph.graph.vertices()) order.push_back(vertex);
  const Hierarchy hierarchy{graph.graph, order};
  EXPECT_TRUE(hierarchy.rows().empty());
  check<TypeParam>(graph, hierarchy, 8);
  check<TypeParam>(graph, hierarchy, 16);
}

TYPED_TEST(HierarchyManyMetrics, AreTheSameWithAllVectors) {
  const WeightedGraph graph = grid(4, 20, 20);
  Dice dice{2};
  const Hierarchy hierarchy{graph.graph, random_order(dice, graph.graph)};
  for (const std::size_t width : {std::size_t{8}, std::size_t{16}}) {
    const std::vector<std::vector<Weight>> weights = variants(graph, width);
    const std::vector<std::span<const Weight>> spans{weights.begin(), weights.end()};
    HierarchyLanes<TypeParam> lanes{hierarchy, width};
    lanes.customise(spans);
    detail::OpenRows<TypeParam> rows{hierarchy, width};
    LineVector<TypeParam> up(hierarchy.edge_count() * width);
    LineVector<TypeParam> down(hierarchy.edge_count() * width);
    for (const auto vectors :
         {detail::Vectors::baseline, detail::Vectors::avx2, detail::Vectors::avx512}) {
      if (!detail::supported(vectors)) continue;
      detail::customise<TypeParam>({&hierarchy, spans, &rows, width, up.data(), down.data()},
                                   vectors);
      EXPECT_TRUE(std::equal(up.begin(), up.end(), lanes.up().begin()));
      EXPECT_TRUE(std::equal(down.begin(), down.end(), lanes.down().begin()));
    }
  }
}

TYPED_TEST(HierarchyManyMetrics, ComeInEightsAndSixteens) {
  const Graph graph{2, {}};
  const Hierarchy hierarchy{graph, {}};
  for (const std::size_t width : {0U, 1U, 4U, 12U, 32U}) {
    EXPECT_THROW((HierarchyLanes<TypeParam>{hierarchy, width}), std::invalid_argument);
  }
  HierarchyLanes<TypeParam> lanes{hierarchy, 16};
  lanes.customise({});
  EXPECT_TRUE(lanes.up().empty());
}

}  // namespace
}  // namespace corridor::test
