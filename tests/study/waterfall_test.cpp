#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

long long scaled(double value, int decimals) {
  return std::llround(value * std::pow(10.0, decimals));
}

void expect_exact(const Waterfall& fall, double before, double after, int decimals) {
  long long sum = 0;
  for (const double part : fall.change) sum += scaled(part, decimals);
  EXPECT_EQ(sum, scaled(fall.total, decimals));
  EXPECT_EQ(scaled(fall.total, decimals), scaled(after, decimals) - scaled(before, decimals));
}

Subject subject(const Breakdown& before, const Breakdown& after) {
  Subject result;
  for (auto [side, parts] :
       {std::pair{&result.baseline, &before}, std::pair{&result.scenario, &after}}) {
    side->evaluation.reachable = true;
    side->evaluation.cost_by_component = side->evaluation.time_by_component = *parts;
    for (const double part : *parts) side->evaluation.cost_usd_t += part;
    side->evaluation.time_h = side->evaluation.cost_usd_t;
  }
  return result;
}

TEST(Waterfall, GivesWhatRoundingLeavesToTheLargestRemainder) {
  // Changes 1.4, 1.45 and 0.35 add up to 3.2, printed as 3. Rounded alone they make 1 + 1 + 0; the
  // one that is missing goes to the one whose rounding took most.
  const Waterfall fall = cost_waterfall(subject({}, {1.4, 1.45, 0.35}), 1, 0);
  EXPECT_THAT(fall.change, ::testing::ElementsAre(1, 2, 0, 0, 0, 0));
  EXPECT_EQ(fall.total, 3);
}

TEST(Waterfall, LeavesPartsThatDidNotChangeAlone) {
  // 0.5 -> 1 and 10.4 -> 10 round to 11 -> 11: nothing changed in print, though parts did by 0.5
  // and -0.4; what did not change stays 0.
  const Waterfall fall = cost_waterfall(subject({0.5, 10.4, 3}, {1.0, 10.0, 3}), 1, 0);
  EXPECT_EQ(fall.change[2], 0);
  expect_exact(fall, 13.9, 14, 0);
}

TEST(Waterfall, IsNothingWithoutARouteOnOneSide) {
  Subject cut = subject({1}, {2});
  cut.scenario.evaluation.reachable = false;
  EXPECT_EQ(cost_waterfall(cut, 14, 2).total, 0);
  EXPECT_EQ(time_waterfall(cut, 2).total, 0);
}

TEST(Waterfall, AddsUpToThePrintedChangeInAnyRounding) {
  Dice dice{7};
  for (int round = 0; round < 500; ++round) {
    Breakdown before{};
    Breakdown after{};
    for (std::size_t i = 0; i < component_count; ++i) {
      if (dice.roll(3) > 0) before[i] = static_cast<double>(dice.roll(1'000'000)) / 997;
      after[i] = dice.roll(2) == 0 ? before[i] : static_cast<double>(dice.roll(1'000'000)) / 991;
    }
    const Subject made = subject(before, after);
    for (const int decimals : {0, 1, 2}) {
      const double factor = 14;
      expect_exact(cost_waterfall(made, factor, decimals),
                   factor * made.baseline.evaluation.cost_usd_t,
                   factor * made.scenario.evaluation.cost_usd_t, decimals);
      expect_exact(time_waterfall(made, decimals), made.baseline.evaluation.time_h,
                   made.scenario.evaluation.time_h, decimals);
      const Waterfall fall = time_waterfall(made, decimals);
      for (std::size_t i = 0; i < component_count; ++i) {
        EXPECT_LT(std::abs(fall.change[i] - (after[i] - before[i])), 2 * std::pow(10.0, -decimals));
      }
    }
  }
}

TEST(Waterfall, OfATripTellsTollFromHaul) {
  const Lab lab{"a-rail- b 100 km"};
  const Scenario priced = scenario({toll(links({"a_b_rail"}), 7)}, {trip("a", "b")});
  const RunResult result = run(lab.compiled(), priced, {});
  const Waterfall fall = cost_waterfall(result.subjects.at(0), 14, 0);
  EXPECT_EQ(fall.change[static_cast<std::size_t>(Component::toll)], 98);  // 7 USD/t * 14 t/TEU
  EXPECT_EQ(fall.change[static_cast<std::size_t>(Component::haul)], 0);
  EXPECT_EQ(fall.total, 98);
}

}  // namespace
}  // namespace corridor::test
