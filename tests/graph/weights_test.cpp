#include <limits>
#include <stdexcept>

#include <gtest/gtest.h>

#include "corridor/graph/metric.hpp"

namespace corridor {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// Three arcs that differ in every column.
Metric three_arcs() {
  Metric metric;
  for (const double factor : {1.0, 2.0, 3.0}) {
    metric.length_km.add(100 * factor);
    metric.time_h.add(10 * factor);
    metric.cost_usd_t.add(1.5 * factor);
    metric.emissions_kg_t.add(0.25 * factor);
    metric.open.add(1);
  }
  return metric;
}

TEST(Weights, CountMillionthsOfTheObjective) {
  const Metric metric = three_arcs();
  const ArcId arc{1};
  EXPECT_EQ(weights(metric, Objective::distance, 0)[arc], 200'000'000);
  EXPECT_EQ(weights(metric, Objective::time, 0)[arc], 20'000'000);
  EXPECT_EQ(weights(metric, Objective::cost, 0)[arc], 3'000'000);
  EXPECT_EQ(weights(metric, Objective::emissions, 0)[arc], 500'000);
  // 3 USD/t + 0.2 USD/t/h x 20 h = 7 USD/t.
  EXPECT_EQ(weights(metric, Objective::generalised, 0.2)[arc], 7'000'000);
}

TEST(Weights, RoundToTheNearest) {
  Metric metric = three_arcs();
  metric.cost_usd_t[ArcId{0}] = 1.4e-6;
  metric.cost_usd_t[ArcId{1}] = 1.6e-6;
  metric.cost_usd_t[ArcId{2}] = 0;
  const auto result = weights(metric, Objective::cost, 0);
  EXPECT_EQ(result[ArcId{0}], 1);
  EXPECT_EQ(result[ArcId{1}], 2);
  EXPECT_EQ(result[ArcId{2}], 0);
}

TEST(Weights, OfClosedArcsAreInfiniteWhateverTheirValue) {
  for (const double value : {5.0, -5.0, infinity, not_a_number}) {
    Metric metric = three_arcs();
    metric.open[ArcId{1}] = 0;
    metric.cost_usd_t[ArcId{1}] = value;
    EXPECT_EQ(weights(metric, Objective::cost, 0)[ArcId{1}], infinite_weight);
    EXPECT_EQ(weights(metric, Objective::cost, 0)[ArcId{0}], 1'500'000);
  }
}

TEST(Weights, RefuseWhatIsNegativeNotFiniteOrTooLarge) {
  for (const double value : {-1.0, infinity, -infinity, not_a_number, 1e15}) {
    SCOPED_TRACE(value);
    Metric metric = three_arcs();
    metric.cost_usd_t[ArcId{1}] = value;
    EXPECT_THROW(weights(metric, Objective::cost, 0), std::invalid_argument);
    EXPECT_NO_THROW(weights(metric, Objective::time, 0));
  }
}

// Each of three arcs weighs 8e16, and 2.4e17 is more than a sixteenth of infinity, 1.44e17.
TEST(Weights, RefuseToAddUpToMoreThanAPathMayWeigh) {
  Metric metric = three_arcs();
  for (const ArcId arc : metric.cost_usd_t.keys()) metric.cost_usd_t[arc] = 8e10;
  EXPECT_THROW(weights(metric, Objective::cost, 0), std::invalid_argument);
  metric.open[ArcId{0}] = metric.open[ArcId{1}] = 0;
  EXPECT_NO_THROW(weights(metric, Objective::cost, 0));
}

TEST(Weights, OfNoArcsAreNone) { EXPECT_TRUE(weights({}, Objective::generalised, 1).empty()); }

}  // namespace
}  // namespace corridor
