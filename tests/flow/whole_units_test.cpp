#include "corridor/flow/whole_units.hpp"

#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "support/random_graph.hpp"

namespace corridor {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(WholeUnits, RoundCapacitiesDown) {
  const std::vector<double> values{2.9, 0.3, infinity, 0};
  EXPECT_EQ(whole_capacities(values, 1), (std::vector<Tonnage>{2, 0, unlimited_tonnage, 0}));
  // In doubles, 0.3 / 0.1 is a little less than 3.
  EXPECT_EQ(whole_capacities(values, 0.1), (std::vector<Tonnage>{29, 3, unlimited_tonnage, 0}));
}

TEST(WholeUnits, RoundCostsToTheNearest) {
  const std::vector<double> values{2.4, -2.6, 0.5};
  EXPECT_EQ(whole_costs(values, 1), (std::vector<std::int64_t>{2, -3, 1}));
  EXPECT_EQ(whole_costs(values, 0.01), (std::vector<std::int64_t>{240, -260, 50}));
}

// 1.5 + 1.7 - 3.2: rounded towards zero 1 + 1 - 3, which lacks 1, and 1.7 has lost most.
TEST(WholeUnits, KeepSuppliesInBalance) {
  const std::vector<double> values{1.5, 1.7, -3.2};
  EXPECT_EQ(whole_supplies(values, 1), (std::vector<Tonnage>{1, 2, -3}));
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    std::vector<double> random;
    double sum = 0;
    for (int i = 0; i < 20; ++i) {
      random.push_back((static_cast<double>(dice.roll(2000)) - 1000) / 7);
      sum += random.back();
    }
    random.push_back(-sum);
    const std::vector<Tonnage> whole = whole_supplies(random, 0.5);
    EXPECT_EQ(std::accumulate(whole.begin(), whole.end(), Tonnage{0}), 0);
    for (std::size_t i = 0; i < random.size(); ++i) {
      EXPECT_LT(std::abs(static_cast<double>(whole[i]) - random[i] / 0.5), 1 + 1e-9);
    }
  }
}

TEST(WholeUnits, RefuseWhatIsNoNumberOrTooLarge) {
  const std::vector<double> none{std::nan("")};
  const std::vector<double> large{1e19};
  const std::vector<double> endless{-infinity};
  EXPECT_THROW(whole_capacities(none, 1), std::invalid_argument);
  EXPECT_THROW(whole_costs(large, 1), std::invalid_argument);
  EXPECT_THROW(whole_supplies(endless, 1), std::invalid_argument);
  EXPECT_THROW(whole_supplies(std::vector<double>(9, 1e18), 1), std::invalid_argument);
  EXPECT_THROW(whole_costs(std::vector<double>{1}, 0), std::invalid_argument);
  EXPECT_THROW(whole_capacities(std::vector<double>{infinity}, std::nan("")),
               std::invalid_argument);
}

}  // namespace
}  // namespace corridor
