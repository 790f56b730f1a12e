#include "corridor/route/edited_tables.hpp"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/order.hpp"
#include "corridor/route/shortest_path.hpp"

#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::Dice;
using Column = std::vector<Weight>;

/// What edits do to a base.
enum class Kind { nothing, dearer, cheaper, closed, opened, mixed };

Weight edited(Dice& dice, Weight weight, Kind kind) {
  switch (kind) {
    case Kind::nothing:
      return weight;
    case Kind::dearer:
      return weight >= infinite_weight ? weight : weight + static_cast<Weight>(dice.roll(3));
    case Kind::cheaper:
      return weight >= infinite_weight
                 ? weight
                 : std::max<Weight>(0, weight - static_cast<Weight>(dice.roll(3)));
    case Kind::closed:
      return infinite_weight;
    case Kind::opened:
      return weight >= infinite_weight ? static_cast<Weight>(dice.roll(4)) : weight;
    case Kind::mixed:
      break;
  }
  return dice.roll(3) == 0 ? infinite_weight : static_cast<Weight>(dice.roll(6));
}

/// A base, its edits as such and as whole columns, and pairs to ask.
struct Family {
  Column base;
  std::vector<std::vector<ArcEdit>> edits;
  std::vector<Column> columns;
  std::vector<Ends> ends;

  void add(const std::vector<ArcEdit>& more) {
    edits.push_back(more);
    columns.push_back(base);
    for (const ArcEdit& edit : more) columns.back()[edit.arc.index()] = edit.weight;
  }
  MetricFamily asked() const { return {base, {edits.begin(), edits.end()}, ends}; }
  std::vector<std::span<const Weight>> metrics() const { return {columns.begin(), columns.end()}; }
};

Family random_family(Dice& dice, const test::WeightedGraph& graph) {
  Family family;
  for (const Weight weight : graph.weights()) {
    family.base.push_back(dice.roll(6) == 0 ? infinite_weight : weight);
  }
  const std::size_t metrics = dice.roll(12);
  for (std::size_t i = 0; i < metrics; ++i) {
    if (i > 0 && dice.roll(4) == 0) {
      family.add(std::vector<ArcEdit>{family.edits[dice.roll(i)]});
      continue;
    }
    const auto kind = static_cast<Kind>(dice.roll(6));
    const std::size_t rarity = 1 + dice.roll(8);
    std::vector<ArcEdit> edits;
    for (const ArcId arc : graph.graph.arcs()) {
      if (dice.roll(rarity) != 0) continue;
      edits.push_back({arc, edited(dice, family.base[arc.index()], kind)});
    }
    family.add(edits);
  }
  const std::size_t vertices = graph.graph.vertex_count();
  family.ends.resize(dice.roll(6));
  for (Ends& pair : family.ends) {
    pair = {VertexId{dice.roll(vertices)}, VertexId{dice.roll(vertices)}};
  }
  return family;
}

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
  EXPECT_EQ(count.questions, count.shared + count.stood + count.solved);
}

TEST(EditedTables, HoldWhatFullRecomputationFindsOnAnyNumberOfThreads) {
  std::size_t stood = 0;
  std::size_t solved = 0;
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t vertices = 1 + dice.roll(16);
    const test::WeightedGraph given =
        test::random_graph(seed, vertices, (1 + dice.roll(4)) * vertices, seed % 5);
    const Hierarchy hierarchy{given.graph,
                              nested_dissection_order(given.graph, core_vertices(given.graph), {})};
    std::vector<Family> families(1 + dice.roll(4));
    for (Family& family : families) family = random_family(dice, given);

    EditedTables tables{given.graph, hierarchy};
    const std::vector<std::vector<Weight>> found = tables.distances(asked(families));
    expect_adds_up(tables.count(), found);
    stood += tables.count().stood;
    solved += tables.count().solved;
    for (std::size_t i = 0; i < families.size(); ++i) {
      const Family& family = families[i];
      ASSERT_EQ(found[i], distance_table(given.graph, hierarchy, family.metrics(), family.ends));
      for (std::size_t cell = 0; cell < found[i].size(); ++cell) {
        const Ends& pair = family.ends[cell % family.ends.size()];
        const Column& column = family.columns[cell / family.ends.size()];
        ASSERT_EQ(found[i][cell], route(given.graph, column, {pair.from, pair.to, {}}).weight);
      }
    }
    ASSERT_EQ(found, tables.distances(asked(families))) << "a second time";
    if (seed % 5 != 0) continue;
    EditedTables by_three{given.graph, hierarchy, 3};
    ASSERT_EQ(found, by_three.distances(asked(families)));
  }
  EXPECT_GT(stood, solved / 2);
  EXPECT_GT(solved, stood / 10);
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
