#include "corridor/graph/bgl.hpp"

#include <vector>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <gtest/gtest.h>

#include "support/random_graph.hpp"

namespace corridor {
namespace {

BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<IndexMap<VertexId>, VertexId>));
BOOST_CONCEPT_ASSERT((boost::ReadWritePropertyMapConcept<SpanMap<VertexId, int>, VertexId>));
BOOST_CONCEPT_ASSERT((boost::LvaluePropertyMapConcept<SpanMap<ArcId, const int>, ArcId>));

// Two ways round a square, 0 -> 1 -> 3 and 0 -> 2 -> 3, and a way back from 3 to 1.
Graph square() {
  const std::vector<ArcEnds> ends{{VertexId{0}, VertexId{1}},
                                  {VertexId{0}, VertexId{2}},
                                  {VertexId{1}, VertexId{3}},
                                  {VertexId{2}, VertexId{3}},
                                  {VertexId{3}, VertexId{1}}};
  return Graph{4, ends};
}

TEST(BoostGraph, CountsAndWalksAsTheGraphDoes) {
  const Graph graph = square();
  EXPECT_EQ(num_vertices(graph), 4U);
  EXPECT_EQ(num_edges(graph), 5U);
  EXPECT_EQ(out_degree(VertexId{0}, graph), 2U);
  EXPECT_EQ(in_degree(VertexId{1}, graph), 2U);
  EXPECT_EQ(degree(VertexId{3}, graph), 3U);
  const auto [first, last] = out_edges(VertexId{2}, graph);
  ASSERT_EQ(last - first, 1);
  EXPECT_EQ(source(*first, graph), VertexId{2});
  EXPECT_EQ(target(*first, graph), VertexId{3});
  EXPECT_EQ(get(boost::vertex_index, graph, VertexId{2}), 2U);
  EXPECT_EQ(get(get(boost::edge_index, graph), ArcId{4}), 4U);
}

TEST(BoostGraph, MapsWriteThroughToTheirArrays) {
  IdVector<VertexId, int> values(3);
  put(property_map(values), VertexId{1}, 7);
  EXPECT_EQ(values[VertexId{1}], 7);
  const IdVector<VertexId, int>& readable = values;
  EXPECT_EQ(get(property_map(readable), VertexId{1}), 7);
}

// 1 and 3 lead to each other; 0 and 2 are alone: three strong components.
TEST(BoostGraph, RunsAnAlgorithmThatNeedsItsOwnArrays) {
  const Graph graph = square();
  IdVector<VertexId, int> component(graph.vertex_count());
  EXPECT_EQ(boost::strong_components(graph, property_map(component)), 3);
  EXPECT_EQ(component[VertexId{1}], component[VertexId{3}]);
}

TEST(BoostGraph, RunsBackwards) {
  const Graph graph = square();
  const auto reversed = boost::make_reverse_graph(graph);
  IdVector<VertexId, boost::default_color_type> colour(graph.vertex_count());
  boost::breadth_first_search(
      reversed, VertexId{1},
      boost::color_map(property_map(colour)).vertex_index_map(IndexMap<VertexId>{}));
  for (const VertexId vertex : graph.vertices()) {
    EXPECT_EQ(colour[vertex], boost::black_color) << vertex.index();
  }
}

}  // namespace
}  // namespace corridor
