#include "corridor/route/skim.hpp"

#include <cmath>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/shortest_path.hpp"

#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::WeightedGraph;

/// A graph with columns by arc, and ends that repeat and overlap.
struct Task {
  WeightedGraph graph;
  std::vector<double> cost;
  std::vector<double> time;
  std::vector<Weight> length;
  SkimQuery query;

  Task(std::uint32_t seed, std::size_t vertices)
      : graph{test::random_graph(seed, vertices, 3 * vertices, seed % 5)} {
    test::Dice dice{seed};
    for (std::size_t i = 0; i < graph.graph.arc_count(); ++i) {
      cost.push_back(static_cast<double>(dice.roll(1000)) / 7);
      time.push_back(static_cast<double>(dice.roll(1000)) / 3);
      length.push_back(static_cast<Weight>(dice.roll(1000)));
    }
    for (int i = 0; i < 7; ++i) query.origins.emplace_back(dice.roll(vertices));
    for (int i = 0; i < 9; ++i) query.destinations.emplace_back(dice.roll(vertices));
    query.figures = {cost, time};
    query.weights = {length};
  }
};

TEST(Skim, AddsUpAlongThePathsOfTheTreeToTheLastBit) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    const Task task{seed, 20};
    const Skim skimmed = skim(task.graph.graph, task.graph.weights(), task.query);
    for (std::size_t i = 0; i < skimmed.origins; ++i) {
      const PathTree tree =
          shortest_paths(task.graph.graph, task.graph.weights(), task.query.origins[i]);
      for (std::size_t j = 0; j < skimmed.destinations; ++j) {
        const VertexId to = task.query.destinations[j];
        const std::size_t at = skimmed.at(i, j);
        ASSERT_EQ(skimmed.weight[at], tree.distance[to]);
        if (tree.distance[to] >= infinite_weight) {
          ASSERT_TRUE(std::isnan(skimmed.figures[0][at]));
          ASSERT_EQ(skimmed.weights[0][at], infinite_weight);
          continue;
        }
        double cost = 0;
        double time = 0;
        Weight length = 0;
        for (const ArcId arc : path_in_tree(task.graph.graph, tree, to)) {
          cost += task.cost[arc.index()];
          time += task.time[arc.index()];
          length += task.length[arc.index()];
        }
        ASSERT_EQ(skimmed.figures[0][at], cost);
        ASSERT_EQ(skimmed.figures[1][at], time);
        ASSERT_EQ(skimmed.weights[0][at], length);
      }
    }
  }
}

TEST(Skim, DoesNotDependOnTheNumberOfThreads) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    Task task{seed, 200};
    const Skim one = skim(task.graph.graph, task.graph.weights(), task.query);
    task.query.threads = 4;
    const Skim four = skim(task.graph.graph, task.graph.weights(), task.query);
    EXPECT_EQ(one.weight, four.weight);
    EXPECT_EQ(one.weights, four.weights);
    for (std::size_t column = 0; column < one.figures.size(); ++column) {
      for (std::size_t at = 0; at < one.weight.size(); ++at) {
        if (std::isnan(one.figures[column][at])) {
          EXPECT_TRUE(std::isnan(four.figures[column][at]));
        } else {
          EXPECT_EQ(one.figures[column][at], four.figures[column][at]);
        }
      }
    }
  }
}

// 0 > 1 > 2 with a dearer short cut: the cheapest way is 1 + 2 in weight, 10 + 20 km.
TEST(Skim, CarriesWhatItDoesNotChooseBy) {
  const WeightedGraph graph = test::weighted_graph(4, {{0, 1, 1}, {0, 2, 4}, {1, 2, 2}});
  const std::vector<double> km{10, 5, 20};
  const Skim skimmed = skim(graph.graph, graph.weights(),
                            {{VertexId{0}, VertexId{3}},
                             {VertexId{2}, VertexId{0}, VertexId{3}},
                             {km},
                             {graph.weights()},
                             1});
  EXPECT_EQ(skimmed.weight,
            (std::vector<Weight>{3, 0, infinite_weight, infinite_weight, infinite_weight, 0}));
  EXPECT_EQ(skimmed.weights[0], skimmed.weight);
  EXPECT_EQ(skimmed.figures[0][0], 30);
  EXPECT_EQ(skimmed.figures[0][1], 0);
  EXPECT_TRUE(std::isnan(skimmed.figures[0][2]));
}

TEST(Skim, OfNothingIsEmpty) {
  const WeightedGraph graph = test::weighted_graph(2, {{0, 1, 1}});
  const Skim none = skim(graph.graph, graph.weights(), {{}, {VertexId{1}}, {}, {}, 2});
  EXPECT_EQ(none.origins, 0U);
  EXPECT_TRUE(none.weight.empty());
  const Skim nowhere = skim(graph.graph, graph.weights(), {{VertexId{0}}, {}, {}, {}, 2});
  EXPECT_EQ(nowhere.destinations, 0U);
}

}  // namespace
}  // namespace corridor
