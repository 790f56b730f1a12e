#include "corridor/study/validate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

using ::testing::HasSubstr;

constexpr double near = 1e-9;

Benchmark benchmark(BenchmarkMeasure measure, const std::string& corridor, double value) {
  Benchmark result;
  result.id = "B";
  result.corridor = corridor;
  result.measure = measure;
  result.value = result.low = result.high = value;
  return result;
}

/// A railway of 400 km, a planned one of 500 km and a road of 300 km from a to c,
/// where it takes 8 h to load a lorry.
Network with(std::vector<Benchmark> benchmarks) {
  Network network = sketch(R"(
    a-rail- b 200 km
    b-rail- c 200 km
    a-rail- c 500 km status=planned id=new
    a-road- c 300 km
  )");
  network.modes[network.find_mode("road").value()].load_time.value = Hours{8};
  add_corridor(network, "rail_line", "a", {"a_b_rail", "b_c_rail"});
  add_corridor(network, "new_line", "a", {"new"});
  add_corridor(network, "road_line", "a", {"a_c_road"});
  network.benchmarks = std::move(benchmarks);
  return network;
}

ValidationRow row(const Benchmark& asked) {
  const Lab lab{with({asked})};
  ValidationRow result = validate(lab.compiled(), CargoId{0}).rows.at(0);
  result.benchmark = nullptr;  // it points into a network that is gone
  return result;
}

TEST(Validate, HoldsLengthTimeCostAndCapacityAgainstWhatIsPublished) {
  const ValidationRow length = row(benchmark(BenchmarkMeasure::length_km, "rail_line", 320));
  EXPECT_NEAR(length.model.value(), 400, near);
  EXPECT_NEAR(length.error, 0.25, near);
  EXPECT_FALSE(length.within_range);
  // 12 + 10 + 12 h; 3 + 12 + 3 USD/t at 14 t/TEU; the class capacity.
  EXPECT_NEAR(row(benchmark(BenchmarkMeasure::time_d, "rail_line", 1)).model.value(), 34.0 / 24,
              near);
  EXPECT_NEAR(row(benchmark(BenchmarkMeasure::cost_usd_teu, "rail_line", 1)).model.value(), 252,
              near);
  EXPECT_NEAR(row(benchmark(BenchmarkMeasure::capacity_t_yr, "rail_line", 1)).model.value(), 10e6,
              near);
}

TEST(Validate, TakesAPartOfACorridorAndARange) {
  Benchmark part = benchmark(BenchmarkMeasure::length_km, "rail_line", 210);
  part.from = "a";
  part.to = "b";
  part.low = 190;
  const ValidationRow found = row(part);
  EXPECT_NEAR(found.model.value(), 200, near);
  EXPECT_TRUE(found.within_range);
}

TEST(Validate, ComparesTwoCorridorsByTheUnitsWord) {
  Benchmark ratio = benchmark(BenchmarkMeasure::ratio, "road_line", 0.5);
  ratio.against = "rail_line";
  ratio.unit = "time";
  EXPECT_NEAR(row(ratio).model.value(), 28.0 / 34, near);  // 8 + 12 + 8 h on the road
  ratio.unit = "cost";
  EXPECT_NEAR(row(ratio).model.value(), 26.0 / 18, near);  // 1 + 24 + 1 USD/t
}

TEST(Validate, TakesACorridorOutOfServiceAsIfItWereOpenAndSaysSo) {
  const ValidationRow found = row(benchmark(BenchmarkMeasure::length_km, "new_line", 500));
  EXPECT_NEAR(found.model.value(), 500, near);
  EXPECT_THAT(found.why, HasSubstr("not in service"));
}

TEST(Validate, SaysWhyARowHasNoModelFigure) {
  Benchmark volume = benchmark(BenchmarkMeasure::not_modelled, "", 3);
  volume.why_not = "a volume";
  EXPECT_EQ(row(volume).why, "a volume");
  EXPECT_FALSE(row(volume).model.has_value());
  EXPECT_THAT(row(benchmark(BenchmarkMeasure::length_km, "nowhere", 1)).why,
              HasSubstr("no corridor nowhere"));
}

TEST(Validate, TakesMediansOverRowsThatWereNoInput) {
  std::vector<Benchmark> rows{benchmark(BenchmarkMeasure::length_km, "rail_line", 400),
                              benchmark(BenchmarkMeasure::length_km, "rail_line", 320),
                              benchmark(BenchmarkMeasure::length_km, "rail_line", 500),
                              benchmark(BenchmarkMeasure::length_km, "road_line", 1)};
  rows[3].used_as_input = UsedAsInput::partly;
  const Lab lab{with(rows)};
  const Validation found = validate(lab.compiled(), CargoId{0});
  ASSERT_EQ(found.medians.size(), 1U);
  EXPECT_EQ(found.medians[0].rows, 3);
  EXPECT_NEAR(found.medians[0].median_error, 0.2, near);    // of 0, 0.25 and 0.2
  EXPECT_EQ(found.medians[0].routes, 1);                    // three quotes of 400, 320 and 500 km,
  EXPECT_NEAR(found.medians[0].median_of_routes, 0, near);  // whose median is the model's 400
}

}  // namespace
}  // namespace corridor::test
