#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

constexpr double near = 1e-9;

/// Two ways from a to d: by b on rail (400 km) and by c on road (300 km), where it takes 8 h to
/// load a lorry.
Network two_ways() {
  Network network = sketch(R"(
    a-rail- b 200 km
    b-rail- d 200 km
    a-road- c 150 km
    c-road- d 150 km
  )");
  network.modes[network.find_mode("road").value()].load_time.value = Hours{8};
  return network;
}

TEST(Trip, TakesTheRouteThatItsObjectiveLikesBest) {
  const Lab lab{two_ways()};
  const World world = lab.world();
  // Rail: 3 + 12 + 3 = 18 USD/t, 12 + 10 + 12 = 34 h. Road: 1 + 24 + 1 = 26 USD/t, 2 + 12 + 2 = 16
  // h.
  EXPECT_NEAR(lab.solve(world, trip("a", "d"), Objective::cost).cost_usd_t, 18, near);
  EXPECT_NEAR(lab.solve(world, trip("a", "d"), Objective::time).time_h, 28, near);
  EXPECT_NEAR(lab.solve(world, trip("a", "d"), Objective::distance).distance_km, 300, near);
  // 400 * 0.02 = 8 kg/t against 300 * 0.08 = 24 kg/t.
  EXPECT_NEAR(lab.solve(world, trip("a", "d"), Objective::emissions).emissions_kg_t, 8, near);
  // 18 + 0.2 * 34 = 24.8 against 26 + 0.2 * 28 = 31.6.
  EXPECT_NEAR(lab.solve(world, trip("a", "d")).generalised_usd_t, 24.8, near);
}

TEST(Trip, OfACargoThatNoRoadCarriesStaysOnRails) {
  const Lab lab{two_ways()};
  const World world = lab.world(nullptr, 1);
  EXPECT_NEAR(lab.solve(world, trip("a", "d", "grain"), Objective::time).time_h, 34, near);
  EXPECT_FALSE(lab.solve(world, trip("a", "c", "grain")).reachable);
}

TEST(Trip, IsNeverLoadedOnAModeThatMayNotCarryIt) {
  // Loading a lorry for 2 h and transferring in 6 h would beat loading a train for 12 h.
  const Lab lab{R"(
    a-rail- d 400 km
    a-road- x  10 km
    d-road- y  10 km
  )"};
  EXPECT_NEAR(lab.solve(lab.world(nullptr, 1), trip("a", "d", "grain"), Objective::time).time_h, 34,
              near);
  Trip by_rail = trip("a", "d");
  by_rail.modes = name_list({"rail"});
  EXPECT_NEAR(lab.solve(lab.world(), by_rail, Objective::time).time_h, 34, near);
}

TEST(Trip, PassesItsViasInOrder) {
  const Lab lab{two_ways()};
  Trip detour = trip("a", "d");
  detour.via = name_list({"c"});
  EXPECT_EQ(lab.words(lab.solve(lab.world(), detour)), "a -> (road) d");
  detour.via = name_list({"d", "a"});
  EXPECT_NEAR(lab.solve(lab.world(), detour, Objective::cost).distance_km, 1200, near);
}

TEST(Trip, AvoidsNodesLinksModesCountriesAndCorridors) {
  Network network = sketch(R"(
    a:AA-rail- b:BB 200 km tags=line
    b-rail- d:AA 200 km
    a-road- c:AA 150 km
    c-road- d 150 km
  )");
  add_corridor(network, "line", "a", {"a_b_rail", "b_d_rail"});
  const Lab lab{network};
  for (const char* word : {"b", "a_b_rail", "b_d_rail", "rail", "BB", "line"}) {
    Trip other = trip("a", "d");
    other.avoid = name_list({word});
    EXPECT_NEAR(lab.solve(lab.world(), other, Objective::cost).distance_km, 300, near) << word;
  }
  Trip none = trip("a", "d");
  none.avoid = name_list({"b", "c"});
  EXPECT_FALSE(lab.solve(lab.world(), none).reachable);
}

TEST(Trip, KeepsToItsModes) {
  const Lab lab{two_ways()};
  Trip by_road = trip("a", "d");
  by_road.modes = name_list({"road"});
  EXPECT_NEAR(lab.solve(lab.world(), by_road).distance_km, 300, near);
}

TEST(Trip, ByACorridorPassesItsGatesThereAndBack) {
  // By b and c it is 300 km, past them 100 km.
  Network network = sketch(R"(
    a-rail- b 100 km
    b-rail- c 100 km
    c-rail- d 100 km
    a-rail- d 100 km
  )");
  add_corridor(network, "line", "a", {"a_b_rail", "b_c_rail", "c_d_rail"}, {"b", "c"});
  const Lab lab{network};
  const World world = lab.world();
  for (const auto& [from, to] : {std::pair{"a", "d"}, std::pair{"d", "a"}}) {
    Trip by_line = trip(from, to);
    EXPECT_NEAR(lab.solve(world, by_line).distance_km, 100, near);
    by_line.by_corridor = name("line");
    EXPECT_NEAR(lab.solve(world, by_line).distance_km, 300, near);
  }
}

