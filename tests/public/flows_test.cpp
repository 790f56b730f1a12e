// Maximum flows and flows of least cost on real networks, against published optima.

#include <cstdint>
#include <string>

#include "corridor/flow/max_flow.hpp"
#include "corridor/flow/min_cost_flow.hpp"
#include "corridor/input/flow_instance.hpp"

#include "public/public_data.hpp"
#include "support/standard_flows.hpp"

namespace corridor::test {
namespace {

MinCostProblem question(const MinCostInstance& instance) {
  return {instance.capacity.values(), instance.cost.values(), instance.supply.values(),
          instance.least.values()};
}

void expect_least_cost(const MinCostInstance& instance, std::int64_t optimum) {
  const MinCostFlow answer = min_cost_flow(instance.graph, question(instance));
  ASSERT_EQ(answer.status, FlowStatus::optimal);
  EXPECT_EQ(static_cast<std::int64_t>(answer.cost), optimum);
  EXPECT_TRUE(certify(instance.graph, question(instance), answer).holds());
}

void expect_most(const MaxFlowInstance& instance, Tonnage optimum) {
  const MaxFlow answer =
      max_flow(instance.graph, instance.capacity.values(), instance.source, instance.sink);
  EXPECT_EQ(answer.value, optimum);
  EXPECT_TRUE(
      certify(instance.graph, instance.capacity.values(), instance.source, instance.sink, answer)
          .holds());
}

MinCostInstance chicago(const std::string& name) {
  return read_min_cost_instance(*public_data() / "flow" / (name + ".min.gz"));
}

TEST(LeastCost, OfChicagoSketchIsThePublishedOne) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  const MinCostInstance instance = chicago("chisk60");
  EXPECT_EQ(instance.graph.vertex_count(), 934U);
  EXPECT_EQ(instance.graph.arc_count(), 3070U);
  expect_least_cost(instance, 4103855685);
}

TEST(LeastCost, OfTheChicagoRegionIsThePublishedOne) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  const MinCostInstance instance = chicago("chireg200");
  EXPECT_EQ(instance.graph.vertex_count(), 12983U);
  EXPECT_EQ(instance.graph.arc_count(), 39418U);
  expect_least_cost(instance, 32665937215);
}

TEST(LeastCost, OfNewYorkIsThePublishedOne) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  if (is_slow_build) GTEST_SKIP() << "takes a minute where everything is checked";
  const MinCostInstance instance = overflow_problem(new_york(NewYork::by_time), 500);
  EXPECT_EQ(instance.graph.arc_count(), 734846U);
  expect_least_cost(instance, 98483428399);
}

// Each road that carries anything at the optimum is closed in turn, for a sample of them.
TEST(LeastCost, OfChicagoFollowsClosuresFromTheSameTree) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  MinCostInstance instance = chicago("chisk60");
  MinCostSolver solver{instance.graph, question(instance)};
  const MinCostFlow before = solver.solve();
  int closed = 0;
  for (const ArcId arc : instance.graph.arcs()) {
    if (before.flow[arc] == 0 || arc.index() % 25 != 0) continue;
    const Tonnage capacity = instance.capacity[arc];
    instance.capacity[arc] = 0;
    solver.set_capacity(arc, 0);
    const MinCostFlow after = solver.solve();
    EXPECT_EQ(after.status, FlowStatus::optimal);
    EXPECT_TRUE(after.cost >= before.cost);
    EXPECT_TRUE(certify(instance.graph, question(instance), after).holds());
    instance.capacity[arc] = capacity;
    solver.set_capacity(arc, capacity);
    EXPECT_TRUE(solver.solve().cost == before.cost);
    ++closed;
  }
  EXPECT_GT(closed, 10);
}

TEST(MostFlow, ThroughNewYorkIsThePublishedOne) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  const RoadGraph roads = new_york(NewYork::by_length);
  const MaxFlowInstance across = west_to_east(roads);
  EXPECT_EQ(across.graph.vertex_count(), 264348U);
  EXPECT_EQ(across.graph.arc_count(), 760280U);
  expect_most(across, 86);
  const MaxFlowInstance outwards = centre_to_rim(roads);
  EXPECT_EQ(outwards.graph.arc_count(), 792001U);
  expect_most(outwards, 743);
}

}  // namespace
}  // namespace corridor::test
