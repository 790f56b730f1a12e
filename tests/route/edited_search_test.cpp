#include "route/edited_search.hpp"

#include <optional>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/order.hpp"
#include "corridor/route/shortest_path.hpp"

#include "route/edited_bases.hpp"
#include "route/edited_cases.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::Dice;
using test::Family;

constexpr std::size_t no_limit = SIZE_MAX;

/// A family with the trees of its base, ready to be asked.
struct Ready {
  Ready(const test::WeightedGraph& given, const Family& of)
      : hierarchy{given.graph,
                  nested_dissection_order(given.graph, core_vertices(given.graph), {})},
        ground{given.graph, hierarchy},
        worker{ground},
        bounds{ground.ranked} {
    family.take_up(ground.ranked, of.asked(), worker.majority);
    detail::EditedFamily* const only = &family;
    detail::EditedBases bases;
    bases.take_up({&only, 1});
    for (std::size_t block = 0; block < bases.blocks(); ++block) bases.solve(block, worker);
    family.take_distances();
  }
  std::optional<Weight> ask(detail::EditedSearch& search, std::size_t metric, std::size_t pair) {
    bounds.take_up(family, metric);
    search.take_up(family, metric);
    return search.distance(pair, bounds, bounds.of(pair));
  }

  Hierarchy hierarchy;
  detail::EditedGround ground;
  detail::EditedWorker worker;
  detail::EditedBounds bounds;
  detail::EditedFamily family;
};

TEST(EditedSearch, FindsWhatAPlainSearchFindsUnlessItGivesUp) {
  std::size_t asked = 0;
  std::size_t given_up = 0;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t vertices = 1 + dice.roll(seed % 20 == 0 ? 80 : 16);
    const test::WeightedGraph given =
        test::random_graph(seed, vertices, (1 + dice.roll(4)) * vertices, seed % 9);
    const Family family = test::random_family(dice, given);
    Ready ready{given, family};
    detail::EditedSearch search{ready.ground.ranked, no_limit};
    detail::EditedSearch hasty{ready.ground.ranked, 1 + dice.roll(6)};
    for (std::size_t metric = 0; metric < ready.family.metrics(); ++metric) {
      const test::Column& column = family.columns[ready.family.given(metric)];
      for (std::size_t pair = 0; pair < family.ends.size(); ++pair) {
        const Ends& ends = family.ends[pair];
        const Weight right = route(given.graph, column, {ends.from, ends.to, {}}).weight;
        ASSERT_EQ(ready.ask(search, metric, pair), right);
        const std::optional<Weight> early = ready.ask(hasty, metric, pair);
        ASSERT_EQ(early.value_or(right), right);
        ++asked;
        if (!early) ++given_up;
      }
    }
  }
  EXPECT_GT(given_up, asked / 20);
  EXPECT_LT(given_up, asked / 2);
}

/// A road of 1000 legs of 2 each, along which vertex i leads to i + 1 and back. Its arcs are
/// 2 i - 1 from i to i - 1, except at 0, and 2 i from i to i + 1; leg 10 has a second way, of 3.
struct Road {
  static constexpr std::size_t last = 1000;
  Road() {
    std::vector<test::WeightedArc> arcs;
    for (std::size_t i = 0; i < last; ++i) {
      arcs.push_back({i, i + 1, 2});
      if (i == 10) arcs.push_back({i, i + 1, 3});
      arcs.push_back({i + 1, i, 2});
    }
    given = test::weighted_graph(last + 1, arcs);
    family.base = {given.weights().begin(), given.weights().end()};
    family.ends = {{VertexId{0}, VertexId{last}}, {VertexId{last}, VertexId{0}}};
  }
  ArcId leg(std::size_t from, std::size_t to) const {
    for (const ArcId arc : given.graph.out(VertexId{from})) {
      if (given.graph.head(arc) == VertexId{to}) return arc;
    }
    return ArcId{};
  }
  test::WeightedGraph given;
  Family family;
};

TEST(EditedSearch, SeesLittleMoreThanWhatTheEditsChange) {
  Road road;
  road.family.add({{road.leg(10, 11), infinite_weight}});  // 1 more, by the second way
  road.family.add({{road.leg(700, 701), 1}});              // 1 less
  road.family.add({{road.leg(5, 4), 5}});                  // 3 more, backwards
  road.family.add({{road.leg(10, 11), infinite_weight}, {road.leg(990, 991), 0}});
  Ready ready{road.given, road.family};
  // Eleven vertices lie before the second way, and few more are seen behind it.
  detail::EditedSearch search{ready.ground.ranked, 20};
  EXPECT_EQ(ready.ask(search, 0, 0), 2001);
  EXPECT_EQ(ready.ask(search, 0, 1), 2000);
  EXPECT_EQ(ready.ask(search, 1, 0), 1999);
  EXPECT_EQ(ready.ask(search, 1, 1), 2000);
  EXPECT_EQ(ready.ask(search, 2, 0), 2000);
  EXPECT_EQ(ready.ask(search, 2, 1), 2003);
  // Where both matter, no bound keeps the search from the whole road between them.
  EXPECT_EQ(ready.ask(search, 3, 0), std::nullopt);
  detail::EditedSearch patient{ready.ground.ranked, no_limit};
  EXPECT_EQ(ready.ask(patient, 3, 0), 1999);
}

}  // namespace
}  // namespace corridor