TEST(Trip, ComesWithACertificateWhenAsked) {
  const Lab lab{two_ways()};
  const World world = lab.world();
  Trip detour = trip("a", "d");
  detour.via = name_list({"c"});
  for (const Trip& asked : {trip("a", "d"), detour}) {
    const TripAnswer proved = solve_trip(lab.compiled(), world, lab.query(asked), true);
    ASSERT_TRUE(proved.certificate.has_value());
    EXPECT_TRUE(proved.certificate->holds());
    const TripAnswer plain = solve_trip(lab.compiled(), world, lab.query(asked), false);
    EXPECT_FALSE(plain.certificate.has_value());
    EXPECT_EQ(plain.weight, proved.weight);
    EXPECT_EQ(plain.evaluation.arcs, proved.evaluation.arcs);
  }
}

TEST(Trip, WithoutARouteProvesThatThereIsNone) {
  const Lab lab{"a-rail- b 100 km status=closed"};
  const TripAnswer answer =
      solve_trip(lab.compiled(), lab.world(), lab.query(trip("a", "b")), true);
  EXPECT_FALSE(answer.evaluation.reachable);
  EXPECT_EQ(answer.weight, infinite_weight);
  EXPECT_TRUE(answer.certificate->holds());
}

TEST(RunnerUp, IsTheNextBestOtherRouteWithItsMargin) {
  const Lab lab{two_ways()};
  const World world = lab.world();
  const TripQuery query = lab.query(trip("a", "d"), Objective::cost);
  const TripAnswer best = solve_trip(lab.compiled(), world, query, false);
  const RunnerUp second = runner_up(lab.compiled(), world, query, best);
  ASSERT_TRUE(second.found);
  EXPECT_NEAR(second.evaluation.cost_usd_t, 26, near);
  EXPECT_NEAR(second.margin, 8, near);  // 26 - 18
  EXPECT_NEAR(second.margin_share, 8.0 / 18, near);
}

TEST(RunnerUp, IsNoDetourOnTheBestRoute) {
  // The detour by x shares 400 of 500 km with the best route, that by y 300 of them, which is less
  // than three quarters.
  const Lab lab{R"(
    a-rail- b 100 km
    b-rail- c 300 km
    c-rail- d 100 km
    a-rail- x  60 km
    x-rail- b  60 km
    c-rail- y 200 km
    y-rail- d 200 km
    a-rail- c 500 km
  )"};
  const World world = lab.world();
  const TripQuery query = lab.query(trip("a", "d"), Objective::distance);
  const TripAnswer best = solve_trip(lab.compiled(), world, query, false);
  EXPECT_NEAR(best.evaluation.distance_km, 500, near);
  const RunnerUp second = runner_up(lab.compiled(), world, query, best);
  ASSERT_TRUE(second.found);
  // By x: 520 km, sharing 400. By the direct link: 600 km, sharing 100.
  EXPECT_NEAR(second.evaluation.distance_km, 600, near);
  EXPECT_NEAR(second.margin, 100, near);
}

TEST(RunnerUp, PassesTheGatesToo) {
  Network network = sketch(R"(
    a-rail- g 100 km
    a-rail- x 100 km
    x-rail- g 100 km
    a-rail- d 150 km
    g-rail- d 100 km
  )");
  add_corridor(network, "line", "a", {"a_g_rail", "g_d_rail"}, {"g"});
  const Lab lab{network};
  Trip by_line = trip("a", "d");
  by_line.by_corridor = name("line");
  const TripQuery query = lab.query(by_line, Objective::distance);
  const World world = lab.world();
  const TripAnswer best = solve_trip(lab.compiled(), world, query, false);
  const RunnerUp second = runner_up(lab.compiled(), world, query, best);
  ASSERT_TRUE(second.found);
  EXPECT_NEAR(best.evaluation.distance_km, 200, near);
  EXPECT_NEAR(second.evaluation.distance_km, 300, near);  // by x and g, not straight to d
}

TEST(RunnerUp, IsMissingWhereThereIsOnlyOneWay) {
  const Lab lab{"a-rail- b 100 km"};
  const World world = lab.world();
  const TripQuery query = lab.query(trip("a", "b"));
  const TripAnswer best = solve_trip(lab.compiled(), world, query, false);
  EXPECT_FALSE(runner_up(lab.compiled(), world, query, best).found);
}

}  // namespace
}  // namespace corridor::test
