#include <array>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/min_cost_flow.hpp"

#include "flow/min_cost_graph.hpp"

namespace corridor {
namespace {

using test::CostGraph;
using test::Dice;
using test::random_costs;
using test::Traits;

MinCostFlow cheapest(const CostGraph& question) {
  return min_cost_flow(question.graph, question.problem());
}

bool certified(const CostGraph& question, const MinCostFlow& answer) {
  return certify(question.graph, question.problem(), answer).holds();
}

/// One change, told to the solver and to the question alike.
void change(Dice& dice, MinCostSolver& solver, CostGraph& question) {
  const ArcId arc{dice.roll(question.graph.arc_count())};
  const VertexId vertex{dice.roll(question.graph.vertex_count())};
  const auto amount = static_cast<Tonnage>(dice.roll(9));
  switch (dice.roll(7)) {
    case 0:
      question.capacity[arc.index()] = 0;
      return solver.set_capacity(arc, 0);
    case 1:
      question.capacity[arc.index()] = dice.roll(6) == 0 ? unlimited_tonnage : amount;
      return solver.set_capacity(arc, question.capacity[arc.index()]);
    case 2:
    case 3:
      question.cost[arc.index()] = amount - 2;
      return solver.set_cost(arc, amount - 2);
    case 4:
      question.least[arc.index()] = amount / 4;
      return solver.set_least(arc, amount / 4);
    case 5: {
      const VertexId other{dice.roll(question.graph.vertex_count())};
      question.supply[vertex.index()] += amount;
      question.supply[other.index()] -= amount;
      solver.set_supply(vertex, question.supply[vertex.index()]);
      return solver.set_supply(other, question.supply[other.index()]);
    }
    default:
      if (question.through[vertex.index()] >= unlimited_tonnage) return;
      question.through[vertex.index()] = 2 * amount;
      return solver.set_through(vertex, 2 * amount);
  }
}

TEST(MinCostSolver, AgreesWithAFreshSolveAfterAnyChanges) {
  int said[3] = {0, 0, 0};
  for (std::uint32_t seed = 0; seed < 250; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t vertices = 4 + seed % 30;
    const FlowCost cheapest_arc = std::array<FlowCost, 4>{-5, 0, -1, 0}[seed % 4];
    const std::size_t unlimited = seed % 3 == 0 || seed % 4 == 0 ? 4 : 0;
    const Traits traits{cheapest_arc, 9, 9, false, seed % 2 == 1, unlimited};
    CostGraph question = random_costs(seed, vertices, 4 * vertices, traits);
    MinCostSolver solver{question.graph, question.problem()};
    for (int step = 0; step < 20; ++step) {
      SCOPED_TRACE(step);
      for (std::size_t changes = dice.roll(3); changes > 0; --changes) {
        change(dice, solver, question);
      }
      const MinCostFlow warm = solver.solve();
      const MinCostFlow cold = cheapest(question);
      ASSERT_EQ(warm.status, cold.status);
      ASSERT_TRUE(warm.cost == cold.cost || warm.status == FlowStatus::unbounded);
      ASSERT_TRUE(certified(question, warm));
      ASSERT_TRUE(certified(question, cold));
      ++said[static_cast<int>(warm.status)];
    }
  }
  for (const int times : said) EXPECT_GT(times, 100);
}

TEST(MinCostSolver, NeedsNoPivotWhereNothingHasChanged) {
  const CostGraph question = random_costs(5, 40, 200, {});
  MinCostSolver solver{question.graph, question.problem()};
  const MinCostFlow first = solver.solve();
  const MinCostFlow second = solver.solve();
  EXPECT_EQ(solver.pivots(), 0);
  EXPECT_EQ(first.flow, second.flow);
  EXPECT_EQ(first.price, second.price);
}

TEST(MinCostSolver, IsCopiedWithItsTree) {
  CostGraph question = random_costs(5, 40, 200, {});
  MinCostSolver baseline{question.graph, question.problem()};
  const MinCostFlow before = baseline.solve();
  MinCostSolver scenario{baseline};
  scenario.solve();
  EXPECT_EQ(scenario.pivots(), 0);
  question.capacity[3] = 0;
  scenario.set_capacity(ArcId{3}, 0);
  EXPECT_TRUE(certified(question, scenario.solve()));
  baseline.solve();
  EXPECT_EQ(baseline.pivots(), 0);
  scenario = baseline;
  EXPECT_EQ(scenario.solve().flow, before.flow);
}

TEST(MinCostSolver, RefusesALimitWhereThereWasNone) {
  const CostGraph question = test::cost_graph({1, -1}, {{0, 1, 1, 1}});
  MinCostSolver solver{question.graph, question.problem()};
  EXPECT_THROW(solver.set_through(VertexId{0}, 5), std::invalid_argument);
}

TEST(MinCostSolver, ChecksChanges) {
  const CostGraph question = test::cost_graph({1, -1}, {{0, 1, 1, 1}});
  MinCostSolver solver{question.graph, question.problem()};
  solver.set_capacity(ArcId{0}, -1);
  EXPECT_THROW(solver.solve(), std::invalid_argument);
  solver.set_capacity(ArcId{0}, 1);
  EXPECT_TRUE(solver.solve().cost == 1);
}

/// Questions with costs and capacities that are rarely tied, and an answer in which an arc binds.
CostGraph answerable(std::uint32_t seed) {
  for (;; seed += 10000) {
    CostGraph question = random_costs(seed, 10, 30, {0, 1000, 1000, false, true});
    const MinCostFlow answer = cheapest(question);
    if (answer.status != FlowStatus::optimal) continue;
    for (const ArcId arc : question.graph.arcs()) {
      if (saving_of_capacity(question.graph, question.problem(), answer, arc) == 0) continue;
      if (question.capacity[arc.index()] > 0) return question;
    }
  }
}

TEST(MinCostFlow, NeverGetsDearerByOpeningNorCheaperByClosing) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    CostGraph question = answerable(seed);
    const MinCostFlow before = cheapest(question);
    MinCostSolver solver{question.graph, question.problem()};
    for (const ArcId arc : question.graph.arcs()) {
      solver.set_capacity(arc, question.capacity[arc.index()] + 5);
      EXPECT_TRUE(solver.solve().cost <= before.cost);
      solver.set_capacity(arc, 0);
      const MinCostFlow closed = solver.solve();
      EXPECT_TRUE(closed.status == FlowStatus::infeasible || closed.cost >= before.cost);
      solver.set_capacity(arc, question.capacity[arc.index()]);
    }
  }
}

