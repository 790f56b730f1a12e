#include "corridor/route/lane_paths.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/certificate.hpp"
#include "corridor/route/order.hpp"

#include "route/reference.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::Dice;
using test::WeightedGraph;

using Column = std::vector<Weight>;

std::vector<std::span<const Weight>> spans(const std::vector<Column>& columns) {
  return {columns.begin(), columns.end()};
}

/// A graph under several metrics: the weights of the first column, or others, or closed.
struct Lab {
  WeightedGraph graph;
  std::vector<Column> columns;
  std::unique_ptr<Hierarchy> hierarchy;
};

Lab lab(std::uint32_t seed, std::size_t vertices, std::size_t metrics) {
  Lab lab;
  lab.graph = test::random_graph(seed, vertices, 3 * vertices, seed % 5);
  Dice dice{seed};
  for (std::size_t i = 0; i < metrics; ++i) {
    Column column{lab.graph.weights().begin(), lab.graph.weights().end()};
    for (Weight& weight : column) {
      if (dice.roll(4) != 0) continue;
      weight = dice.roll(3) == 0 ? infinite_weight : static_cast<Weight>(dice.roll(4));
    }
    lab.columns.push_back(column);
  }
  std::vector<VertexId> order = core_vertices(lab.graph.graph);
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice.roll(i)]);
  lab.hierarchy = std::make_unique<Hierarchy>(lab.graph.graph, order);
  return lab;
}

TEST(LanePaths, AreThoseOfOneSearchALaneTiesIncluded) {
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t vertices = 1 + dice.roll(14);
    const Lab given = lab(seed, vertices, 1 + dice.roll(LanePaths::lanes));
    LanePaths paths{given.graph.graph, *given.hierarchy};
    paths.customise(spans(given.columns));
    const PathQuery query{VertexId{dice.roll(vertices)}, VertexId{dice.roll(vertices)}, {}};
    const std::vector<ProvedPath> answers = paths.solve(query, Proof::none);
    ASSERT_EQ(answers.size(), given.columns.size());
    for (std::size_t lane = 0; lane < answers.size(); ++lane) {
      const Path expected = route(given.graph.graph, given.columns[lane], query);
      ASSERT_EQ(answers[lane].path.found, expected.found);
      ASSERT_EQ(answers[lane].path.weight, expected.weight);
      ASSERT_EQ(answers[lane].path.arcs, expected.arcs);
      ASSERT_EQ(answers[lane].path.stage, expected.stage);
    }
  }
}

TEST(LanePaths, WithViasWeighTheSameHaveAsManyArcsAndAreProved) {
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t vertices = 1 + dice.roll(10);
    const Lab given = lab(seed, vertices, 2);
    LanePaths paths{given.graph.graph, *given.hierarchy};
    paths.customise(spans(given.columns));
    const PathQuery query = test::random_query(dice, vertices, 3);
    const std::vector<ProvedPath> answers = paths.solve(query, Proof::potentials);
    for (std::size_t lane = 0; lane < answers.size(); ++lane) {
      const Path expected = route(given.graph.graph, given.columns[lane], query);
      ASSERT_EQ(answers[lane].path.weight, expected.weight);
      ASSERT_EQ(answers[lane].path.arcs.size(), expected.arcs.size());
      ASSERT_TRUE(certify(given.graph.graph, given.columns[lane], query, answers[lane]).holds());
    }
  }
}

TEST(LanePaths, ForgetTheMetricsOfTheLastCustomisation) {
  const Lab first = lab(7, 12, LanePaths::lanes);
  const Lab fresh = lab(7, 12, 3);
  LanePaths used{first.graph.graph, *first.hierarchy};
  used.customise(spans(first.columns));
  used.customise(spans(fresh.columns));
  LanePaths unused{first.graph.graph, *first.hierarchy};
  unused.customise(spans(fresh.columns));
  const PathQuery query{VertexId{0}, VertexId{11}, {}};
  const std::vector<ProvedPath> a = used.solve(query, Proof::potentials);
  const std::vector<ProvedPath> b = unused.solve(query, Proof::potentials);
  ASSERT_EQ(a.size(), 3U);
  for (std::size_t lane = 0; lane < 3; ++lane) {
    EXPECT_EQ(a[lane].path.arcs, b[lane].path.arcs);
    EXPECT_EQ(a[lane].potential, b[lane].potential);
  }
}

TEST(LanePaths, DoNotFitWeightsWhoseSumLeavesNoRoomForHops) {
  const WeightedGraph graph = test::weighted_graph(2, {{0, 1, 1}, {1, 0, 1}});
  const Hierarchy hierarchy{graph.graph, core_vertices(graph.graph)};
  const LanePaths paths{graph.graph, hierarchy};
  EXPECT_TRUE(paths.fits(Column{1, infinite_weight}));
  EXPECT_TRUE(paths.fits(Column{Weight{1} << 40, Weight{1} << 40}));
  EXPECT_FALSE(paths.fits(Column{infinite_weight / 2, 0}));
  EXPECT_FALSE(paths.fits(Column{infinite_weight / 2048, infinite_weight / 2048}));
}

}  // namespace
}  // namespace corridor
