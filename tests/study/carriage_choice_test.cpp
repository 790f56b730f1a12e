#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/study/carriage.hpp"

#include "study/demand_of.hpp"
#include "study/lab.hpp"

namespace corridor::test {
namespace {

CarriageOptions by(CarriageMethod method, double theta_t_usd) {
  CarriageOptions options;
  options.method = method;
  options.theta_t_usd = theta_t_usd;
  options.certify = true;
  return options;
}

Carriage carried(const Lab& lab, const std::vector<Sent>& sent, const CarriageOptions& options) {
  const Demand one = demand(lab, sent);
  const Carriage side = carry(lab.compiled(), nullptr, {one, one}, options).changed;
  EXPECT_TRUE(side.converged);
  EXPECT_TRUE(side.certificate->holds);
  return side;
}

double volume(const Lab& lab, const Carriage& side, const char* link) {
  for (const CapacityUse& use : side.uses) {
    if (use.way == way(lab.link(link), true)) return use.volume_t_yr;
  }
  return 0;
}

// Hardly any traffic, so that times are those of empty links. Grain pays 9.53 USD/t by the short
// link and 12.58 by the long one, as the tests of carriage have it: at a theta of ln 3 / 3.05 three
// times as much takes the short one. A container's hour is worth ten times as much: 9 + 0.2 x 26.5
// = 14.3 and 12 + 0.2 x 29 = 17.8, 3.5 apart, and it is the difference in USD that counts.
constexpr const char* two_ways = R"(
  a:AA-rail- b:AA 100 km id=short cap=100
  a-rail- b 200 km id=long cap=100
)";

TEST(CarriageByChoice, SharesAreThoseOfTheDifferenceInMoney) {
  const Lab lab{two_ways};
  const double theta = std::log(3) / 3.05;
  const CarriageOptions options = by(CarriageMethod::logit, theta);
  const Carriage grain = carried(lab, {{"a", "b", "grain", 1e-3}}, options);
  EXPECT_NEAR(volume(lab, grain, "short"), 750, 0.1);
  EXPECT_NEAR(volume(lab, grain, "long"), 250, 0.1);
  EXPECT_NEAR(grain.pairs[0].generalised_usd_t, 0.75 * 9.53 + 0.25 * 12.58, 1e-3);
  const Carriage boxes = carried(lab, {{"a", "b", "container", 1e-3}}, options);
  EXPECT_NEAR(volume(lab, boxes, "short"), 1000 / (1 + std::exp(-theta * 3.5)), 0.1);
}

// Both ways share loading and unloading, 6.48 of 9.53 and of 12.58 USD/t, so that their sizes are
// (3.05 + 3.24) / 9.53 and (6.10 + 3.24) / 12.58.
TEST(CarriageByChoice, WhatRoutesShareCountsForLess) {
  const Lab lab{two_ways};
  const Carriage grain = carried(lab, {{"a", "b", "grain", 1e-3}},
                                 by(CarriageMethod::path_size_logit, std::log(3) / 3.05));
  const double odds = (9.34 / 12.58) / (3 * 6.29 / 9.53);
  EXPECT_NEAR(volume(lab, grain, "short"), 1000 / (1 + odds), 0.1);
}

TEST(CarriageByChoice, GoesToLeastCostAsThetaGrowsAndToEqualSharesAsItFalls) {
  const Lab lab{two_ways};
  double last = 500;
  for (const double theta : {1e-4, 0.1, 0.5, 2.0, 10.0}) {
    const Carriage side =
        carried(lab, {{"a", "b", "grain", 1e-3}}, by(CarriageMethod::logit, theta));
    EXPECT_GT(volume(lab, side, "short"), last);
    last = volume(lab, side, "short");
    if (theta == 1e-4) {
      EXPECT_NEAR(last, 500, 0.2);
    }
  }
  EXPECT_NEAR(last, 1000, 1e-6);
}

TEST(CarriageByChoice, CarriesAllThatARouteJoinsAndNoMore) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    const Lab lab{random_sketch(seed)};
    Dice dice{seed};
    std::vector<Sent> sent;
    const std::size_t nodes = lab.network().nodes.size();
    for (std::size_t i = 0; i < 5; ++i) {
      const std::size_t from = dice.roll(nodes);
      const std::size_t to = (from + 1 + dice.roll(nodes - 1)) % nodes;
      sent.push_back({lab.network().nodes[NodeId{from}].id.c_str(),
                      lab.network().nodes[NodeId{to}].id.c_str(),
                      dice.roll(2) == 0 ? "grain" : "container", 0.1});
    }
    const CarriageOptions options = by(CarriageMethod::path_size_logit, 0.1);
    const Carriage side = carried(lab, sent, options);
    const Carriage least = carried(lab, sent, by(CarriageMethod::equilibrium, 0.1));
    EXPECT_DOUBLE_EQ(side.carried_t_yr, least.carried_t_yr);
    double loaded = 0;
    for (const auto& [country, tally] : side.by_country) loaded += tally.t_yr;
    EXPECT_GE(loaded + 1e-6, side.carried_t_yr);
    for (std::size_t i = 0; i < side.pairs.size(); ++i) {
      EXPECT_EQ(side.pairs[i].carried_t_yr, least.pairs[i].carried_t_yr);
    }
  }
}

}  // namespace
}  // namespace corridor::test
