#include "corridor/scenario/names.hpp"

#include <gtest/gtest.h>

namespace corridor {
namespace {

TEST(ScenarioNames, EveryEnumeratorIsReadAsItIsWritten) {
  for (std::size_t i = 0; i < objective_names().size(); ++i) {
    EXPECT_EQ(parse_objective(objective_names()[i]), static_cast<Objective>(i));
    EXPECT_EQ(to_string(static_cast<Objective>(i)), objective_names()[i]);
  }
  for (std::size_t i = 0; i < measure_names().size(); ++i) {
    EXPECT_EQ(parse_measure(measure_names()[i]), static_cast<Measure>(i));
    EXPECT_EQ(to_string(static_cast<Measure>(i)), measure_names()[i]);
  }
  EXPECT_EQ(to_string(Objective::generalised), "generalised");
  EXPECT_EQ(to_string(Measure::gauge_breaks), "gauge_breaks");
  EXPECT_FALSE(parse_objective("money").has_value());
  EXPECT_FALSE(parse_measure("price").has_value());
}

TEST(ScenarioNames, ComparisonsAreSigns) {
  EXPECT_EQ(to_string(Comparison::less), "<");
  EXPECT_EQ(to_string(Comparison::less_equal), "<=");
  EXPECT_EQ(to_string(Comparison::greater), ">");
  EXPECT_EQ(to_string(Comparison::greater_equal), ">=");
  EXPECT_EQ(to_string(Comparison::equal), "=");
}

TEST(ScenarioNames, MeasuresAreCountedByTheUnitOfTheCargo) {
  EXPECT_EQ(unit_of(Measure::distance, Per::teu), "km");
  EXPECT_EQ(unit_of(Measure::time, Per::tonne), "h");
  EXPECT_EQ(unit_of(Measure::cost, Per::teu), "USD/TEU");
  EXPECT_EQ(unit_of(Measure::cost, Per::tonne), "USD/t");
  EXPECT_EQ(unit_of(Measure::throughput, Per::teu), "t/yr");
  EXPECT_EQ(unit_of(Measure::borders, Per::teu), "");
}

}  // namespace
}  // namespace corridor
