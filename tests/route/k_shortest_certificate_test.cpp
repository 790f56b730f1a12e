#include "corridor/route/k_shortest_certificate.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/k_shortest.hpp"

#include "route/every_path.hpp"
#include "route/reference.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::WeightedGraph;

TEST(LooplessCertificate, HoldsForWhatEveryPathSays) {
  std::size_t held = 0;
  for (std::uint32_t seed = 0; seed < 1000 && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const std::size_t vertices = 1 + dice.roll(7);
    const WeightedGraph graph =
        test::random_graph(seed, vertices, vertices + dice.roll(3 * vertices), seed % 4);
    const PathQuery query = test::random_query(dice, vertices, seed % 3);
    const test::EveryPath all{graph, query};
    for (const std::size_t k : {std::size_t{1}, std::size_t{5}, all.paths().size() + 1}) {
      const std::vector<Path> best{
          all.paths().begin(),
          all.paths().begin() + static_cast<std::ptrdiff_t>(std::min(k, all.paths().size()))};
      EXPECT_TRUE(certify(graph.graph, graph.weights(), query, best, k).holds());
      held += best.size();
    }
  }
  EXPECT_GT(held, 3000U);
}

// A path that is lighter than the last of the others is missed; one as heavy as the last is not.
TEST(LooplessCertificate, MissesAPathThatWasLeftOut) {
  std::size_t missed = 0;
  for (std::uint32_t seed = 0; seed < 600 && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const WeightedGraph graph = test::random_graph(seed, 8, 24, 1 + seed % 9);
    const PathQuery query = test::random_query(dice, 8, seed % 3);
    std::vector<Path> paths = k_shortest_paths(graph.graph, graph.weights(), query, 8);
    if (paths.size() < 2) continue;
    const std::size_t out = dice.roll(paths.size());
    const bool lighter = paths[out].weight < paths.back().weight;
    paths.erase(paths.begin() + static_cast<std::ptrdiff_t>(out));
    EXPECT_FALSE(certify(graph.graph, graph.weights(), query, paths, 8).none_missing);
    EXPECT_EQ(certify(graph.graph, graph.weights(), query, paths, paths.size()).none_missing,
              !lighter);
    ++missed;
  }
  EXPECT_GT(missed, 300U);
}

TEST(LooplessCertificate, SeesWhatElseIsWrong) {
  const WeightedGraph graph = test::random_graph(3, 30, 120, 9);
  const PathQuery query{VertexId{0}, VertexId{29}, {}};
  const std::vector<Path> best = k_shortest_paths(graph.graph, graph.weights(), query, 6);
  ASSERT_EQ(best.size(), 6U);
  ASSERT_LT(best.front().weight, best.back().weight);
  const auto certificate_of = [&](const std::vector<Path>& paths) {
    return certify(graph.graph, graph.weights(), query, paths, 6);
  };
  EXPECT_TRUE(certificate_of(best).holds());

  std::vector<Path> wrong = best;
  std::swap(wrong.front(), wrong.back());
  EXPECT_FALSE(certificate_of(wrong).ordered);

  wrong = best;
  wrong[1] = wrong[0];
  EXPECT_FALSE(certificate_of(wrong).different);

  wrong = best;
  ++wrong[2].weight;
  EXPECT_FALSE(certificate_of(wrong).sound);

  wrong = best;
  wrong[2].arcs.pop_back();
  wrong[2].stage.pop_back();
  EXPECT_FALSE(certificate_of(wrong).sound);

  wrong = best;
  wrong.push_back(best.back());
  EXPECT_FALSE(certificate_of(wrong).sound) << "more than were asked for";
}

// 0 -> 1 -> 0 -> 1 is a walk with a loop: arcs 0, 1 and 0 of 2, 3 and 2.
TEST(LooplessCertificate, SeesALoop) {
  const std::vector<ArcEnds> arcs{{VertexId{0}, VertexId{1}}, {VertexId{1}, VertexId{0}}};
  const Graph graph{2, arcs};
  const std::vector<Weight> weight{2, 3};
  const PathQuery query{VertexId{0}, VertexId{1}, {}};
  const std::vector<Path> paths{{true, 2, {ArcId{0}}, {0}},
                                {true, 7, {ArcId{0}, ArcId{1}, ArcId{0}}, {0, 0, 0}}};
  EXPECT_FALSE(certify(graph, weight, query, paths, 2).loopless);
  EXPECT_TRUE(certify(graph, weight, query, std::vector<Path>{paths[0]}, 2).holds());
}

}  // namespace
}  // namespace corridor
