#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

using ::testing::HasSubstr;

/// By the short line 400 km, by the long one 800 km, all of it rail; cost 18 and 30 USD/t.
Network two_lines() {
  Network network = sketch(R"(
    a-rail- s 200 km
    s-rail- d 200 km
    a-rail- l 400 km
    l-rail- d 400 km
  )");
  add_corridor(network, "short", "a", {"a_s_rail", "s_d_rail"}, {"s"});
  add_corridor(network, "long", "a", {"a_l_rail", "l_d_rail"}, {"l"});
  add_corridor(network, "open_ended", "a", {"a_l_rail"});
  return network;
}

Expectation claim(Measure measure, Comparison comparison, double bound) {
  Expectation result;
  result.claim = "claim";
  result.trip = name("a -> d");
  result.measure = measure;
  result.comparison = comparison;
  result.bound = bound;
  return result;
}

Expectation change_claim(Measure measure, Comparison comparison, double bound) {
  Expectation result = claim(measure, comparison, bound);
  result.relative = true;
  return result;
}

ClaimResult judged(const Lab& lab, const Expectation& expectation,
                   const std::vector<Change>& changes = {}) {
  Scenario asked = scenario(changes, {trip("a", "d")});
  asked.expectations = {expectation};
  ClaimResult result = run(lab.compiled(), asked, {}).claims.at(0);
  result.expectation = nullptr;  // it points into a scenario that is gone
  return result;
}

TEST(Claim, OnAValueHoldsOrFailsByHowMuch) {
  const Lab lab{two_lines()};
  // 18 USD/t * 14 t/TEU = 252 USD/TEU.
  const ClaimResult holds = judged(lab, claim(Measure::cost, Comparison::less_equal, 252));
  EXPECT_EQ(holds.verdict, Verdict::holds);
  EXPECT_NEAR(holds.value, 252, 1e-9);
  EXPECT_EQ(holds.miss, 0);
  const ClaimResult fails = judged(lab, claim(Measure::cost, Comparison::less_equal, 200));
  EXPECT_EQ(fails.verdict, Verdict::fails);
  EXPECT_NEAR(fails.miss, 52, 1e-9);
  EXPECT_THAT(fails.why, HasSubstr("252"));
}

TEST(Claim, KnowsEachComparison) {
  const Lab lab{two_lines()};
  const auto verdict = [&](Comparison comparison, double bound) {
    return judged(lab, claim(Measure::distance, comparison, bound)).verdict;
  };
  EXPECT_EQ(verdict(Comparison::equal, 400), Verdict::holds);
  EXPECT_EQ(verdict(Comparison::equal, 401), Verdict::fails);
  EXPECT_EQ(verdict(Comparison::less, 400), Verdict::fails);
  EXPECT_EQ(verdict(Comparison::less, 401), Verdict::holds);
  EXPECT_EQ(verdict(Comparison::greater, 400), Verdict::fails);
  EXPECT_EQ(verdict(Comparison::greater, 399), Verdict::holds);
  EXPECT_EQ(verdict(Comparison::greater_equal, 400), Verdict::holds);
}

TEST(Claim, OfOneCorridorAgainstAnotherComparesBothInTheScenario) {
  const Lab lab{two_lines()};
  Expectation saving = change_claim(Measure::cost, Comparison::less_equal, -0.3);
  saving.corridor = name("short");
  saving.against = name("long");
  const ClaimResult result = judged(lab, saving);
  EXPECT_EQ(result.verdict, Verdict::holds);
  EXPECT_NEAR(result.value, 18.0 / 30 - 1, 1e-9);
  EXPECT_NEAR(result.reference, 30 * 14, 1e-9);
  saving.bound = -0.5;
  const ClaimResult fails = judged(lab, saving);
  EXPECT_EQ(fails.verdict, Verdict::fails);
  EXPECT_NEAR(fails.miss, 0.1, 1e-9);
}

TEST(Claim, WithoutAReferenceComparesWithTheBaseline) {
  const Lab lab{two_lines()};
  const ClaimResult result = judged(
      lab, change_claim(Measure::distance, Comparison::greater_equal, 1.0), {close({"a_s_rail"})});
  EXPECT_EQ(result.verdict, Verdict::holds);
  EXPECT_NEAR(result.value, 1.0, 1e-9);  // 400 -> 800 km
}

TEST(Claim, CannotBeToldWithoutARouteOnEitherSide) {
  const Lab lab{two_lines()};
  const std::vector<Change> cut{close({"s_d_rail", "l_d_rail"})};
  EXPECT_EQ(judged(lab, claim(Measure::cost, Comparison::less, 1), cut).verdict,
            Verdict::cannot_tell);
  Expectation saving = change_claim(Measure::cost, Comparison::less_equal, -0.3);
  saving.corridor = name("short");
  saving.against = name("long");
  const ClaimResult result = judged(lab, saving, {close({"l_d_rail", "a_l_rail"})});
  EXPECT_EQ(result.verdict, Verdict::cannot_tell);
  EXPECT_THAT(result.why, HasSubstr("no route by long"));
}

TEST(Claim, CannotBeToldOfAnAssumedCapacityOrAnUngatedCorridor) {
  const Lab lab{two_lines()};
  const ClaimResult capacity =
      judged(lab, claim(Measure::throughput, Comparison::greater_equal, 5e6));
  EXPECT_EQ(capacity.verdict, Verdict::cannot_tell);
  EXPECT_THAT(capacity.why, HasSubstr("assumed"));
  Expectation ungated = claim(Measure::cost, Comparison::less, 1e9);
  ungated.corridor = name("open_ended");
  EXPECT_EQ(judged(lab, ungated).verdict, Verdict::cannot_tell);
}

TEST(Claim, CanBeThatThereIsARouteOrNone) {
  const Lab lab{two_lines()};
  Expectation route = claim(Measure::cost, Comparison::less, 0);
  route.reachable = true;
  EXPECT_EQ(judged(lab, route).verdict, Verdict::holds);
  const std::vector<Change> cut{close({"s_d_rail", "l_d_rail"})};
  EXPECT_EQ(judged(lab, route, cut).verdict, Verdict::fails);
  route.reachable = false;
  EXPECT_EQ(judged(lab, route, cut).verdict, Verdict::holds);
  route.corridor = name("short");
  EXPECT_EQ(judged(lab, route).verdict, Verdict::fails);
}

TEST(Claim, OfCountsFromNothingIsNoShare) {
  const Lab lab{R"(
    a:AA-rail- d:AA 400 km
    a-rail- x:BB 400 km
    x-rail- d 400 km
  )"};
  const Expectation borders = change_claim(Measure::borders, Comparison::less_equal, 0);
  EXPECT_EQ(judged(lab, borders).verdict, Verdict::holds);
  EXPECT_EQ(judged(lab, borders, {close({"a_d_rail"})}).verdict, Verdict::cannot_tell);
}

}  // namespace
}  // namespace corridor::test