// The least cost is convex in each capacity, supply and limit, and a price is a slope of it: a step
// up saves no more than the price says, a step down costs no less.
TEST(MinCostFlow, HasPricesThatBoundAndMostlyPredictSmallSteps) {
  int exact = 0;
  int steps = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    CostGraph question = answerable(seed);
    const MinCostFlow before = cheapest(question);
    MinCostSolver solver{question.graph, question.problem()};
    for (const ArcId arc : question.graph.arcs()) {
      const Tonnage capacity = question.capacity[arc.index()];
      if (before.flow[arc] != capacity || capacity == 0) continue;
      const TotalCost saving = saving_of_capacity(question.graph, question.problem(), before, arc);
      solver.set_capacity(arc, capacity + 1);
      const TotalCost wider = solver.solve().cost;
      EXPECT_TRUE(wider >= before.cost - saving && wider <= before.cost);
      solver.set_capacity(arc, capacity - 1);
      const MinCostFlow narrower = solver.solve();
      EXPECT_TRUE(narrower.status == FlowStatus::infeasible ||
                  narrower.cost >= before.cost + saving);
      solver.set_capacity(arc, capacity);
      exact += wider == before.cost - saving ? 1 : 0;
      ++steps;
    }
    for (const VertexId vertex : question.graph.vertices()) {
      const VertexId other{(vertex.index() + 5) % question.graph.vertex_count()};
      const bool sends = question.supply[vertex.index()] > 0;
      const bool receives = question.supply[other.index()] < 0;
      if (!sends || !receives) continue;
      solver.set_supply(vertex, question.supply[vertex.index()] + 1);
      solver.set_supply(other, question.supply[other.index()] - 1);
      const MinCostFlow more = solver.solve();
      const TotalCost dearer = before.price_past[other] - before.price[vertex];
      EXPECT_TRUE(more.status == FlowStatus::infeasible || more.cost >= before.cost + dearer);
      solver.set_supply(vertex, question.supply[vertex.index()]);
      solver.set_supply(other, question.supply[other.index()]);
    }
  }
  EXPECT_GT(steps, 50);
  EXPECT_GT(10 * exact, 9 * steps);
}

}  // namespace
}  // namespace corridor
