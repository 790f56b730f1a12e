#include "corridor/study/run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr double near = 1e-9;

/// The direct railway is planned; without it the way goes round by b.
Network planned_line() {
  Network network = sketch(R"(
    a-rail- b 300 km
    b-rail- c 300 km
    a-rail- c 400 km status=planned id=direct
  )");
  add_corridor(network, "line", "a", {"direct"}, {});
  return network;
}

TEST(Run, ComparesTripsAndCorridorsWithTheBaseline) {
  const Lab lab{planned_line()};
  Scenario opens = scenario({open({"direct"})}, {trip("a", "c")});
  opens.corridors = name_list({"line"});
  const RunResult result = run(lab.compiled(), opens, {});
  ASSERT_THAT(result.subjects, SizeIs(2));
  const Subject& sent = result.subjects[0];
  EXPECT_EQ(sent.id, "a -> c");
  EXPECT_NEAR(sent.baseline.evaluation.distance_km, 600, near);
  EXPECT_NEAR(sent.scenario.evaluation.distance_km, 400, near);
  EXPECT_EQ(sent.baseline.route, "a -> (rail) c");
  ASSERT_TRUE(sent.scenario.runner_up->found);
  EXPECT_NEAR(sent.scenario.runner_up->evaluation.distance_km, 600, near);
  EXPECT_DOUBLE_EQ(sent.scenario.most_throughput->value_t_yr, 20e6);
  EXPECT_DOUBLE_EQ(sent.baseline.most_throughput->value_t_yr, 10e6);
  const Subject& line = result.subjects[1];
  EXPECT_TRUE(line.is_corridor);
  EXPECT_FALSE(line.baseline.evaluation.reachable);
  EXPECT_THAT(lab.ids(line.baseline.disconnection->restoring), ElementsAre("direct"));
  EXPECT_NEAR(line.scenario.evaluation.distance_km, 400, near);
  EXPECT_FALSE(line.scenario.disconnection.has_value());
  ASSERT_THAT(result.effects, SizeIs(1));
  EXPECT_THAT(lab.ids(result.effects[0].links), ElementsAre("direct"));
  EXPECT_TRUE(result.effects[0].changed_anything);
}

TEST(Run, TellsWhyATripHasNoRoute) {
  const Lab lab{planned_line()};
  const Scenario cut = scenario({close({"a_b_rail"})}, {trip("a", "c")});
  const RunResult result = run(lab.compiled(), cut, {});
  const Side& after = result.subjects.at(0).scenario;
  EXPECT_FALSE(after.evaluation.reachable);
  ASSERT_TRUE(after.disconnection.has_value());
  EXPECT_THAT(after.disconnection->restoring, SizeIs(1));
  EXPECT_THAT(lab.ids(after.disconnection->cut), ElementsAre("a_b_rail", "direct"));
}

TEST(Run, ComparesWithItsOwnBaselineScenario) {
  const Lab lab{planned_line()};
  Scenario both = scenario({open({"direct"}), close({"b_c_rail"})}, {trip("a", "c")});
  both.baseline = {scenario({open({"direct"})})};
  const RunResult result = run(lab.compiled(), both, {});
  EXPECT_NEAR(result.subjects.at(0).baseline.evaluation.distance_km, 400, near);
}

TEST(Run, TakesTheObjectiveFromTheRunTheTripOrTheScenario) {
  const Lab lab{R"(
    a-rail- b 400 km
    a-road- b 300 km
  )"};
  Scenario asked = scenario({}, {trip("a", "b"), trip("a", "b")});
  asked.objective = Objective::distance;
  asked.trips[1].objective = Objective::cost;
  const RunResult result = run(lab.compiled(), asked, {});
  EXPECT_NEAR(result.subjects[0].scenario.evaluation.distance_km, 300, near);
  EXPECT_NEAR(result.subjects[1].scenario.evaluation.distance_km, 400, near);
  RunOptions by_time;
  by_time.objective = Objective::time;
  const RunResult again = run(lab.compiled(), asked, by_time);
  EXPECT_NEAR(again.subjects[1].scenario.evaluation.distance_km, 300, near);
  EXPECT_EQ(again.subjects[1].objective, Objective::time);
}

TEST(Run, CertifiesWhatItAnswersWhenAsked) {
  const Lab lab{planned_line()};
  RunOptions options;
  options.certify = true;
  const RunResult result =
      run(lab.compiled(), scenario({open({"direct"})}, {trip("a", "c")}), options);
  for (const Side* side : {&result.subjects[0].baseline, &result.subjects[0].scenario}) {
    EXPECT_TRUE(side->certificate->holds());
    EXPECT_TRUE(side->most_throughput->certified.value());
  }
}

Event closure(const Lab&, LinkId link, Date date, const std::string& what) {
  Event event;
  event.date = date;
  event.kind = "closed";
  event.what = what;
  event.links = {link};
  Edit effect;
  effect.attribute = Attribute::status;
  effect.status = Status::closed;
  event.effect = effect;
  return event;
}

TEST(Run, StandsOnADateAndTellsTheNewsUpToIt) {
  const Lab plain{planned_line()};
  Network network = planned_line();
  network.links[network.find_link("direct").value()].status = Status::operational;
  network.events = {closure(plain, plain.link("direct"), {2026, 3, 1}, "the bridge fell"),
                    closure(plain, plain.link("a_b_rail"), {2026, 5, 1}, "a flood")};
  network.events[1].effect.reset();  // news only
  const Lab lab{network};
  Scenario asked = scenario({}, {trip("a", "c")});
  const RunResult latest = run(lab.compiled(), asked, {});
  EXPECT_EQ(latest.scenario_date, (Date{2026, 5, 1}));
  EXPECT_NEAR(latest.subjects[0].scenario.evaluation.distance_km, 600, near);
  EXPECT_THAT(latest.news, ElementsAre("a - b, rail: last news 2026-05-01 (closed), 'a flood'"));
  asked.as_of = Date{2026, 2, 1};
  const RunResult early = run(lab.compiled(), asked, {});
  EXPECT_EQ(early.baseline_date, (Date{2026, 2, 1}));
  EXPECT_NEAR(early.subjects[0].scenario.evaluation.distance_km, 400, near);
  EXPECT_THAT(early.news, IsEmpty());
  RunOptions options;
  options.as_of = Date{2026, 4, 1};
  EXPECT_NEAR(run(lab.compiled(), asked, options).subjects[0].scenario.evaluation.distance_km, 600,
              near);
}

TEST(Run, ComparesADateWithAnotherByABaselineThatHasIts) {
  const Lab plain{planned_line()};
  Network network = planned_line();
  network.links[network.find_link("direct").value()].status = Status::operational;
  network.events = {closure(plain, plain.link("direct"), {2026, 3, 1}, "the bridge fell")};
  const Lab lab{network};
  Scenario today = scenario({}, {trip("a", "c")});
  Scenario before = scenario({});
  before.as_of = Date{2026, 1, 15};
  today.baseline = {before};
  const RunResult result = run(lab.compiled(), today, {});
  EXPECT_NEAR(result.subjects[0].baseline.evaluation.distance_km, 400, near);
  EXPECT_NEAR(result.subjects[0].scenario.evaluation.distance_km, 600, near);
  EXPECT_THAT(
      result.news,
      ElementsAre(HasSubstr("a - c, rail: last news 2026-03-01 (closed), 'the bridge fell'")));
}

}  // namespace
}  // namespace corridor::test
