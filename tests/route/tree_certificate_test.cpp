#include "corridor/route/tree_certificate.hpp"

#include <gtest/gtest.h>

#include "support/random_graph.hpp"

namespace corridor {
namespace {

/// 0 -> 1 -> 2 for 2 and 3, 0 -> 2 for 9, a circle of no weight between 1 and 3, and 4 out of
/// reach.
test::WeightedGraph sample() {
  return test::weighted_graph(
      5, {{0, 1, 2}, {1, 2, 3}, {0, 2, 9}, {1, 3, 0}, {3, 1, 0}, {2, 4, infinite_weight}});
}

TEST(TreeCertificate, HoldsOfEverySearch) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const test::WeightedGraph graph = test::random_graph(seed, 1 + seed % 40, 3 * (seed % 40));
    const VertexId origin{seed % graph.graph.vertex_count()};
    const PathTree tree = shortest_paths(graph.graph, graph.weights(), origin);
    const TreeCertificate certificate = certify(graph.graph, graph.weights(), tree);
    EXPECT_TRUE(certificate.holds()) << seed;
    EXPECT_EQ(certificate.arcs_checked, graph.graph.arc_count());
  }
}

TEST(TreeCertificate, SaysWhatDoesNotHold) {
  const test::WeightedGraph graph = sample();
  const PathTree good = shortest_paths(graph.graph, graph.weights(), VertexId{0});
  const auto of = [&](const PathTree& tree) { return certify(graph.graph, graph.weights(), tree); };
  ASSERT_TRUE(of(good).holds());

  PathTree longer = good;  // by the arc 0 -> 2: a path, but not the cheapest
  longer.distance[VertexId{2}] = 9;
  longer.hops[VertexId{2}] = 1;
  longer.parent[VertexId{2}] = ArcId{1};
  ASSERT_EQ(graph.graph.head(ArcId{1}), VertexId{2});
  EXPECT_TRUE(of(longer).tight);
  EXPECT_FALSE(of(longer).feasible);

  PathTree nearer = good;  // a distance that no path has
  nearer.distance[VertexId{2}] = 4;
  EXPECT_FALSE(of(nearer).tight);

  PathTree unreached = good;
  unreached.distance[VertexId{3}] = infinite_weight;
  unreached.parent[VertexId{3}] = ArcId{};
  EXPECT_TRUE(of(unreached).rooted);
  EXPECT_FALSE(of(unreached).feasible);

  PathTree closed = good;
  closed.distance[VertexId{4}] = good.distance[VertexId{2}] + infinite_weight;
  EXPECT_FALSE(of(closed).rooted);

  PathTree small = good;
  small.hops.resize(3);
  EXPECT_FALSE(of(small).holds());
}

TEST(TreeCertificate, CirclesOfNoWeightAreNoTree) {
  // From 4 nothing can be reached; 1 and 3 claim each other, at a distance that is made up.
  const test::WeightedGraph graph = sample();
  PathTree tree = shortest_paths(graph.graph, graph.weights(), VertexId{4});
  ASSERT_TRUE(certify(graph.graph, graph.weights(), tree).holds());
  const auto arc = [&](std::size_t tail, std::size_t head) {
    for (const ArcId candidate : graph.graph.out(VertexId{tail})) {
      if (graph.graph.head(candidate) == VertexId{head}) return candidate;
    }
    return ArcId{};
  };
  tree.distance[VertexId{1}] = tree.distance[VertexId{3}] = 1;
  tree.parent[VertexId{1}] = arc(3, 1);
  tree.parent[VertexId{3}] = arc(1, 3);
  tree.hops[VertexId{1}] = 2;
  tree.hops[VertexId{3}] = 1;
  EXPECT_FALSE(certify(graph.graph, graph.weights(), tree).tight);
}

}  // namespace
}  // namespace corridor
