// Sweeps over a hierarchy agree with Dijkstra's algorithm, and all instruction sets with each
// other.

#include "corridor/route/hierarchy_sweep.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "route/hierarchy_query_cases.hpp"
#include "route/sweep_kernel.hpp"

namespace corridor {
namespace {

using test::all_trees;
using test::Dice;
using test::for_hierarchies;
using test::least_sum;
using test::some_seeds;
using test::WeightedGraph;

template <class W>
class HierarchySweeps : public testing::Test {};
using Widths = testing::Types<std::uint32_t, Weight>;
TYPED_TEST_SUITE(HierarchySweeps, Widths, );

TYPED_TEST(HierarchySweeps, FindTheDistancesFromTheirOriginsToEverything) {
  for_hierarchies(400, [](const WeightedGraph& graph, const Hierarchy& hierarchy, Dice& dice) {
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    for (const std::size_t lanes : {1U, 8U, 16U}) {
      HierarchySweep<TypeParam> sweep{graph.graph, metric, graph.weights(), {.lanes = lanes}};
      for (int run = 0; run < 3; ++run) {
        std::vector<VertexId> origins(1 + dice.roll(lanes));
        for (VertexId& origin : origins) origin = VertexId{dice.roll(graph.graph.vertex_count())};
        sweep.run(origins);
        ASSERT_EQ(sweep.distances().size(), graph.graph.vertex_count() * lanes);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
          const bool is_used = lane < origins.size();
          const PathTree tree =
              shortest_paths(graph.graph, graph.weights(), origins[is_used ? lane : 0]);
          for (const VertexId vertex : graph.graph.vertices()) {
            ASSERT_EQ(sweep.distance(vertex, lane),
                      is_used ? tree.distance[vertex] : infinite_weight);
          }
        }
      }
    }
  });
}

TYPED_TEST(HierarchySweeps, FindTheDistancesFromEverythingBackward) {
  for_hierarchies(400, [](const WeightedGraph& graph, const Hierarchy& hierarchy, Dice& dice) {
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    HierarchySweep<TypeParam> sweep{graph.graph, metric, graph.weights(), {8, Direction::backward}};
    std::vector<VertexId> targets(8);
    for (VertexId& target : targets) target = VertexId{dice.roll(graph.graph.vertex_count())};
    sweep.run(targets);
    for (std::size_t lane = 0; lane < targets.size(); ++lane) {
      const PathTree tree = shortest_paths_to(graph.graph, graph.weights(), targets[lane]);
      for (const VertexId vertex : graph.graph.vertices()) {
        ASSERT_EQ(sweep.distance(vertex, lane), tree.distance[vertex]);
      }
    }
  });
}

TYPED_TEST(HierarchySweeps, StartFromSetsWithOffsets) {
  for_hierarchies(200, [](const WeightedGraph& graph, const Hierarchy& hierarchy, Dice& dice) {
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    const std::vector<PathTree> trees = all_trees(graph);
    HierarchySweep<TypeParam> sweep{graph.graph, metric, graph.weights(), {.lanes = 8}};
    std::vector<std::vector<Seed>> sets(8);
    for (std::vector<Seed>& set : sets) set = some_seeds(graph.graph, dice);
    const std::vector<std::span<const Seed>> spans(sets.begin(), sets.end());
    sweep.run(spans);
    for (std::size_t lane = 0; lane < sets.size(); ++lane) {
      for (const VertexId vertex : graph.graph.vertices()) {
        ASSERT_EQ(sweep.distance(vertex, lane), least_sum(trees, sets[lane], {{vertex, 0}}));
      }
    }
  });
}

TYPED_TEST(HierarchySweeps, TakeOverTheMetricAnewWhenTold) {
  for_hierarchies(100, [](WeightedGraph graph, const Hierarchy& hierarchy, Dice& dice) {
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    HierarchySweep<TypeParam> sweep{graph.graph, metric, graph.weights(), {.lanes = 1}};
    for (int change = 0; change < 3; ++change) {
      for (Weight& weight : graph.weight) weight = static_cast<Weight>(dice.roll(6));
      metric.customise(graph.weights());
      sweep.customise();
      const VertexId origin{dice.roll(graph.graph.vertex_count())};
      sweep.run({&origin, 1});
      const PathTree tree = shortest_paths(graph.graph, graph.weights(), origin);
      for (const VertexId vertex : graph.graph.vertices()) {
        ASSERT_EQ(sweep.distance(vertex, 0), tree.distance[vertex]);
      }
    }
  });
}

TEST(HierarchySweep, ReadsWhatWasLeftOutOfTheHierarchyInAnyOrder) {
  // 0 and 1 lead to each other and to nothing else, so both may be left out: 0 -> 1 weighs 3, and
  // back 5. 2 -> 3 is what the hierarchy holds.
  const WeightedGraph graph = test::weighted_graph(4, {{0, 1, 3}, {1, 0, 5}, {2, 3, 1}});
  const std::vector<VertexId> order{VertexId{2}, VertexId{3}};
  const Hierarchy hierarchy{graph.graph, order};
  HierarchyMetric<Weight> metric{hierarchy};
  metric.customise(graph.weights());
  HierarchySweep<Weight> sweep{graph.graph, metric, graph.weights(), {.lanes = 8}};
  const std::vector<VertexId> all{VertexId{0}, VertexId{1}, VertexId{2}, VertexId{3}};
  for (int run = 0; run < 2; ++run) {
    sweep.run(all);
    for (std::size_t lane = 0; lane < 4; ++lane) {
      const PathTree tree = shortest_paths(graph.graph, graph.weights(), all[lane]);
      for (const VertexId v : all) EXPECT_EQ(sweep.distance(v, lane), tree.distance[v]);
    }
    sweep.run(std::span<const VertexId>{});
  }
}

TEST(HierarchySweep, RefusesOtherNumbersOfLanes) {
  const WeightedGraph graph = test::weighted_graph(1, {});
  const std::vector<VertexId> order{VertexId{0}};
  const Hierarchy hierarchy{graph.graph, order};
  const HierarchyMetric<Weight> metric{hierarchy};
  EXPECT_THROW((HierarchySweep<Weight>{graph.graph, metric, graph.weights(), {.lanes = 4}}),
               std::invalid_argument);
}

/// Steps with arcs from random earlier ones, and rows some of which are set.
template <class W>
struct RandomSweep {
  explicit RandomSweep(std::uint32_t seed, std::size_t lanes) : dice{seed} {
    for (std::uint32_t step = 0; step < 60; ++step) {
      row_of.push_back(59 - step);
      for (std::size_t arcs = step == 0 ? 0 : dice.roll(5); arcs > 0; --arcs) {
        tail_row.push_back(row_of[dice.roll(step)]);
        weight.push_back(dice.roll(9) == 0 ? unreachable<W> : static_cast<W>(dice.roll(50)));
      }
      first.push_back(static_cast<std::uint32_t>(tail_row.size()));
      is_set.push_back(dice.roll(4) == 0 ? 1 : 0);
    }
    for (std::size_t i = 0; i < 60 * lanes; ++i) rows.push_back(static_cast<W>(dice.roll(100)));
  }

