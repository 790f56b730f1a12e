#include "corridor/study/compare.hpp"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

using ::testing::ElementsAre;

constexpr double near = 1e-9;

/// By rail through BB, or by road round it.
constexpr const char* round_about = R"(
  a:AA-rail- b:BB 200 km
  b-rail- c:CC 200 km
  a-road- c 900 km
)";

struct Runs {
  Lab lab{round_about};
  Scenario free = named("free", {});
  Scenario cut = named("cut", {close({"a_b_rail"})});
  Scenario dead = named("dead", {close({"a_b_rail", "a_c_road"})});

  static Scenario named(const std::string& id, std::vector<Change> changes) {
    Scenario result = scenario(std::move(changes), {trip("a", "c"), trip("b", "c")});
    result.id = id;
    return result;
  }
  std::vector<RunResult> of(const std::vector<const Scenario*>& scenarios) const {
    std::vector<RunResult> results;
    for (const Scenario* one : scenarios) results.push_back(run(lab.compiled(), *one, {}));
    return results;
  }
};

TEST(Compare, PutsScenariosBesideEachOtherAndMarksBestAndWorst) {
  const Runs runs;
  const std::vector<RunResult> results = runs.of({&runs.free, &runs.cut, &runs.dead});
  const ComparisonTable table =
      compare(runs.lab.compiled(), results, Measure::distance, CompareBy::trip);
  EXPECT_THAT(table.columns, ElementsAre("free", "cut", "dead"));
  EXPECT_THAT(table.rows, ElementsAre("a -> c", "b -> c"));
  EXPECT_THAT(table.row_units, ElementsAre("km", "km"));
  EXPECT_NEAR(table.values[0][0], 400, near);
  EXPECT_NEAR(table.values[0][1], 900, near);
  EXPECT_TRUE(std::isnan(table.values[0][2]));
  EXPECT_THAT(table.best, ElementsAre(0, -1));  // the second row is 200 km everywhere
  EXPECT_THAT(table.worst, ElementsAre(1, -1));
}

TEST(Compare, LikesMoreThroughputBetter) {
  const Runs runs;
  const ComparisonTable table = compare(runs.lab.compiled(), runs.of({&runs.free, &runs.cut}),
                                        Measure::throughput, CompareBy::trip);
  EXPECT_THAT(table.best, ElementsAre(0, -1));  // rail 10 Mt/yr against road 5 Mt/yr
}

TEST(Compare, ByCountrySharesOutTheStretchesAndAddsUpToTheTrips) {
  const Runs runs;
  const std::vector<RunResult> results = runs.of({&runs.free, &runs.cut});
  const ComparisonTable table =
      compare(runs.lab.compiled(), results, Measure::distance, CompareBy::country);
  EXPECT_THAT(table.rows, ElementsAre("AA", "BB", "CC"));
  // Free: a -> c and b -> c: AA 100, BB 100 + 100 + 100, CC 100 + 100.
  EXPECT_NEAR(table.values[0][0], 100, near);
  EXPECT_NEAR(table.values[1][0], 300, near);
  EXPECT_NEAR(table.values[2][0], 200, near);
  for (const Measure measure :
       {Measure::cost, Measure::time, Measure::emissions, Measure::borders, Measure::transfers}) {
    for (const CompareBy by : {CompareBy::country, CompareBy::mode}) {
      const ComparisonTable shared = compare(runs.lab.compiled(), results, measure, by);
      const ComparisonTable trips = compare(runs.lab.compiled(), results, measure, CompareBy::trip);
      for (std::size_t column = 0; column < 2; ++column) {
        double places = 0;
        double whole = 0;
        for (const auto& row : shared.values) places += row[column];
        for (const auto& row : trips.values) whole += row[column];
        EXPECT_NEAR(places, whole, 1e-6);
      }
    }
  }
}

TEST(Compare, ByModeGivesWhatIsDoneAtStopsARowOfItsOwn) {
  const Runs runs;
  const ComparisonTable table = compare(runs.lab.compiled(), runs.of({&runs.free, &runs.cut}),
                                        Measure::cost, CompareBy::mode);
  EXPECT_THAT(table.rows, ElementsAre("rail", "road", "stops"));
  EXPECT_THAT(table.row_units, ElementsAre("USD/TEU", "USD/TEU", "USD/TEU"));
  // Free: rail hauls 600 km * 0.03 = 18 USD/t and three borders 18 USD/t, by 14 t/TEU.
  EXPECT_NEAR(table.values[0][0], 36 * 14, near);
  EXPECT_NEAR(table.values[1][0], 0, near);
  EXPECT_NEAR(table.values[2][0], 12 * 14, near);
}

TEST(Compare, LeavesTripsOutOfSumsThatSomeScenarioCuts) {
  const Runs runs;
  const ComparisonTable table = compare(runs.lab.compiled(), runs.of({&runs.free, &runs.dead}),
                                        Measure::distance, CompareBy::mode);
  EXPECT_THAT(table.left_out, ElementsAre("a -> c"));
  EXPECT_NEAR(table.values[0][0], 200, near);
}

}  // namespace
}  // namespace corridor::test
