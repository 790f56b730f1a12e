// Questions on which a simplex method that is not careful goes round in circles, or through most of
// its trees: every basis is degenerate, most prices are tied, or tonnages are as large as they get.

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/min_cost_flow.hpp"

#include "flow/min_cost_graph.hpp"

namespace corridor {
namespace {

using test::cost_graph;
using test::CostArc;
using test::CostGraph;
using test::Dice;
using test::random_costs;

/// A certified answer; its pivots are within the bound.
MinCostFlow cheapest(const CostGraph& question, std::size_t most_pivots) {
  MinCostSolver solver{question.graph, question.problem()};
  const MinCostFlow answer = solver.solve();
  EXPECT_TRUE(certify(question.graph, question.problem(), answer).holds());
  EXPECT_LE(solver.pivots(), static_cast<std::int64_t>(most_pivots));
  return answer;
}

/// Each of `size` vertices sends a tonne, and each of as many others receives one. Of 2 size arcs
/// of a tree, only size carry anything.
template <class Cost>
CostGraph assignment(std::size_t size, Tonnage capacity, Cost cost) {
  std::vector<Tonnage> supply(2 * size, 1);
  std::fill(supply.begin() + static_cast<std::ptrdiff_t>(size), supply.end(), -1);
  std::vector<CostArc> arcs;
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) arcs.push_back({i, size + j, capacity, cost(i, j)});
  }
  return cost_graph(supply, arcs);
}

FlowCost least_by_trying_all(std::size_t size, const std::vector<FlowCost>& cost) {
  std::vector<std::size_t> to(size);
  std::iota(to.begin(), to.end(), std::size_t{0});
  FlowCost least = std::numeric_limits<FlowCost>::max();
  do {
    FlowCost sum = 0;
    for (std::size_t i = 0; i < size; ++i) sum += cost[i * size + to[i]];
    least = std::min(least, sum);
  } while (std::next_permutation(to.begin(), to.end()));
  return least;
}

TEST(MinCostFlow, AssignsAsTryingAllAssignmentsDoes) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t size = 2 + seed % 5;
    std::vector<FlowCost> cost(size * size);
    for (FlowCost& c : cost) c = static_cast<FlowCost>(dice.roll(seed % 3 == 0 ? 2 : 50));
    const CostGraph question =
        assignment(size, seed % 2 == 0 ? 1 : 5,
                   [&](std::size_t i, std::size_t j) { return cost[i * size + j]; });
    EXPECT_TRUE(cheapest(question, 1000).cost == least_by_trying_all(size, cost));
  }
}

// With i j as the price of i to j, the rearrangement inequality pairs the largest with the least:
// the sum of i (size - 1 - i) is (size - 2) (size - 1) size / 6. With the same price everywhere all
// assignments are alike.
TEST(MinCostFlow, AssignsManyWhereAllIsTied) {
  constexpr std::size_t size = 120;
  for (const Tonnage capacity : {Tonnage{1}, unlimited_tonnage}) {
    const CostGraph products = assignment(
        size, capacity, [](std::size_t i, std::size_t j) { return static_cast<FlowCost>(i * j); });
    EXPECT_TRUE(cheapest(products, 100'000).cost ==
                static_cast<TotalCost>((size - 2) * (size - 1) * size / 6));
    const CostGraph alike =
        assignment(size, capacity, [](std::size_t, std::size_t) { return FlowCost{1}; });
    EXPECT_TRUE(cheapest(alike, 100'000).cost == TotalCost{size});
  }
}

// All costs are 0 and all capacities 1, so that any flow that fits will do.
TEST(MinCostFlow, IsDoneWhereNothingCostsAnything) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const CostGraph question = random_costs(seed, 60, 240, {0, 0, 1});
    EXPECT_TRUE(cheapest(question, 2000).cost == 0);
  }
}

// From the corner of a square grid to the other: every way has 2 (side - 1) arcs, and two tonnes
// can leave the corner.
TEST(MinCostFlow, CrossesAGridOnWhichAllWaysAreAlike) {
  constexpr std::size_t side = 40;
  std::vector<CostArc> arcs;
  for (std::size_t v = 0; v < side * side; ++v) {
    if (v % side + 1 < side) arcs.push_back({v, v + 1, 1, 1});
    if (v / side + 1 < side) arcs.push_back({v, v + side, 1, 1});
  }
  std::vector<Tonnage> supply(side * side, 0);
  supply.front() = 2;
  supply.back() = -2;
  EXPECT_TRUE(cheapest(cost_graph(supply, arcs), 50'000).cost == 2 * 2 * (side - 1));
  supply.front() = 3;
  supply.back() = -3;
  EXPECT_EQ(cheapest(cost_graph(supply, arcs), 50'000).shortage.surplus, 1);
}

// After Zadeh (1973): costs and capacities double from place to place, which leads a method that
// always takes the cheapest path to undo all it has done, 2^n times over.
TEST(MinCostFlow, EndsWherePathsAreUndoneAgainAndAgain) {
  constexpr std::size_t half = 16;
  std::vector<CostArc> arcs;
  std::vector<Tonnage> supply(2 * half, 0);
  for (std::size_t i = 0; i < half; ++i) {
    const Tonnage power = Tonnage{1} << i;
    supply[i] = i == 0 ? 1 : power;
    supply[half + i] = i == 0 ? -1 : -power;
    for (std::size_t j = 0; j < half; ++j) {
      if (i == j) continue;
      const FlowCost cost = (FlowCost{1} << std::max(i, j)) - 1;
      arcs.push_back({i, half + j, unlimited_tonnage, cost});
    }
    arcs.push_back({i, half + i, i == 0 ? unlimited_tonnage : power - 1, 0});
  }
  EXPECT_EQ(cheapest(cost_graph(supply, arcs), 10'000).status, FlowStatus::optimal);
}

// Tonnages near the largest that add up, beside 0 and 1.
TEST(MinCostFlow, IsExactForTonnagesOfAllSizes) {
  int optimal = 0;
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    CostGraph question = random_costs(seed, 12, 60, {-3, 9, 7, seed % 2 == 0, seed % 3 == 0});
    for (Tonnage& capacity : question.capacity) capacity <<= 48;
    for (Tonnage& least : question.least) least <<= 48;
    for (Tonnage& supply : question.supply) supply *= Tonnage{1} << 48;
    const CostGraph small = random_costs(seed, 12, 60, {-3, 9, 7, seed % 2 == 0, seed % 3 == 0});
    for (std::size_t v = 0; v < question.through.size(); ++v) {
      if (question.through[v] < unlimited_tonnage) question.through[v] <<= 48;
    }
    const MinCostFlow answer = cheapest(question, 10'000);
    const MinCostFlow by_units = cheapest(small, 10'000);
    ASSERT_EQ(answer.status, by_units.status);
    EXPECT_TRUE(answer.cost == by_units.cost * (TotalCost{1} << 48));
    optimal += answer.status == FlowStatus::optimal ? 1 : 0;
  }
  EXPECT_GT(optimal, 100);
}

}  // namespace
}  // namespace corridor
