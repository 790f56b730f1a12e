#include "corridor/route/edited_tables.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/order.hpp"
#include "corridor/route/shortest_path.hpp"

#include "route/edited_cases.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::Column;
using test::Dice;
using test::Family;

std::vector<MetricFamily> asked(const std::vector<Family>& families) {
  std::vector<MetricFamily> result;
  for (const Family& family : families) result.push_back(family.asked());
  return result;
}

void expect_adds_up(const EditedTablesCount& count,
                    const std::vector<std::vector<Weight>>& tables) {
  std::size_t cells = 0;
  for (const std::vector<Weight>& table : tables) cells += table.size();
  EXPECT_EQ(count.questions, cells);
  EXPECT_EQ(count.questions, count.shared + count.stood + count.searched + count.solved);
}

/// What the columns themselves say, by plain searches.
void expect_is_right(const test::WeightedGraph& given, const Family& family,
                     std::span<const Weight> table) {
  for (std::size_t cell = 0; cell < table.size(); ++cell) {
    const Ends& pair = family.ends[cell % family.ends.size()];
    const Column& column = family.columns[cell / family.ends.size()];
    ASSERT_EQ(table[cell], route(given.graph, column, {pair.from, pair.to, {}}).weight);
  }
}

TEST(EditedTables, HoldWhatFullRecomputationFindsOnAnyNumberOfThreads) {
  EditedTablesCount sum;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t vertices = 1 + dice.roll(seed % 10 == 0 ? 100 : 16);
    const test::WeightedGraph given =
        test::random_graph(seed, vertices, (1 + dice.roll(4)) * vertices, seed % 7);
    const Hierarchy hierarchy{given.graph,
                              nested_dissection_order(given.graph, core_vertices(given.graph), {})};
    std::vector<Family> families(1 + dice.roll(4));
    for (Family& family : families) family = test::random_family(dice, given);

    EditedTables tables{given.graph, hierarchy};
    const std::vector<std::vector<Weight>> found = tables.distances(asked(families));
    expect_adds_up(tables.count(), found);
    sum.stood += tables.count().stood;
    sum.searched += tables.count().searched;
    sum.solved += tables.count().solved;
    for (std::size_t i = 0; i < families.size(); ++i) {
      const Family& family = families[i];
      ASSERT_EQ(found[i], distance_table(given.graph, hierarchy, family.metrics(), family.ends));
      expect_is_right(given, family, found[i]);
    }
    // Less than the last time, as much again, and by others.
    ASSERT_EQ(found.back(), tables.distances(asked({families.back()})).front());
    ASSERT_EQ(found, tables.distances(asked(families))) << "a second time";
    if (seed % 5 != 0) continue;
    EditedTables by_three{given.graph, hierarchy, 3};
    ASSERT_EQ(found, by_three.distances(asked(families)));
    ASSERT_EQ(tables.count().searched, by_three.count().searched);
  }
  EXPECT_GT(sum.stood, 1000U);
  EXPECT_GT(sum.searched, 1000U);
  EXPECT_GT(sum.solved, 1000U);
}

/// 0 -> 1 -> 2 for 2 + 2 and 0 -> 2 for 5; 3 is out of reach until 2 -> 3 opens.
struct Triangle {
  test::WeightedGraph graph =
      test::weighted_graph(4, {{0, 1, 2}, {0, 2, 5}, {1, 2, 2}, {2, 3, infinite_weight}});
  Hierarchy hierarchy{graph.graph, core_vertices(graph.graph)};
  std::vector<Ends> ends{{VertexId{0}, VertexId{2}}, {VertexId{0}, VertexId{3}}};
  EditedTables tables{graph.graph, hierarchy};

  std::vector<Weight> ask(const std::vector<std::vector<ArcEdit>>& edits) {
    const MetricFamily family{graph.weights(), {edits.begin(), edits.end()}, ends};
    return tables.distances({&family, 1}).front();
  }
};

TEST(EditedTables, AskNothingAnewWhereNoEditCanMatter) {
  Triangle given;
  const std::vector<Weight> table = given.ask({
      {{ArcId{1}, infinite_weight}},   // not on the path
      {{ArcId{1}, 4}},                 // a tie with it
      {{ArcId{0}, 2}, {ArcId{2}, 2}},  // what they weigh anyhow
      {},
      {},
  });
  const Weight none = infinite_weight;
  EXPECT_EQ(table, (std::vector<Weight>{4, none, 4, none, 4, none, 4, none, 4, none}));
  EXPECT_EQ(given.tables.count().solved, 0U);
  EXPECT_EQ(given.tables.count().shared, 2U);
  EXPECT_EQ(given.tables.count().metrics, 0U);
}

TEST(EditedTables, AskAnewWhereTheyDo) {
  Triangle given;
  const std::vector<Weight> table = given.ask({
      {{ArcId{2}, infinite_weight}},  // the path: the other way round, 5
      {{ArcId{1}, 3}},                // a shorter other way
      {{ArcId{3}, 1}},                // opens the way to 3
      {{ArcId{0}, 1}, {ArcId{2}, 1}}  // two on the path: 1 + 1
  });
  const Weight none = infinite_weight;
  EXPECT_EQ(table, (std::vector<Weight>{5, none, 3, none, 4, 5, 2, none}));
  EXPECT_EQ(given.tables.count().solved, 4U);
  EXPECT_EQ(given.tables.count().metrics, 4U);
}

TEST(EditedTables, StartFromWhatMostMetricsHaveInCommon) {
  Triangle given;
  const std::vector<ArcEdit> opened{{ArcId{3}, 1}};
  const std::vector<ArcEdit> too{{ArcId{0}, 3}, {ArcId{1}, 4}, {ArcId{3}, 1}};
  const std::vector<Weight> table = given.ask({opened, too, {}});
  EXPECT_EQ(table, (std::vector<Weight>{4, 5, 4, 5, 4, infinite_weight}));
  // With 2 -> 3 open in the base, the first metric is the base; of the second the first pair was 4
  // by 0 -> 1, which became dearer, and of the third only the pair that ends in 3 is in question.
  EXPECT_EQ(given.tables.count().solved, 3U);
}

TEST(EditedTables, AreEmptyWhereNothingIsAsked) {
  Triangle given;
  EXPECT_TRUE(given.tables.distances({}).empty());
  EXPECT_TRUE(given.ask({}).empty());
  given.ends.clear();
  EXPECT_TRUE(given.ask({{{ArcId{0}, 1}}}).empty());
}

TEST(EditsBetween, ArePlacesWhereColumnsDiffer) {
  const Column base{1, 2, infinite_weight};
  EXPECT_EQ(edits_between(base, Column{1, 3, 0}),
            (std::vector<ArcEdit>{{ArcId{1}, 3}, {ArcId{2}, 0}}));
  EXPECT_TRUE(edits_between(base, base).empty());
}

}  // namespace
}  // namespace corridor
