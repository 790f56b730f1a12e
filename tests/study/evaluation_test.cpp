#include "corridor/study/evaluation.hpp"

#include <cmath>
#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

double part(const Breakdown& breakdown, Component component) {
  return breakdown[static_cast<std::size_t>(component)];
}
double sum(const Breakdown& breakdown) {
  return std::accumulate(breakdown.begin(), breakdown.end(), 0.0);
}

constexpr double near = 1e-9;

TEST(Evaluation, OfOneRailLinkIsLoadingHaulAndUnloading) {
  const Lab lab{"a-rail- b 100 km"};
  const Evaluation found = lab.solve(lab.world(), trip("a", "b"));
  ASSERT_TRUE(found.reachable);
  EXPECT_DOUBLE_EQ(found.distance_km, 100);
  // 3 + 100 * 0.03 + 3 USD/t; 12 + 100 / 40 + 12 h; 100 * 0.02 kg/t.
  EXPECT_NEAR(found.cost_usd_t, 9, near);
  EXPECT_NEAR(found.time_h, 26.5, near);
  EXPECT_NEAR(found.emissions_kg_t, 2, near);
  EXPECT_NEAR(found.generalised_usd_t, 9 + 0.2 * 26.5, near);
  EXPECT_EQ(found.borders, 0);
  EXPECT_EQ(found.transfers, 0);
  EXPECT_NEAR(part(found.cost_by_component, Component::haul), 3, near);
  EXPECT_NEAR(part(found.cost_by_component, Component::transfer), 6, near);
}

constexpr const char* over_sea = R"(
  a:AA-rail- p:AA/seaport 200 km
  p-sea- q:BB/seaport     600 km
  q-road- c:BB            100 km
)";

TEST(Evaluation, OfAChainOverSeaPaysBothPorts) {
  const Lab lab{over_sea};
  const Evaluation found = lab.solve(lab.world(), trip("a", "c"));
  // Cost: load 3, rail 200 * 0.03 = 6, transfer 1, handling 10, sea 600 * 0.004 = 2.4, handling 10,
  // transfer 1, road 100 * 0.08 = 8, unload 1: 42.4 USD/t.
  EXPECT_NEAR(found.cost_usd_t, 42.4, near);
  // Time: load 12, rail 200 / 40 = 5, dwell 48, sea 600 / 30 = 20, dwell 48, road 100 / 50 = 2 h at
  // 12 h/d = 4, unload 2: 139 h.
  EXPECT_NEAR(found.time_h, 139, near);
  // 200 * 0.02 + 600 * 0.008 + 100 * 0.08 = 16.8 kg/t.
  EXPECT_NEAR(found.emissions_kg_t, 16.8, near);
  EXPECT_EQ(found.transfers, 2);
  EXPECT_EQ(found.borders, 1);  // landing in BB what was put on the ship in AA
  EXPECT_NEAR(part(found.cost_by_component, Component::transfer), 26, near);
  EXPECT_NEAR(part(found.cost_by_component, Component::haul), 16.4, near);
  EXPECT_NEAR(sum(found.cost_by_component), found.cost_usd_t, near);
  EXPECT_NEAR(sum(found.time_by_component), found.time_h, near);
  EXPECT_EQ(lab.words(found), "a -> (rail) p -> (sea) q -> (road) c");
}

TEST(Evaluation, OfALandingInTheSameCountryCrossesNoBorder) {
  const Lab lab{R"(
    p:AA/seaport-sea- x:XZ/chokepoint 600 km
    x-sea- q:AA/seaport 600 km
  )"};
  const Evaluation found = lab.solve(lab.world(), trip("p", "q"));
  ASSERT_TRUE(found.reachable);
  EXPECT_EQ(found.borders, 0);
  EXPECT_EQ(found.transfers, 0);
}

TEST(Evaluation, OfALandBorderAndAGaugeBreakPaysAndCountsBoth) {
  const Lab lab{R"(
    a:AA-rail- b:BB 100 km
    b-rail- c:BB    100 km gauge=1520
  )"};
  const Evaluation found = lab.solve(lab.world(), trip("a", "c"));
  // Cost: 3 + 3 + border 6 + gauge 4 + 3 + 3 = 22; time: 12 + 2.5 + 5 + 10 + 2.5 + 12 = 44.
  EXPECT_NEAR(found.cost_usd_t, 22, near);
  EXPECT_NEAR(found.time_h, 44, near);
  EXPECT_EQ(found.borders, 1);
  EXPECT_EQ(found.gauge_breaks, 1);
  EXPECT_EQ(found.transfers, 0);
  EXPECT_NEAR(part(found.cost_by_component, Component::border), 6, near);
  EXPECT_NEAR(part(found.cost_by_component, Component::gauge_change), 4, near);
  EXPECT_NEAR(part(found.time_by_component, Component::border), 5, near);
  EXPECT_NEAR(part(found.time_by_component, Component::gauge_change), 10, near);
}

TEST(Evaluation, OfARoadFeederCountsEachChangeOfModeOnLandOnce) {
  const Lab lab{R"(
    a-rail- b 100 km
    b-road- c  50 km
    c-rail- d 100 km
  )"};
  const Evaluation found = lab.solve(lab.world(), trip("a", "d"));
  EXPECT_EQ(found.transfers, 2);
  // 3 + 3 + 2 + 4 + 2 + 3 + 3 = 20 USD/t.
  EXPECT_NEAR(found.cost_usd_t, 20, near);
}

