#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

constexpr double near = 1e-9;

/// A line of rail and road from a to d with a short cut that is not of the corridor.
Network with_line(const std::string& status = "") {
  Network network = sketch("a:AA-rail- b:AA 100 km\n b-road- c:BB 100 km " + status +
                           "\n c-rail- d:BB 100 km\n a-rail- d 10 km");
  add_corridor(network, "line", "a", {"a_b_rail", "b_c_road", "c_d_rail"});
  return network;
}

TEST(CorridorRoute, KeepsToItsOwnLinksWhateverIsCheaper) {
  const Lab lab{with_line()};
  const Evaluation found = evaluate_corridor(lab.compiled(), lab.world(), lab.corridor("line"));
  ASSERT_TRUE(found.reachable);
  EXPECT_NEAR(found.distance_km, 300, near);
  // 3 + 3 + transfer 2 + 8 + border 6 + transfer 2 + 3 + 3 = 30 USD/t.
  EXPECT_NEAR(found.cost_usd_t, 30, near);
  EXPECT_EQ(found.borders, 1);
  EXPECT_EQ(found.transfers, 2);
  EXPECT_NEAR(found.generalised_usd_t, 30 + 0.2 * found.time_h, near);
}

TEST(CorridorRoute, CanBeCutToAPartAndTurned) {
  const Lab lab{with_line()};
  const World world = lab.world();
  const CorridorId line = lab.corridor("line");
  const Evaluation part =
      evaluate_corridor(lab.compiled(), world, line, lab.node("b"), lab.node("d"));
  EXPECT_NEAR(part.distance_km, 200, near);
  EXPECT_NEAR(part.cost_usd_t, 1 + 8 + 6 + 2 + 3 + 3, near);
  const Evaluation back =
      evaluate_corridor(lab.compiled(), world, line, lab.node("d"), lab.node("a"));
  ASSERT_TRUE(back.reachable);
  EXPECT_NEAR(back.distance_km, 300, near);
  EXPECT_EQ(lab.words(back), "d -> (rail) c -> (road) b -> (rail) a");
}

TEST(CorridorRoute, IsNotReachableWhereALinkIsClosedUnlessThatIsIgnored) {
  const Lab lab{with_line("status=planned")};
  const World world = lab.world();
  const CorridorId line = lab.corridor("line");
  EXPECT_FALSE(evaluate_corridor(lab.compiled(), world, line).reachable);
  const Evaluation ideal = evaluate_corridor(lab.compiled(), world, line, {}, {}, true);
  ASSERT_TRUE(ideal.reachable);
  EXPECT_NEAR(ideal.cost_usd_t, 30, near);
}

TEST(CorridorRoute, ToAPlaceThatItDoesNotServeIsNotReachable) {
  Network network = sketch("a-rail- b 100 km\n b-rail- c 100 km");
  add_corridor(network, "line", "a", {"a_b_rail"});
  const Lab lab{network};
  EXPECT_FALSE(evaluate_corridor(lab.compiled(), lab.world(), lab.corridor("line"), lab.node("a"),
                                 lab.node("c"))
                   .reachable);
}

TEST(CorridorRoute, GoesItsLinksInOrderEvenIfItPassesAPlaceTwice) {
  Network network = sketch("a-rail- b 100 km\n b-rail- c 50 km\n b-rail- d 100 km");
  add_corridor(network, "line", "a", {"a_b_rail", "b_c_rail", "b_c_rail", "b_d_rail"});
  const Lab lab{network};
  const Evaluation found = evaluate_corridor(lab.compiled(), lab.world(), lab.corridor("line"));
  EXPECT_NEAR(found.distance_km, 300, near);
  const Evaluation part = evaluate_corridor(lab.compiled(), lab.world(), lab.corridor("line"),
                                            lab.node("a"), lab.node("b"));
  EXPECT_NEAR(part.distance_km, 100, near);
}

TEST(CorridorRoute, PaysTheGaugeBreaksOnItsWay) {
  Network network = sketch("a-rail- b 100 km\n b-rail- c 100 km gauge=1520");
  add_corridor(network, "line", "a", {"a_b_rail", "b_c_rail"});
  const Lab lab{network};
  const Evaluation found = evaluate_corridor(lab.compiled(), lab.world(), lab.corridor("line"));
  EXPECT_EQ(found.gauge_breaks, 1);
  EXPECT_NEAR(found.cost_usd_t, 16, near);  // 3 + 3 + 4 + 3 + 3
}

}  // namespace
}  // namespace corridor::test
