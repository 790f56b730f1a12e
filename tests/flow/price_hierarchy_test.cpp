#include "flow/price_hierarchy.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "flow/hierarchies.hpp"
#include "flow/price_search.hpp"

namespace corridor::test {
namespace {

/// Prices with zeros, so that circles are free, and closed arcs.
std::vector<double> random_prices(Dice& dice, std::size_t arcs) {
  std::vector<double> price;
  for (std::size_t i = 0; i < arcs; ++i) {
    const std::size_t figure = dice.roll(12);
    price.push_back(figure == 0 ? infinite_cost : 0.1 * static_cast<double>(figure / 3));
  }
  return price;
}

/// The path joins its ends, comes by no vertex twice and costs what it should.
void expect_path(const Graph& graph, const std::vector<double>& price,
                 const std::vector<ArcId>& arcs, std::pair<VertexId, VertexId> ends) {
  std::vector<VertexId> passed{ends.first};
  for (const ArcId arc : arcs) {
    ASSERT_EQ(graph.tail(arc), passed.back());
    passed.push_back(graph.head(arc));
  }
  ASSERT_EQ(passed.back(), ends.second);
  std::sort(passed.begin(), passed.end());
  ASSERT_EQ(std::adjacent_find(passed.begin(), passed.end()), passed.end());
  for (const ArcId arc : arcs) ASSERT_LT(price[arc.index()], infinite_cost);
}

// Dijkstra's algorithm on the same prices, time after time: what is kept of one set of prices must
// not show under the next.
TEST(PriceHierarchy, PathsCostWhatASearchFinds) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t vertices = 2 + dice.roll(40);
    const Graph graph = random_graph(seed, vertices, vertices + dice.roll(3 * vertices)).graph;
    PriceHierarchy hierarchy{graph, std::make_shared<const PriceWays>(hierarchy_of(graph))};
    const IdVector<VertexId, char> all_pass;
    PriceSearch search{graph, all_pass};
    for (int round = 0; round < 4; ++round) {
      const std::vector<double> price = random_prices(dice, graph.arc_count());
      hierarchy.customise(price);
      for (const VertexId from : graph.vertices()) {
        const std::vector<VertexId> targets(graph.vertices().begin(), graph.vertices().end());
        search.run(price, from, targets);
        hierarchy.begin(from);
        for (const VertexId to : targets) {
          const double distance = hierarchy.distance(to);
          std::vector<ArcId> arcs;
          hierarchy.path(to, arcs);
          if (search.distance(to) == infinite_cost) {
            ASSERT_EQ(distance, infinite_cost);
            ASSERT_TRUE(arcs.empty());
            continue;
          }
          ASSERT_NEAR(distance, search.distance(to), 1e-12);
          expect_path(graph, price, arcs, {from, to});
          double sum = 0;
          for (const ArcId arc : arcs) sum += price[arc.index()];
          ASSERT_NEAR(sum, distance, 1e-12);
        }
      }
    }
  }
}

}  // namespace
}  // namespace corridor::test
