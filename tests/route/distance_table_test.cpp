#include "corridor/route/distance_table.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/order.hpp"
#include "corridor/route/shortest_path.hpp"

#include "support/random_graph.hpp"

namespace corridor {
namespace {

using Column = std::vector<Weight>;

TEST(DistanceTable, HoldsWhatOneSearchForEachCellFindsOnAnyNumberOfThreads) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    const std::size_t vertices = 2 + dice.roll(20);
    const test::WeightedGraph given = test::random_graph(seed, vertices, 3 * vertices);
    std::vector<Column> columns(1 + dice.roll(20));
    for (Column& column : columns) {
      for (const Weight weight : given.weights()) {
        column.push_back(dice.roll(5) == 0 ? infinite_weight : weight);
      }
    }
    std::vector<Ends> ends(1 + dice.roll(6));
    for (Ends& pair : ends) pair = {VertexId{dice.roll(vertices)}, VertexId{dice.roll(vertices)}};
    const Hierarchy hierarchy{given.graph,
                              nested_dissection_order(given.graph, core_vertices(given.graph), {})};
    const std::vector<std::span<const Weight>> metrics{columns.begin(), columns.end()};

    const std::vector<Weight> table = distance_table(given.graph, hierarchy, metrics, ends);
    ASSERT_EQ(table.size(), columns.size() * ends.size());
    for (std::size_t row = 0; row < columns.size(); ++row) {
      for (std::size_t pair = 0; pair < ends.size(); ++pair) {
        ASSERT_EQ(table[row * ends.size() + pair],
                  route(given.graph, columns[row], {ends[pair].from, ends[pair].to, {}}).weight);
      }
    }
    EXPECT_EQ(table, distance_table(given.graph, hierarchy, metrics, ends, 3));
  }
}

}  // namespace
}  // namespace corridor
