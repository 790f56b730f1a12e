#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corridor/scenario/state.hpp"

#include "scenario/changes.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::after;
using test::corridor_named;
using test::links;
using test::sketch;
using test::there;
using test::told;
using test::toll;
using ::testing::ElementsAre;

Network corridor() {
  Network network = sketch(R"(
    a-rail- b 100 km id=one
    b-rail- c 300 km id=two
    c-rail- d  77 km id=three
    b-road- d 500 km id=aside tags=north
  )");
  Corridor north;
  north.id = "north";
  north.ways = {way(LinkId{0}, true), way(LinkId{1}, true), way(LinkId{2}, true)};
  north.tags = {"north"};
  network.corridors.add(north);
  network.index();
  return network;
}

double paid(const State& state, const Network& network, const char* link) {
  return state.ways[there(network, link)].toll_usd_t.value;
}

TEST(Toll, FallsOnEachLinkWhereNoCorridorIsNamed) {
  const Network network = corridor();
  const State state = after(network, {toll(links({"one", "two"}), 42, Per::teu)});
  EXPECT_EQ(paid(state, network, "one"), 3);  // 42 / 14
  EXPECT_EQ(paid(state, network, "two"), 3);
  EXPECT_EQ(paid(state, network, "three"), 0);
}

TEST(Toll, OnACorridorIsSharedOutByLengthOverItsOwnLinks) {
  const Network network = corridor();
  const State state = after(network, {toll(corridor_named("north"), 47.7)});
  // 47.7 USD/t over 477 km: 0.1 USD/t a kilometre, nothing on the road that only carries the tag.
  EXPECT_NEAR(paid(state, network, "one"), 10, 1e-9);
  EXPECT_NEAR(paid(state, network, "two"), 30, 1e-9);
  EXPECT_NEAR(paid(state, network, "three"), 7.7, 1e-9);
  EXPECT_EQ(paid(state, network, "aside"), 0);
  EXPECT_EQ(state.ways[test::back(network, "two")].toll_usd_t,
            state.ways[there(network, "two")].toll_usd_t);
}

TEST(Toll, SharesAddUpToTheTollToTheLastBit) {
  const Network network = corridor();
  for (const double add : {1.0, 0.1, 120 / 14.0, 1e-7, 333.333333333, 99999.9}) {
    const State state = after(network, {toll(corridor_named("north"), add)});
    const double sum =
        paid(state, network, "one") + paid(state, network, "two") + paid(state, network, "three");
    EXPECT_EQ(sum, std::nearbyint(add / toll_quantum_usd_t) * toll_quantum_usd_t) << add;
  }
}

TEST(Toll, CanFallOnEachLinkOfACorridor) {
  const Network network = corridor();
  const State state =
      after(network, {toll(corridor_named("north"), 5, Per::tonne, TollSpread::each_link)});
  for (const char* link : {"one", "two", "three", "aside"}) {
    EXPECT_EQ(paid(state, network, link), 5) << link;
  }
}

TEST(Toll, CanBeSharedByLengthOverAnyLinks) {
  const Network network = corridor();
  const State state =
      after(network, {toll(links({"one", "two"}), 8, Per::tonne, TollSpread::by_length)});
  EXPECT_EQ(paid(state, network, "one"), 2);  // 8 x 100 / 400
  EXPECT_EQ(paid(state, network, "two"), 6);
}

TEST(Toll, ByTheKilometreGrowsWithTheLength) {
  const Network network = corridor();
  TollChange what;
  what.where = links({"one", "two"});
  what.add_per_km = test::edit(Attribute::cost, 0.25);
  const State state = after(network, {test::change(what)});
  EXPECT_EQ(paid(state, network, "one"), 25);
  EXPECT_EQ(paid(state, network, "two"), 75);
}

TEST(Toll, OfOneDirectionLeavesTheOther) {
  const Network network = corridor();
  Selector where = links({"one"});
  where.towards = Name{"b", {}};
  const State state = after(network, {toll(where, 4)});
  EXPECT_EQ(paid(state, network, "one"), 4);
  EXPECT_EQ(state.ways[test::back(network, "one")].toll_usd_t.value, 0);
}

TEST(Toll, AddedAndTakenOffLeavesNothingBehind) {
  Network network = corridor();
  network.links[LinkId{0}].figures.toll = Figure<UsdPerTonne>{UsdPerTonne{0.1}};
  const State base = after(network, {});
  EXPECT_EQ(after(network, {toll(corridor_named("north"), 0.2), toll(links({"one"}), 0.7),
                            toll(corridor_named("north"), -0.2), toll(links({"one"}), -0.7)}),
            base);
}

TEST(Toll, OverSeveralCorridorsIsAmbiguous) {
  Network network = corridor();
  Corridor south = network.corridors[CorridorId{0}];
  south.id = "south";
  network.corridors.add(south);
  network.index();
  Selector both;
  both.corridors = test::names({"north", "south"});
  Diagnostics diagnostics;
  after(network, {toll(both, 1)}, &diagnostics);
  EXPECT_THAT(told(diagnostics),
              ElementsAre("error: a toll is shared out by length over several corridors"));
}

}  // namespace
}  // namespace corridor
