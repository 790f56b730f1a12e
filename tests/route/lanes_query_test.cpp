// A query in lanes is as many queries under single metrics.

#include "corridor/route/lanes_query.hpp"

#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "route/hierarchy_query_cases.hpp"
#include "route/sweep_kernel.hpp"

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
      for (std::size_t l = 0; l < singles.size(); ++l) singles[l].customise(weights[l]);
      for (int i = 0; i < 20; ++i) {
        const std::vector<Seed> from = some_seeds(graph.graph, dice);
        const std::vector<Seed> to = some_seeds(graph.graph, dice);
        const std::span<const TypeParam> found = query.distances(from, to);
        ASSERT_EQ(found.size(), width);
        for (std::size_t l = 0; l < width; ++l) {
          HierarchyQuery<TypeParam> single{graph.graph, singles[l], weights[l]};
          ASSERT_EQ(found[l] == unreachable<TypeParam> ? infinite_weight : Weight{found[l]},
                    single.distance(from, to));
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

/// A block of `rows` members with `width` upper neighbours, at ranks from 0; the edges' weights and
/// the labels of both sides are random.
template <class W>
struct RandomBlock {
  RandomBlock(std::uint32_t seed, std::size_t lanes) : dice{seed} {
    rows = static_cast<std::uint32_t>(1 + dice.roll(20));
    width = rows - 1 + static_cast<std::uint32_t>(dice.roll(20));
    for (std::uint32_t j = 0; j < width; ++j) heads.push_back(j + 1 + (j + 1 < rows ? 0 : j));
    ranks = 2 * width + 2;
    for (std::size_t i = 0; i < rows; ++i) edges += width - i;
    up = values(edges * lanes);
    down = values(edges * lanes);
    from = values(ranks * lanes);
    to = values(ranks * lanes);
  }

  std::vector<W> values(std::size_t count) {
    std::vector<W> result(count);
    for (W& value : result) {
      value = dice.roll(4) == 0 ? unreachable<W> : static_cast<W>(dice.roll(100));
    }
    return result;
  }
  detail::Block block() const { return {0, rows, width, 0, heads.data()}; }

  Dice dice;
  std::uint32_t rows = 0;
  std::uint32_t width = 0;
  std::size_t ranks = 0;
  std::size_t edges = 0;
  std::vector<Rank> heads;
  std::vector<W> up;
  std::vector<W> down;
  std::vector<W> from;
  std::vector<W> to;
};

/// What both sides come to, and where they meet, rank by rank and edge by edge.
template <class W>
W relax_plainly(RandomBlock<W>& b, std::size_t lanes, std::size_t lane) {
  W best = unreachable<W>;
  std::size_t edge = 0;
  for (std::uint32_t i = 0; i < b.rows; ++i) {
    const W before = b.from[i * lanes + lane];
    const W after = b.to[i * lanes + lane];
    best = std::min<W>(best, before + after);
    for (std::uint32_t j = i; j < b.width; ++j, ++edge) {
      W& from = b.from[b.heads[j] * lanes + lane];
      W& to = b.to[b.heads[j] * lanes + lane];
      from = std::min<W>(from, before + b.up[edge * lanes + lane]);
      to = std::min<W>(to, after + b.down[edge * lanes + lane]);
    }
  }
  return best;
}

/// Labels of members are as they should be; those of others, unless what came to them was no better
/// than the best meeting.
template <class W>
void expect_labels(const std::vector<W>& found, const std::vector<W>& expected,
                   std::span<const W> best) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i] != expected[i]) {
      EXPECT_GE(expected[i], best[i % best.size()]);
    }
  }
}

TYPED_TEST(LanesQueries, AreTheSameOnAllInstructionSets) {
  using detail::Isa;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
      if (!detail::has(isa)) continue;
      const detail::Kernels<TypeParam>& kernels = detail::kernels<TypeParam>(isa);
      for (const std::size_t lanes : {8U, 16U}) {
        RandomBlock<TypeParam> b{seed, lanes};
        RandomBlock<TypeParam> expected = b;
        std::vector<TypeParam> least;
        for (std::size_t l = 0; l < lanes; ++l) least.push_back(relax_plainly(expected, lanes, l));
        std::vector<TypeParam> best(lanes, unreachable<TypeParam>);
        (lanes == 8 ? kernels.lanes_8 : kernels.lanes_16)
            .meet({b.block(), b.up.data(), b.from.data()}, {b.block(), b.down.data(), b.to.data()},
                  best.data());
        EXPECT_EQ(best, least);
        expect_labels<TypeParam>(b.from, expected.from, best);
        expect_labels<TypeParam>(b.to, expected.to, best);
      }
      RandomBlock<TypeParam> b{seed, 1};
      RandomBlock<TypeParam> expected = b;
      const TypeParam least = relax_plainly(expected, 1, 0);
      std::vector<TypeParam> active(2 * b.rows);
      std::vector<const TypeParam*> rows(2 * b.rows);
      detail::Meeting<TypeParam> meeting;
      kernels.meet({b.block(), b.up.data(), {b.from.data(), nullptr}, {active.data(), rows.data()}},
                   {b.block(),
                    b.down.data(),
                    {b.to.data(), nullptr},
                    {active.data() + b.rows, rows.data() + b.rows}},
                   meeting);
      EXPECT_EQ(meeting.best, least);
      expect_labels<TypeParam>(b.from, expected.from, {&least, 1});
      expect_labels<TypeParam>(b.to, expected.to, {&least, 1});
    }
  }
}

}  // namespace
}  // namespace corridor