  std::vector<W> result(void (*sweep)(const detail::SweepTask<W>&)) const {
    std::vector<W> values = rows;
    std::vector<std::uint8_t> flags = is_set;
    sweep({row_of.size(), first.data(), row_of.data(), tail_row.data(), weight.data(), flags.data(),
           values.data()});
    EXPECT_EQ(std::count(flags.begin(), flags.end(), 0), 60);
    return values;
  }

  test::Dice dice;
  std::vector<std::uint32_t> first{0};
  std::vector<std::uint32_t> row_of;
  std::vector<std::uint32_t> tail_row;
  std::vector<W> weight;
  std::vector<std::uint8_t> is_set;
  std::vector<W> rows;
};

TYPED_TEST(HierarchySweeps, AreTheSameOnAllInstructionSets) {
  using detail::Isa;
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    for (const std::size_t lanes : {1U, 8U, 16U}) {
      const RandomSweep<TypeParam> sweep{seed, lanes};
      const auto expected = sweep.result(detail::kernels<TypeParam>(Isa::baseline).sweep(lanes));
      for (const Isa isa : {Isa::avx2, Isa::avx512}) {
        if (!detail::has(isa)) continue;
        EXPECT_EQ(sweep.result(detail::kernels<TypeParam>(isa).sweep(lanes)), expected);
      }
    }
  }
}

}  // namespace
}  // namespace corridor
