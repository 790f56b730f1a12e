#include "corridor/graph/graph.hpp"

#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/random_graph.hpp"

namespace corridor {
namespace {

using testing::ElementsAre;

TEST(Graph, KeepsParallelArcsAndLoops) {
  const VertexId a{0};
  const VertexId b{1};
  const std::vector<ArcEnds> ends{{a, b}, {a, b}, {b, b}};
  const Graph graph{3, ends};
  EXPECT_EQ(graph.vertex_count(), 3U);
  EXPECT_EQ(graph.arc_count(), 3U);
  EXPECT_EQ(graph.out(a).size(), 2U);
  EXPECT_THAT(graph.in(b), ElementsAre(ArcId{0}, ArcId{1}, ArcId{2}));
  EXPECT_TRUE(graph.out(VertexId{2}).empty());
  EXPECT_TRUE(graph.in(VertexId{2}).empty());
  EXPECT_TRUE(graph.in(a).empty());
}

TEST(Graph, MayBeEmpty) {
  EXPECT_EQ(Graph{}.vertex_count(), 0U);
  EXPECT_TRUE(Graph{}.vertices().empty());
  EXPECT_TRUE((Graph{0, {}}.arcs().empty()));
  EXPECT_EQ((Graph{4, {}}.vertex_count()), 4U);
}

TEST(Graph, ListsEveryArcOnceAtItsTailAndOnceAtItsHead) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const Graph graph = test::random_graph(seed, 1 + seed % 20, seed % 50).graph;
    IdVector<ArcId, int> seen_out(graph.arc_count());
    IdVector<ArcId, int> seen_in(graph.arc_count());
    for (const VertexId vertex : graph.vertices()) {
      for (const ArcId arc : graph.out(vertex)) {
        EXPECT_EQ(graph.tail(arc), vertex);
        ++seen_out[arc];
      }
      ArcId before;
      for (const ArcId arc : graph.in(vertex)) {
        EXPECT_EQ(graph.head(arc), vertex);
        EXPECT_TRUE(!before.valid() || before < arc);
        before = arc;
        ++seen_in[arc];
      }
    }
    for (const ArcId arc : graph.arcs()) {
      EXPECT_EQ(seen_out[arc], 1);
      EXPECT_EQ(seen_in[arc], 1);
    }
  }
}

}  // namespace
}  // namespace corridor
