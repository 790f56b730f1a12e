#include "corridor/route/hierarchy_metric.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/shortest_path.hpp"

#include "route/customise.hpp"
#include "route/customise_perfect.hpp"
#include "route/hierarchy_reference.hpp"

namespace corridor::test {
namespace {

template <class W>
class HierarchyMetrics : public ::testing::Test {};

struct WeightNames {
  template <class W>
  static std::string GetName(int) {
    return sizeof(W) == 4 ? "In32Bits" : "In64Bits";
  }
};
using Widths = ::testing::Types<std::uint32_t, Weight>;
TYPED_TEST_SUITE(HierarchyMetrics, Widths, WeightNames);

template <class W>
::testing::AssertionResult same_bits(const HierarchyMetric<W>& a, const HierarchyMetric<W>& b) {
  for (EdgeIndex e = 0; e < a.up().size(); ++e) {
    if (a.up(e) != b.up(e) || a.down(e) != b.down(e)) {
      return ::testing::AssertionFailure() << "edge " << e << ": " << a.up(e) << ", " << a.down(e)
                                           << " against " << b.up(e) << ", " << b.down(e);
    }
  }
  return ::testing::AssertionSuccess();
}

/// Runs `check` on many graphs and hierarchies of theirs.
template <class Check>
void for_many(std::uint32_t count, Check check) {
  for (std::uint32_t seed = 0; seed < count; ++seed) {
    SCOPED_TRACE(seed);
    const WeightedGraph graph = any_graph(seed, 16);
    Dice dice{seed};
    check(graph, Hierarchy{graph.graph, random_order(dice, graph.graph)});
    if (::testing::Test::HasFailure()) return;
  }
}

TYPED_TEST(HierarchyMetrics, EdgesWeighWhatTheCheapestPathOverLowerRanksDoes) {
  for_many(2000, [](const WeightedGraph& graph, const Hierarchy& hierarchy) {
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    Square weight = arcs_between(graph, hierarchy);
    for (Rank rank = 0; rank < hierarchy.size(); ++rank) {
      for (EdgeIndex e = hierarchy.first_up(rank); e < hierarchy.first_up(rank + 1); ++e) {
        const Rank head = hierarchy.head(e);
        EXPECT_EQ(metric.up(e), in_hierarchy<TypeParam>(weight[rank][head]));
        EXPECT_EQ(metric.down(e), in_hierarchy<TypeParam>(weight[head][rank]));
      }
      pass(weight, rank);
    }
  });
}

/// Distances up the tree from a rank, over `weight` of edges.
template <class W>
std::vector<Weight> climb(const Hierarchy& hierarchy, Rank from, std::span<const W> weight) {
  std::vector<Weight> result(hierarchy.size(), infinite_weight);
  result[from] = 0;
  for (Rank rank = from; rank != no_rank; rank = hierarchy.parent(rank)) {
    for (EdgeIndex e = hierarchy.first_up(rank); e < hierarchy.first_up(rank + 1); ++e) {
      if (weight[e] == unreachable<W>) continue;
      Weight& known = result[hierarchy.head(e)];
      known = std::min(known, result[rank] + static_cast<Weight>(weight[e]));
    }
  }
  return result;
}

TYPED_TEST(HierarchyMetrics, WalksUpTheTreeMeetAtTheDistance) {
  for_many(500, [](const WeightedGraph& graph, const Hierarchy& hierarchy) {
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    for (const VertexId from : graph.graph.vertices()) {
      const PathTree tree = shortest_paths(graph.graph, graph.weights(), from);
      const auto there = climb(hierarchy, hierarchy.rank(from), metric.up());
      for (const VertexId to : graph.graph.vertices()) {
        const auto back = climb(hierarchy, hierarchy.rank(to), metric.down());
        Weight least = infinite_weight;
        for (std::size_t i = 0; i < there.size(); ++i) least = std::min(least, there[i] + back[i]);
        EXPECT_EQ(least, tree.distance[to]) << from.index() << " to " << to.index();
      }
    }
  });
}

TYPED_TEST(HierarchyMetrics, UpdatesLeaveWhatCustomisationWouldToTheBit) {
  for_many(1000, [](const WeightedGraph& graph, const Hierarchy& hierarchy) {
    if (graph.graph.arc_count() == 0) return;
    HierarchyMetric<TypeParam> updated{hierarchy};
    HierarchyMetric<TypeParam> customised{hierarchy};
    updated.customise(graph.weights());
    IdVector<ArcId, Weight> weight = graph.weight;
    Dice dice{7};
    for (int round = 0; round < 40; ++round) {
      updated.update(weight.values(), edit(dice, weight));
      customised.customise(weight.values());
      ASSERT_TRUE(same_bits(updated, customised)) << "round " << round;
    }
  });
}

TYPED_TEST(HierarchyMetrics, UpdatesOfLargeGraphsDoToo) {
  const WeightedGraph graph = grid(3, 14, 14);
  Dice dice{11};
  const Hierarchy hierarchy{graph.graph, random_order(dice, graph.graph)};
  HierarchyMetric<TypeParam> updated{hierarchy};
  HierarchyMetric<TypeParam> customised{hierarchy};
  updated.customise(graph.weights());
  IdVector<ArcId, Weight> weight = graph.weight;
  for (int round = 0; round < 60; ++round) {
    updated.update(weight.values(), edit(dice, weight));
    customised.customise(weight.values());
    ASSERT_TRUE(same_bits(updated, customised)) << "round " << round;
  }
}

TYPED_TEST(HierarchyMetrics, EditAndUndoRestoresTheBytes) {
  for_many(500, [](const WeightedGraph& graph, const Hierarchy& hierarchy) {
    if (graph.graph.arc_count() == 0) return;
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    const HierarchyMetric<TypeParam> before = metric;
    IdVector<ArcId, Weight> weight = graph.weight;
    Dice dice{5};
    std::vector<std::vector<ArcId>> edits;
    for (int round = 0; round < 5; ++round) {
      edits.push_back(edit(dice, weight));
      metric.update(weight.values(), edits.back());
    }
    for (std::size_t i = edits.size(); i-- > 0;) {
      for (const ArcId arc : edits[i]) weight[arc] = graph.weight[arc];
      metric.update(weight.values(), edits[i]);
    }
    EXPECT_TRUE(same_bits(metric, before));
  });
}

TYPED_TEST(HierarchyMetrics, UpdatesWithoutConsequenceLookNoFurther) {
  const WeightedGraph graph = grid(3, 10, 10);
  Dice dice{1};
  const Hierarchy hierarchy{graph.graph, random_order(dice, graph.graph)};
  HierarchyMetric<TypeParam> metric{hierarchy};
  metric.customise(graph.weights());
  EXPECT_EQ(metric.update(graph.weights(), {}), 0U);
  const std::vector<ArcId> twice{ArcId{5}, ArcId{5}};
  EXPECT_EQ(metric.update(graph.weights(), twice), 0U);
}

TYPED_TEST(HierarchyMetrics, PrunedArcsAreThoseThatWeighADistance) {
  for_many(1000, [](const WeightedGraph& graph, const Hierarchy& hierarchy) {
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    const Square distance = distances(graph, hierarchy);
    const PrunedHierarchy<TypeParam> pruned = metric.pruned();
    for (const bool is_up : {true, false}) {
      const PrunedArcs<TypeParam>& arcs = is_up ? pruned.up : pruned.down;
      std::size_t i = 0;
      ASSERT_EQ(arcs.first.size(), hierarchy.size() + 1);
      for (Rank rank = 0; rank < hierarchy.size(); ++rank) {
        EXPECT_EQ(arcs.first[rank], i);
        for (EdgeIndex e = hierarchy.first_up(rank); e < hierarchy.first_up(rank + 1); ++e) {
          const Rank head = hierarchy.head(e);
          const TypeParam weight = is_up ? metric.up(e) : metric.down(e);
          const Weight least = is_up ? distance[rank][head] : distance[head][rank];
          if (weight == unreachable<TypeParam> || static_cast<Weight>(weight) > least) continue;
          ASSERT_LT(i, arcs.edge.size());
          EXPECT_EQ(arcs.edge[i], e);
          EXPECT_EQ(arcs.head[i], head);
          EXPECT_EQ(arcs.weight[i++], weight);
        }
      }
      EXPECT_EQ(arcs.edge.size(), i);
      EXPECT_EQ(arcs.first.back(), i);
    }
  });
}

template <class W>
std::vector<W> customised_with(const WeightedGraph& graph, const Hierarchy& hierarchy,
                               detail::Vectors vectors) {
  const std::span<const Weight> weight = graph.weights();
  detail::OpenRows<W> rows{hierarchy, 1};
  LineVector<W> up(hierarchy.edge_count());
  LineVector<W> down(hierarchy.edge_count());
  detail::customise<W>({&hierarchy, {&weight, 1}, &rows, 1, up.data(), down.data()}, vectors);
  std::vector<W> both{up.begin(), up.end()};
  both.insert(both.end(), down.begin(), down.end());
  return both;
}

TYPED_TEST(HierarchyMetrics, AllVectorsGiveTheSame) {
  const auto check = [](const WeightedGraph& graph, const Hierarchy& hierarchy) {
    const auto plain = customised_with<TypeParam>(graph, hierarchy, detail::Vectors::baseline);
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    const auto perfect = detail::perfect_edges(metric, detail::Vectors::baseline);
    for (const auto vectors : {detail::Vectors::avx2, detail::Vectors::avx512}) {
      if (!detail::supported(vectors)) continue;
      EXPECT_EQ(customised_with<TypeParam>(graph, hierarchy, vectors), plain);
      EXPECT_EQ(detail::perfect_edges(metric, vectors), perfect);
    }
  };
  for_many(500, check);
  const WeightedGraph graph = grid(5, 40, 40);
  Dice dice{1};
  check(graph, Hierarchy{graph.graph, random_order(dice, graph.graph)});
}

// Eliminated from one end a path gives a tree as high as it is long: rows as long as the tree is
// high would take far more than the edges.
TYPED_TEST(HierarchyMetrics, HighTreesAreCustomisedInPlace) {
  std::vector<WeightedArc> arcs;
  const std::size_t n = 2000;
  for (std::size_t v = 0; v + 1 < n; ++v) {
    arcs.push_back({v, v + 1, 3});
    arcs.push_back({v + 1, v, 5});
    if (v + 2 < n) arcs.push_back({v, v + 2, v % 4 == 0 ? Weight{2} : Weight{7}});
  }
  const WeightedGraph graph = weighted_graph(n, arcs);
  std::vector<VertexId> order;
  for (const VertexId vertex : graph.graph.vertices()) order.push_back(vertex);
  const Hierarchy hierarchy{graph.graph, order};
  EXPECT_EQ(hierarchy.height(), n);
  EXPECT_TRUE(hierarchy.rows().empty());
  HierarchyMetric<TypeParam> metric{hierarchy};
  metric.customise(graph.weights());
  const PathTree tree = shortest_paths(graph.graph, graph.weights(), VertexId{0});
  EXPECT_EQ(climb(hierarchy, 0, metric.up()).back(), tree.distance[VertexId{n - 1}]);
  EXPECT_EQ(climb(hierarchy, 0, metric.down()).back(),
            shortest_paths(graph.graph, graph.weights(), VertexId{n - 1}).distance[VertexId{0}]);
  const PrunedHierarchy<TypeParam> pruned = metric.pruned();
  for (Rank rank = 0; rank < n; rank += 97) {
    const PathTree from = shortest_paths(graph.graph, graph.weights(), hierarchy.vertex(rank));
    std::vector<EdgeIndex> kept;
    for (EdgeIndex e = hierarchy.first_up(rank); e < hierarchy.first_up(rank + 1); ++e) {
      const Weight least = from.distance[hierarchy.vertex(hierarchy.head(e))];
      if (static_cast<Weight>(metric.up(e)) == least) kept.push_back(e);
    }
    const auto edges = pruned.up.edge.begin();
    EXPECT_TRUE(std::equal(kept.begin(), kept.end(), edges + pruned.up.first[rank],
                           edges + pruned.up.first[rank + 1]));
  }
  IdVector<ArcId, Weight> weight = graph.weight;
  weight[ArcId{0}] = infinite_weight;
  metric.update(weight.values(), std::vector{ArcId{0}});
  HierarchyMetric<TypeParam> fresh{hierarchy};
  fresh.customise(weight.values());
  EXPECT_TRUE(same_bits(metric, fresh));
}

TYPED_TEST(HierarchyMetrics, OfNothingAreEmpty) {
  const Graph graph{2, {}};
  const Hierarchy hierarchy{graph, {}};
  HierarchyMetric<TypeParam> metric{hierarchy};
  metric.customise({});
  EXPECT_TRUE(metric.up().empty());
  EXPECT_TRUE(metric.pruned().up.edge.empty());
}

TEST(FitsIn32Bits, WhileTheHeaviestOpenArcsAddUpToLessThanTheLimit) {
  constexpr Weight limit{INT32_MAX};
  // Of vertex 0 the arc of 100 counts, not that of 40, nor the closed one; of vertex 1 the second.
  const auto fits = [](Weight last) {
    const WeightedGraph graph =
        weighted_graph(3, {{0, 1, 40}, {0, 1, 100}, {0, 2, infinite_weight}, {1, 2, last}});
    return fits_in_32_bits(graph.graph, graph.weights());
  };
  EXPECT_TRUE(fits(0));
  EXPECT_TRUE(fits(limit - 101));
  EXPECT_FALSE(fits(limit - 100));
  EXPECT_FALSE(fits(infinite_weight - 1));
  EXPECT_TRUE(fits(infinite_weight));
  EXPECT_TRUE(fits_in_32_bits(Graph{}, {}));
}

}  // namespace
}  // namespace corridor::test
