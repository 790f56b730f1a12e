#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

/// Two gauges and a road meet at b, where changing the gauge is dear and changing the mode is not.
Network crossing() {
  Network network = sketch(R"(
    a-rail- b  100 km
    b-rail- c  100 km gauge=1520
    d-road- b 1000 km
    b-road- e 1000 km
  )");
  network.gauge_change.time.value = Hours{100};
  network.gauge_change.cost.value = UsdPerTonne{50};
  return network;
}

// By two transfers at b it would be 3 + 3 + 2 + 2 + 3 + 3 = 16 USD/t; but nothing carries the cargo
// from the one to the other. 3 + 3 + 50 + 3 + 3 USD/t, and 12 + 2.5 + 100 + 2.5 + 12 h.
TEST(Stop, ThatChangesTheGaugeIsNotDodgedByWayOfALorryThatGoesNowhere) {
  const Lab lab{crossing()};
  const Evaluation found = lab.solve(lab.world(), trip("a", "c"), Objective::cost);
  EXPECT_EQ(found.gauge_breaks, 1);
  EXPECT_EQ(found.transfers, 0);
  EXPECT_DOUBLE_EQ(found.cost_usd_t, 62);
  EXPECT_DOUBLE_EQ(found.time_h, 129);
}

// 3 + 3 + 2 + 80 + 1 USD/t, and 12 + 2.5 + 6 + 40 + 2 h.
TEST(Stop, ThatChangesTheModeIsPaidOnce) {
  const Lab lab{crossing()};
  const Evaluation found = lab.solve(lab.world(), trip("a", "e"), Objective::cost);
  EXPECT_EQ(found.transfers, 1);
  EXPECT_DOUBLE_EQ(found.cost_usd_t, 89);
  EXPECT_DOUBLE_EQ(found.time_h, 62.5);
}

// 1 + 80 + 80 + 1 USD/t, and 2 + 40 + 40 + 2 h, in three legs: loading, the road, unloading.
TEST(Stop, IsNoneWhereALorryGoesThrough) {
  const Lab lab{crossing()};
  const World world = lab.world();
  const Evaluation found = lab.solve(world, trip("d", "e"), Objective::cost);
  EXPECT_EQ(found.transfers, 0);
  EXPECT_DOUBLE_EQ(found.cost_usd_t, 162);
  EXPECT_DOUBLE_EQ(found.time_h, 84);
  EXPECT_EQ(legs(lab.network(), lab.compiled().topology, world.metric, found.arcs).size(), 3U);
  EXPECT_EQ(lab.words(found), "d -> (road) e");
}

/// Counts the changes of mode or gauge on a route, of which each must follow a haul of its own.
std::size_t changes_on(const Topology& topology, const std::vector<ArcId>& arcs) {
  std::size_t changes = 0;
  bool hauled = false;
  for (const ArcId arc : arcs) {
    const ArcKind kind = topology.arcs[arc].kind;
    if (kind == ArcKind::haul) hauled = true;
    if (kind != ArcKind::transfer && kind != ArcKind::gauge_change) continue;
    EXPECT_TRUE(hauled) << "arc " << arc.index();
    hauled = false;
    ++changes;
  }
  return changes;
}

/// A random sketch in which it pays to change the mode rather than the gauge, wherever one can.
Network with_free_transfers(std::uint32_t seed) {
  Network network = random_sketch(seed);
  for (Transfer& transfer : network.transfers) transfer.time.value = Hours{0};
  for (Transfer& transfer : network.transfers) transfer.cost.value = UsdPerTonne{0};
  network.port_defaults.dwell.value = Hours{0};
  network.port_defaults.handling.value = UsdPerTonne{0};
  network.gauge_change.cost.value = UsdPerTonne{100};
  return network;
}

TEST(Stop, NeverFollowsAnotherWithoutAHaulBetweenOnACheapestPath) {
  std::size_t changes = 0;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    const Lab lab{with_free_transfers(seed)};
    const World world = lab.world();
    for (const Node& from : lab.network().nodes) {
      for (const Node& to : lab.network().nodes) {
        if (from.id == to.id) continue;
        Trip sent = trip(from.id, to.id);
        sent.via = name_list({lab.network().nodes[NodeId{seed % 3}].id});
        for (const Trip& asked : {trip(from.id, to.id), sent}) {
          changes += changes_on(lab.compiled().topology, lab.solve(world, asked).arcs);
        }
      }
    }
  }
  EXPECT_GT(changes, 1000U);
}

}  // namespace
}  // namespace corridor::test
