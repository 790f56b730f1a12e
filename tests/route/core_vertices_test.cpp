#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/order.hpp"

#include "support/random_graph.hpp"

namespace corridor::test {
namespace {

// 0 -> 1 <-> 2 -> 3, 4 alone, 5 with a loop, 6 <- 6 -> 2: only 1 and 2 have arcs in and out.
TEST(CoreVertices, HaveArcsInAndOutThatAreNoLoops) {
  const Graph graph =
      weighted_graph(7,
                     {{0, 1, 1}, {1, 2, 1}, {2, 1, 1}, {2, 3, 1}, {5, 5, 1}, {6, 6, 1}, {6, 2, 1}})
          .graph;
  EXPECT_EQ(core_vertices(graph), (std::vector<VertexId>{VertexId{1}, VertexId{2}}));
  EXPECT_TRUE(core_vertices(Graph{}).empty());
}

TEST(CoreVertices, HoldTheInsideOfEveryPath) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const std::size_t vertices = 1 + seed % 12;
    const Graph graph = random_graph(seed, vertices, 2 * vertices).graph;
    const std::vector<VertexId> core = core_vertices(graph);
    std::vector<VertexId> inside;  // of a path of two arcs, and so of any
    for (const VertexId vertex : graph.vertices()) {
      const auto in = graph.in(vertex);
      const auto out = graph.out(vertex);
      const bool entered =
          std::any_of(in.begin(), in.end(), [&](ArcId arc) { return graph.tail(arc) != vertex; });
      const bool left =
          std::any_of(out.begin(), out.end(), [&](ArcId arc) { return graph.head(arc) != vertex; });
      if (entered && left) inside.push_back(vertex);
    }
    ASSERT_EQ(core, inside);
  }
}

}  // namespace
}  // namespace corridor::test
