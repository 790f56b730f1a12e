#include "corridor/flow/min_cost_flow.hpp"

#include <optional>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "flow/min_cost_graph.hpp"

namespace corridor {
namespace {

using test::cost_graph;
using test::CostGraph;
using test::random_costs;
using test::Traits;

MinCostFlow cheapest(const CostGraph& question) {
  return min_cost_flow(question.graph, question.problem());
}

bool certified(const CostGraph& question, const MinCostFlow& answer) {
  return certify(question.graph, question.problem(), answer).holds();
}

// 10 t from 0 to 3: 6 by 1 at 1 + 1, the other 4 by 2 at 2 + 3. 6 * 2 + 4 * 5 = 32. Another tonne
// of capacity on 0>1 moves one from 5 to 2 and saves 3.
TEST(MinCostFlow, FillsTheCheaperWayFirst) {
  const CostGraph question =
      cost_graph({10, 0, 0, -10}, {{0, 1, 6, 1}, {0, 2, 9, 2}, {1, 3, 8, 1}, {2, 3, 9, 3}});
  const MinCostFlow answer = cheapest(question);
  EXPECT_EQ(answer.status, FlowStatus::optimal);
  EXPECT_TRUE(answer.cost == 32);
  EXPECT_EQ(answer.flow[ArcId{0}], 6);
  EXPECT_EQ(answer.price[VertexId{3}] - answer.price[VertexId{0}], 5);
  EXPECT_EQ(saving_of_capacity(question.graph, question.problem(), answer, ArcId{0}), 3);
  EXPECT_EQ(saving_of_capacity(question.graph, question.problem(), answer, ArcId{1}), 0);
  EXPECT_TRUE(certified(question, answer));
}

// The same with no more than 5 t through 1: 5 * 2 + 5 * 5 = 35, and another tonne saves 3 there.
TEST(MinCostFlow, KeepsToTheLimitOfAVertex) {
  CostGraph question =
      cost_graph({10, 0, 0, -10}, {{0, 1, 6, 1}, {0, 2, 9, 2}, {1, 3, 8, 1}, {2, 3, 9, 3}});
  question.through[1] = 5;
  const MinCostFlow answer = cheapest(question);
  EXPECT_TRUE(answer.cost == 35);
  EXPECT_EQ(saving_of_through(answer, VertexId{1}), 3);
  EXPECT_TRUE(certified(question, answer));
}

// At least 3 t must take the way by 2, which 4 do at best of 4 t: 3 * 5 + 1 * 2 = 17.
TEST(MinCostFlow, CarriesWhatItMust) {
  CostGraph question =
      cost_graph({4, 0, 0, -4}, {{0, 1, 6, 1}, {0, 2, 9, 2, 3}, {1, 3, 8, 1}, {2, 3, 9, 3}});
  const MinCostFlow answer = cheapest(question);
  EXPECT_TRUE(answer.cost == 17);
  EXPECT_TRUE(certified(question, answer));
}

// Round 1>2>1 each tonne gains 5 - 2 = 3, for 4 t; and the loop at 0 gains 1 for 6 t.
TEST(MinCostFlow, GoesRoundWhereItGains) {
  const CostGraph question =
      cost_graph({0, 0, 0}, {{1, 2, 4, -5}, {2, 1, 9, 2}, {0, 0, 6, -1}, {0, 1, 9, 0}});
  const MinCostFlow answer = cheapest(question);
  EXPECT_TRUE(answer.cost == -4 * 3 - 6);
  EXPECT_TRUE(certified(question, answer));
}

TEST(MinCostFlow, IsUnboundedRoundAnUnlimitedGain) {
  const CostGraph question = cost_graph(
      {2, 0, -2}, {{0, 1, 5, 1}, {1, 2, unlimited_tonnage, -5}, {2, 1, unlimited_tonnage, 4}});
  const MinCostFlow answer = cheapest(question);
  EXPECT_EQ(answer.status, FlowStatus::unbounded);
  EXPECT_EQ(answer.cycle.size(), 2U);
  EXPECT_TRUE(certified(question, answer));
}

TEST(MinCostFlow, IsInfeasibleRatherThanUnboundedWhereItIsBoth) {
  const CostGraph question = cost_graph(
      {2, 0, 0, -2}, {{0, 3, 1, 1}, {1, 2, unlimited_tonnage, -5}, {2, 1, unlimited_tonnage, 4}});
  const MinCostFlow answer = cheapest(question);
  EXPECT_EQ(answer.status, FlowStatus::infeasible);
  EXPECT_EQ(answer.shortage.surplus, 1);
  EXPECT_TRUE(certified(question, answer));
}

// 0 and 1 send 3 + 2, and 1 + 1 can leave them: 3 are left over.
TEST(MinCostFlow, NamesTheCutThatDoesNotLetItThrough) {
  const CostGraph question =
      cost_graph({3, 2, -5}, {{0, 2, 1, 1}, {0, 1, 9, 1}, {1, 2, 1, 1}, {1, 0, 9, 1}});
  const MinCostFlow answer = cheapest(question);
  EXPECT_EQ(answer.status, FlowStatus::infeasible);
  EXPECT_EQ(answer.shortage.surplus, 3);
  EXPECT_EQ(answer.shortage.side[VertexId{0}], 3);
  EXPECT_EQ(answer.shortage.side[VertexId{1}], 3);
  EXPECT_EQ(answer.shortage.side[VertexId{2}], 0);
  EXPECT_TRUE(certified(question, answer));
}

TEST(MinCostFlow, NamesAnImbalanceAndAnArcThatMustCarryTooMuch) {
  CostGraph question = cost_graph({3, -2}, {{0, 1, 9, 1}});
  EXPECT_EQ(cheapest(question).shortage.imbalance, 1);
  EXPECT_TRUE(certified(question, cheapest(question)));
  question.supply[1] = -3;
  question.least[0] = 10;
  EXPECT_EQ(cheapest(question).status, FlowStatus::infeasible);
  EXPECT_EQ(cheapest(question).shortage.conflict, ArcId{0});
  EXPECT_TRUE(certified(question, cheapest(question)));
}

TEST(MinCostFlow, IsTheLeastThatBruteForceFinds) {
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 2 + seed % 4;
    const Traits traits{-3, 4, 2, seed % 2 == 0, seed % 3 == 0};
    const CostGraph question = random_costs(seed, vertices, 2 + seed % 5, traits);
    const std::optional<FlowCost> least = least_cost_by_brute_force(question);
    const MinCostFlow answer = cheapest(question);
    ASSERT_EQ(answer.status, least ? FlowStatus::optimal : FlowStatus::infeasible);
    ASSERT_TRUE(certified(question, answer));
    if (least) {
      ASSERT_TRUE(answer.cost == *least);
    }
  }
}

TEST(MinCostFlow, ProvesWhateverItSays) {
  int said[3] = {0, 0, 0};
  for (std::uint32_t seed = 0; seed < 8000; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 2 + seed % 23;
    Traits traits{-2, 9, 7, seed % 2 == 0, seed % 3 == 0, seed % 4 == 0 ? 2U : 0U};
    if (seed % 5 == 0) traits.cheapest = 0;
    if (seed % 7 == 0) traits.widest = 1;
    if (seed % 11 == 0) traits = {0, 0, 3, false, false, 4};
    const CostGraph question = random_costs(seed, vertices, (1 + seed % 5) * vertices, traits);
    const MinCostFlow answer = cheapest(question);
    ++said[static_cast<int>(answer.status)];
    ASSERT_TRUE(certified(question, answer));
  }
  EXPECT_GT(said[static_cast<int>(FlowStatus::optimal)], 500);
  EXPECT_GT(said[static_cast<int>(FlowStatus::infeasible)], 500);
  EXPECT_GT(said[static_cast<int>(FlowStatus::unbounded)], 100);
}

// Costs and tonnages as large as they are taken: 2 vertices allow costs below 2^60 / 6.
TEST(MinCostFlow, AddsUpInMoreThan64Bits) {
  const Tonnage tonnes = (Tonnage{1} << 58);
  const FlowCost cost = (FlowCost{1} << 57) - 1;
  const CostGraph question = cost_graph({tonnes, -tonnes}, {{0, 1, tonnes, cost}});
  const MinCostFlow answer = cheapest(question);
  EXPECT_TRUE(answer.cost == static_cast<TotalCost>(tonnes) * cost);
  EXPECT_TRUE(certified(question, answer));
}

TEST(MinCostFlow, RefusesWhatDoesNotFitOrAddUp) {
  const CostGraph good = cost_graph({1, -1}, {{0, 1, 1, 1}});
  const auto refused = [](const CostGraph& question) {
    EXPECT_THROW(cheapest(question), std::invalid_argument);
  };
  CostGraph bad = good;
  bad.capacity[0] = -1;
  refused(bad);
  bad = good;
  bad.least[0] = -1;
  refused(bad);
  bad = good;
  bad.through[1] = -1;
  refused(bad);
  bad = good;
  bad.cost[0] = INT64_MIN;
  refused(bad);
  bad.cost[0] = INT64_MAX / 40;
  refused(bad);
  bad = good;
  bad.supply = {unlimited_tonnage, -unlimited_tonnage};
  refused(bad);
  bad.supply = {INT64_MIN, 0};
  refused(bad);
  bad.supply = {1};
  refused(bad);
}

TEST(MinCostFlow, OfNothingCostsNothing) {
  const CostGraph bare = cost_graph({}, {});
  EXPECT_EQ(cheapest(bare).status, FlowStatus::optimal);
  EXPECT_TRUE(certified(bare, cheapest(bare)));
  const CostGraph apart = cost_graph({0, 0, 0}, {});
  EXPECT_TRUE(cheapest(apart).cost == 0);
  EXPECT_TRUE(certified(apart, cheapest(apart)));
  const MinCostFlow by_default = min_cost_flow(apart.graph, {});
  EXPECT_TRUE(certify(apart.graph, {}, by_default).holds());
}

}  // namespace
}  // namespace corridor