TEST(Evaluation, SplitsTollsAndWaitingFromTheHaul) {
  const Lab lab{"a-rail- b 100 km"};
  const Scenario priced = scenario(
      {toll(links({"a_b_rail"}), 7), edit(links({"a_b_rail"}), Attribute::wait, EditKind::set, 9)});
  const Evaluation found = lab.solve(lab.world(&priced), trip("a", "b"));
  EXPECT_NEAR(found.cost_usd_t, 16, near);  // 9 + 7
  EXPECT_NEAR(found.time_h, 35.5, near);    // 26.5 + 9
  EXPECT_NEAR(part(found.cost_by_component, Component::toll), 7, near);
  EXPECT_NEAR(part(found.cost_by_component, Component::haul), 3, near);
  EXPECT_NEAR(part(found.time_by_component, Component::waiting), 9, near);
  EXPECT_NEAR(part(found.time_by_component, Component::haul), 2.5, near);
  EXPECT_EQ(part(found.time_by_component, Component::toll), 0);
}

TEST(Evaluation, NamesAllLinksOfTheSmallestCapacityAndWhetherItIsAssumed) {
  const Lab lab{R"(
    a-rail- b 100 km cap=4
    b-rail- c 100 km
    c-rail- d 100 km cap=4
  )"};
  const Evaluation found = lab.solve(lab.world(), trip("a", "d"));
  EXPECT_DOUBLE_EQ(found.throughput_t_yr, 4e6);
  EXPECT_FALSE(found.throughput_assumed);
  EXPECT_THAT(arcs_in_words(lab.network(), lab.compiled().topology, found.bottleneck),
              ElementsAre("a - b, rail", "c - d, rail"));
  const Evaluation middle = lab.solve(lab.world(), trip("b", "c"));
  EXPECT_DOUBLE_EQ(middle.throughput_t_yr, 10e6);
  EXPECT_TRUE(middle.throughput_assumed);
}

TEST(Evaluation, ArcByArcAddsUpToTheWhole) {
  const Lab lab{over_sea};
  const World world = lab.world();
  const Evaluation whole = lab.solve(world, trip("a", "c"));
  Evaluation total;
  for (const Evaluation& one : evaluate_arcs(lab.compiled(), world.metric, whole.arcs, 0.2)) {
    total.distance_km += one.distance_km;
    total.cost_usd_t += one.cost_usd_t;
    total.time_h += one.time_h;
    total.borders += one.borders;
    total.transfers += one.transfers;
  }
  EXPECT_NEAR(total.distance_km, whole.distance_km, near);
  EXPECT_NEAR(total.cost_usd_t, whole.cost_usd_t, near);
  EXPECT_NEAR(total.time_h, whole.time_h, near);
  EXPECT_EQ(total.borders, whole.borders);
  EXPECT_EQ(total.transfers, whole.transfers);
}

TEST(Evaluation, MeasuresCostByUnitOfCargoAndNothingWithoutARoute) {
  Evaluation found;
  found.reachable = true;
  found.cost_usd_t = 10;
  found.time_h = 7;
  EXPECT_DOUBLE_EQ(measure_of(found, Measure::cost, 14), 140);
  EXPECT_DOUBLE_EQ(measure_of(found, Measure::time, 14), 7);
  EXPECT_TRUE(std::isnan(measure_of(Evaluation{}, Measure::cost, 14)));
}

TEST(Legs, JoinHaulsOfAModeAndWhatIsDoneAtAStop) {
  const Lab lab{R"(
    a:AA-rail- b:AA 100 km
    b-rail- p:AA/seaport 100 km
    p-sea- q:BB/seaport 600 km
    q-road- c:CC 100 km
  )"};
  const World world = lab.world();
  const Evaluation found = lab.solve(world, trip("a", "c"));
  const std::vector<Leg> told =
      legs(lab.network(), lab.compiled().topology, world.metric, found.arcs);
  std::vector<std::string> words;
  double cost_usd_t = 0;
  double time_h = 0;
  for (const Leg& leg : told) {
    const auto mode = [&](ModeId id) { return id.valid() ? lab.network().modes[id].id : "-"; };
    words.push_back(std::to_string(static_cast<int>(leg.kind)) + " " +
                    lab.network().nodes[leg.from].id + lab.network().nodes[leg.to].id + " " +
                    mode(leg.mode) + " " + mode(leg.to_mode));
    cost_usd_t += leg.cost_usd_t;
    time_h += leg.time_h;
  }
  // Kinds: 0 haul, 1 border, 3 transfer, 5 load, 6 unload.
  EXPECT_THAT(words,
              ElementsAre("5 aa - rail", "0 ap rail rail", "3 pp rail sea", "0 pq sea sea",
                          "3 qq sea road", "0 qc road road", "1 cc road road", "6 cc road -"));
  EXPECT_EQ(told[1].ways.size(), 2U);
  EXPECT_NEAR(told[2].cost_usd_t, 11, near);  // transfer 1 and handling 10
  EXPECT_THAT(cost_usd_t, DoubleNear(found.cost_usd_t, near));
  EXPECT_THAT(time_h, DoubleNear(found.time_h, near));
}

TEST(Words, NameThePlacesWhereModeCountryOrGaugeChanges) {
  Network network = sketch(R"(
    a:AA-rail- b:AA 100 km
    b-rail- c:AA 100 km
    c-rail- d:BB 100 km
    d-rail- e:BB 100 km
    e-rail- f:BB 100 km gauge=1520
    f-road- g:BB 100 km
  )");
  network.nodes[NodeId{0}].name = "Alpha (the port of A, and more)";
  const Lab lab{network};
  const Evaluation found = lab.solve(lab.world(), trip("a", "g"));
  EXPECT_EQ(lab.words(found), "Alpha -> (rail) d -> (rail) e -> (rail) f -> (road) g");
}

}  // namespace
}  // namespace corridor::test
