#include "corridor/flow/cut_tree.hpp"

#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "flow/flow_graph.hpp"

namespace corridor {
namespace {

using test::symmetric;
using test::weighted_graph;
using test::WeightedGraph;

std::vector<VertexId> every(std::size_t step, std::size_t vertices) {
  std::vector<VertexId> places;
  for (std::size_t i = 0; i < vertices; i += step) places.emplace_back(i);
  return places;
}

// A chain 0 - 1 - 2 - 3 by 4, 2, 7: between two of them flows the least on the way.
TEST(CutTree, OfAChainHasTheLeastOnTheWay) {
  const WeightedGraph graph = symmetric(weighted_graph(4, {{0, 1, 4}, {1, 2, 2}, {2, 3, 7}}));
  const CutTree tree = cut_tree(graph.graph, graph.weights(), every(1, 4));
  EXPECT_EQ(most_between(tree, 0, 1), 4);
  EXPECT_EQ(most_between(tree, 0, 3), 2);
  EXPECT_EQ(most_between(tree, 3, 2), 7);
  EXPECT_EQ(most_between(tree, 1, 1), unlimited_tonnage);
  EXPECT_TRUE(certify(graph.graph, graph.weights(), tree));
}

TEST(CutTree, HasTheFlowOfEveryPair) {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 2 + seed % 11;
    const WeightedGraph graph =
        symmetric(test::random_capacities(seed, vertices, (1 + seed % 3) * vertices));
    const std::vector<VertexId> places = every(1 + seed % 3, vertices);
    const CutTree tree = cut_tree(graph.graph, graph.weights(), places);
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const MaxFlow most = max_flow(graph.graph, graph.weights(), places[i], places[j]);
        ASSERT_EQ(most_between(tree, i, j), most.unlimited ? unlimited_tonnage : most.value);
        ASSERT_EQ(most_between(tree, i, j), most_between(tree, j, i));
      }
    }
    ASSERT_TRUE(certify(graph.graph, graph.weights(), tree));
  }
}

TEST(CutTree, FailsItsCertificateForAnotherValueOrAnotherTree) {
  const WeightedGraph graph =
      symmetric(weighted_graph(4, {{0, 1, 4}, {1, 2, 2}, {2, 3, 7}, {0, 3, 1}}));
  const CutTree tree = cut_tree(graph.graph, graph.weights(), every(1, 4));
  CutTree other = tree;
  ++other.value[2];
  EXPECT_FALSE(certify(graph.graph, graph.weights(), other));
  other = tree;
  other.parent[2] = 3;
  other.parent[3] = 2;
  EXPECT_FALSE(certify(graph.graph, graph.weights(), other)) << "this is a circle";
  other = tree;
  other.parent[3] = 7;
  EXPECT_FALSE(certify(graph.graph, graph.weights(), other));
  other.value.clear();
  EXPECT_FALSE(certify(graph.graph, graph.weights(), other));
}

TEST(CutTree, RefusesCapacitiesThatDifferByDirectionAndPlacesTwice) {
  const WeightedGraph oneway = weighted_graph(2, {{0, 1, 4}, {1, 0, 3}});
  EXPECT_THROW(cut_tree(oneway.graph, oneway.weights(), every(1, 2)), std::invalid_argument);
  const WeightedGraph both = weighted_graph(2, {{0, 1, 4}, {1, 0, 3}, {1, 0, 1}});
  EXPECT_EQ(cut_tree(both.graph, both.weights(), every(1, 2)).value[1], 4);
  const std::vector<VertexId> twice{VertexId{1}, VertexId{1}};
  EXPECT_THROW(cut_tree(both.graph, both.weights(), twice), std::invalid_argument);
  EXPECT_TRUE(cut_tree(both.graph, both.weights(), {}).places.empty());
}

}  // namespace
}  // namespace corridor
