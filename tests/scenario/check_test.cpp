#include "corridor/scenario/check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/changes.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::edit;
using test::links;
using test::names;
using test::sketch;
using test::told;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Network network() {
  Network result = sketch(R"(
    a:AA-rail- b:BB           100 km id=one
    b-road- c:CC              100 km id=two
    c-sea- strait:XZ/chokepoint 100 km id=water
  )");
  Corridor corridor;
  corridor.id = "north";
  corridor.ways = {way(LinkId{0}, true)};
  result.corridors.add(corridor);
  result.index();
  return result;
}

Trip trip(const char* from, const char* to, const char* cargo = "container") {
  Trip result;
  result.id = std::string{from} + " -> " + to;
  result.from = {from, {}};
  result.to = {to, {}};
  result.cargo = {cargo, {}};
  return result;
}

Scenario asking(std::vector<Trip> trips, std::vector<Change> changes = {}) {
  Scenario scenario;
  scenario.id = "question";
  scenario.trips = std::move(trips);
  scenario.changes = std::move(changes);
  return scenario;
}

std::vector<std::string> findings(const Scenario& scenario) {
  Diagnostics diagnostics;
  check(network(), scenario, diagnostics);
  return told(diagnostics);
}

TEST(CheckScenario, FindsNothingInASoundOne) {
  Trip by_all = trip("a", "c");
  by_all.via = names({"b"});
  by_all.avoid = names({"strait", "water", "CC", "sea"});
  by_all.modes = names({"rail", "road"});
  Scenario scenario = asking({by_all}, {test::close(links({"one"}))});
  scenario.corridors = names({"north"});
  Expectation expectation;
  expectation.claim = "cheaper";
  expectation.trip = {"a -> c", {}};
  expectation.relative = true;
  expectation.bound = -0.3;
  expectation.against = Name{"north", {}};
  scenario.expectations = {expectation};
  EXPECT_THAT(findings(scenario), IsEmpty());
}

TEST(CheckScenario, TripsLeadFromAPlaceToAnother) {
  EXPECT_THAT(findings(asking({trip("a", "a"), trip("aa", "strait", "boxes")})),
              ElementsAre("error: the trip begins and ends at 'a'", "error: unknown node 'aa'",
                          "error: 'strait' is a chokepoint: ships only pass it",
                          "error: unknown cargo 'boxes'"));
}

TEST(CheckScenario, TripsUseModesThatCarryTheirCargo) {
  Trip bulk = trip("a", "b", "grain");
  bulk.modes = names({"rail", "road", "rope"});
  EXPECT_THAT(
      findings(asking({bulk})),
      ElementsAre("error: mode 'road' does not carry cargo 'grain'", "error: unknown mode 'rope'"));
}

TEST(CheckScenario, TripsAvoidWhatThereIsAndWhatTheyDoNotNeed) {
  Trip lost = trip("a", "c");
  lost.via = names({"b"});
  lost.avoid = names({"a", "b", "nirth"});
  EXPECT_THAT(findings(asking({lost})),
              ElementsAre("error: the trip avoids 'a', one of its ends",
                          "error: the trip both passes and avoids 'b'",
                          "error: 'nirth' is nothing that a trip can avoid"));
}

TEST(CheckScenario, TripsAndCorridorsAreGivenOnce) {
  Scenario scenario = asking({trip("a", "b"), trip("a", "b")});
  scenario.corridors = names({"north", "north", "south"});
  EXPECT_THAT(findings(scenario), ElementsAre("error: trip 'a -> b' is given twice",
                                              "error: corridor 'north' is given twice",
                                              "error: unknown corridor 'south'"));
}

TEST(CheckScenario, ACorridorWithoutGatesBindsNoTrip) {
  Trip gated = trip("a", "b");
  gated.by_corridor = Name{"north", {}};
  EXPECT_THAT(findings(asking({gated})),
              ElementsAre("warning: corridor 'north' has no gates, so the trip may go any way"));
}

TEST(CheckScenario, ClaimsAreAboutItsTripsAndCanBe) {
  Scenario scenario = asking({trip("a", "b")});
  Expectation wrong_trip;
  wrong_trip.claim = "one";
  wrong_trip.trip = {"a -> c", {}};
  Expectation too_far;
  too_far.claim = "two";
  too_far.trip = {"a -> b", {}};
  too_far.relative = true;
  too_far.bound = -1.5;
  too_far.text = "<= -150%";
  Expectation negative = too_far;
  negative.relative = false;
  negative.bound = -3;
  negative.text = "<= -3 d";
  negative.measure = Measure::time;
  negative.against = Name{"nort", {}};
  scenario.expectations = {wrong_trip, too_far, negative};
  EXPECT_THAT(findings(scenario),
              ElementsAre("error: the scenario has no trip 'a -> c'",
                          "error: the bound of claim 'two' is <= -150%",
                          "error: claim 'two' is given twice", "error: unknown corridor 'nort'",
                          "error: the bound of claim 'two' is <= -3 d",
                          "error: claim 'two' names a reference, but its bound is a plain value"));
}

TEST(CheckScenario, AsksSomething) {
  EXPECT_THAT(
      findings(asking({})),
      ElementsAre("warning: scenario 'question' asks nothing: it has no trips and no corridors"));
}

TEST(CheckScenario, KeepsTheRightCompany) {
  Scenario scenario = asking({trip("a", "b")});
  scenario.extends = {"first"};
  scenario.requires_ids = names({"first", "second"});
  scenario.conflicts = names({"first", "third"});
  EXPECT_THAT(findings(scenario),
              ElementsAre("error: scenario 'question' requires 'second', which it does not extend",
                          "error: scenario 'question' extends 'first', with which it conflicts"));
}

TEST(CheckScenario, ChangesAreTriedOnceForEachCargo) {
  const std::vector<Change> changes = {test::close(links({"oen"})),
                                       test::set(links({"two"}), edit(Attribute::speed, 999))};
  EXPECT_THAT(findings(asking({trip("a", "b"), trip("a", "b", "grain")}, changes)),
              ElementsAre("error: trip 'a -> b' is given twice", "error: unknown link 'oen'",
                          "error: speed of link 'two' would become 999 km/h"));
}

TEST(CheckScenario, AChangeWithEffectForOneCargoIsNoWarning) {
  // Only containers are counted in TEU, so for grain this changes nothing.
  const std::vector<Change> changes = {
      test::set(links({"one"}), edit(Attribute::capacity, 100e3, EditKind::set, Per::teu))};
  Trip bulk = trip("a", "b", "grain");
  bulk.id = "bulk";
  EXPECT_THAT(findings(asking({trip("a", "b"), bulk}, changes)), IsEmpty());
  EXPECT_THAT(findings(asking({bulk}, changes)), ElementsAre("warning: the change has no effect"));
}

TEST(CheckScenario, AChangeForACargoThatNoTripSendsIsAWarning) {
  EXPECT_THAT(
      findings(asking({trip("a", "b")}, {test::close(test::for_cargo(links({"one"}), "grain"))})),
      ElementsAre("warning: the change holds for cargo 'grain' only, which no trip sends"));
}

TEST(CheckScenario, ChangesOfTheBaselineAreTriedToo) {
  Scenario scenario = asking({trip("a", "b")});
  scenario.baseline = {asking({}, {test::close(links({"oen"}))})};
  EXPECT_THAT(findings(scenario), ElementsAre("error: unknown link 'oen'"));
}

}  // namespace
}  // namespace corridor
