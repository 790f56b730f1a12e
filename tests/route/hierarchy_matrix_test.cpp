// Matrices of distances agree with Dijkstra's algorithm, whatever the number of threads.

#include "corridor/route/hierarchy_matrix.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "route/hierarchy_query_cases.hpp"

namespace corridor {
namespace {

using test::all_trees;
using test::Dice;
using test::for_hierarchies;
using test::WeightedGraph;

template <class W>
class HierarchyMatrices : public testing::Test {};
using Widths = testing::Types<std::uint32_t, Weight>;
TYPED_TEST_SUITE(HierarchyMatrices, Widths, );

std::vector<VertexId> some_vertices(const Graph& graph, Dice& dice) {
  std::vector<VertexId> vertices(dice.roll(40));
  for (VertexId& vertex : vertices) vertex = VertexId{dice.roll(graph.vertex_count())};
  return vertices;
}

template <class W>
std::vector<W> expected_matrix(const std::vector<PathTree>& trees,
                               const std::vector<VertexId>& origins,
                               const std::vector<VertexId>& targets, Direction direction) {
  std::vector<W> matrix;
  for (const VertexId origin : origins) {
    for (const VertexId target : targets) {
      const Weight distance = direction == Direction::forward
                                  ? trees[origin.index()].distance[target]
                                  : trees[target.index()].distance[origin];
      matrix.push_back(distance < infinite_weight ? static_cast<W>(distance) : unreachable<W>);
    }
  }
  return matrix;
}

TYPED_TEST(HierarchyMatrices, HoldTheDistancesOfAllPairs) {
  for_hierarchies(400, [](const WeightedGraph& graph, const Hierarchy& hierarchy, Dice& dice) {
    HierarchyMetric<TypeParam> metric{hierarchy};
    metric.customise(graph.weights());
    const std::vector<PathTree> trees = all_trees(graph);
    for (const Direction direction : {Direction::forward, Direction::backward}) {
      const std::vector<VertexId> targets = some_vertices(graph.graph, dice);
      HierarchyMatrix<TypeParam> matrix{graph.graph, metric, graph.weights(), targets, direction};
      ASSERT_EQ(matrix.target_count(), targets.size());
      for (const std::size_t threads : {1U, 3U}) {
        const std::vector<VertexId> origins = some_vertices(graph.graph, dice);
        ASSERT_EQ(matrix.distances(origins, threads),
                  expected_matrix<TypeParam>(trees, origins, targets, direction));
      }
    }
  });
}

}  // namespace
}  // namespace corridor
