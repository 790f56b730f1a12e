#include "corridor/study/fitting_share.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "study/demand_of.hpp"
#include "study/lab.hpp"

namespace corridor::test {
namespace {

constexpr double near = 1e-9;

ShareResult share(const Lab& lab, const std::vector<Sent>& sent,
                  const Scenario* scenario = nullptr) {
  const Demand one = demand(lab, sent);
  CarriageOptions options;
  options.certify = true;
  const ShareResult result = fitting_share(lab.compiled(), scenario, {one, one}, options);
  EXPECT_TRUE(result.baseline.certificate->holds);
  EXPECT_TRUE(result.changed.certificate->holds);
  return result;
}

constexpr const char* two_ways = R"(
  a:AA-rail- b:AA 100 km id=short cap=1
  a-rail- b 200 km id=long cap=10
)";

// 11 of 22 Mt fit; another Mt on either link is one more of 22.
TEST(FittingShare, IsWhatTheCapacitiesAllowAndSaysWhatAnotherTonneBrings) {
  const Lab lab{two_ways};
  const FittingShare side = share(lab, {{"a", "b", "grain", 22}}).changed;
  EXPECT_FALSE(side.unlimited);
  EXPECT_NEAR(side.share, 0.5, near);
  EXPECT_NEAR(side.bound, 0.5, near);
  EXPECT_NEAR(side.fitting_t_yr(), 11e6, 1e-2);
  ASSERT_EQ(side.binding.size(), 2U);
  for (const ShareBinding& one : side.binding) {
    EXPECT_NEAR(one.use.fullness(), 1, near);
    EXPECT_NEAR(one.rise_t_yr * 1e6, 1.0 / 22, near);
  }
}

TEST(FittingShare, IsAboveOneWhereMoreThanAllFits) {
  const Lab lab{two_ways};
  const FittingShare side = share(lab, {{"a", "b", "grain", 4}}).changed;
  EXPECT_NEAR(side.share, 11.0 / 4, near);
  EXPECT_NEAR(side.fitting_t_yr(), 4e6, 1e-2);
}

// Backward nothing binds but for the pair from a: the common share is its own.
TEST(FittingShare, IsCommonToAllPairsAndCargoes) {
  const Lab lab{two_ways};
  const FittingShare side =
      share(lab, {{"a", "b", "grain", 30}, {"a", "b", "container", 25}, {"b", "a", "grain", 1}})
          .changed;
  EXPECT_NEAR(side.share, 0.2, near);
  EXPECT_NEAR(side.fitting_t_yr(), 0.2 * 56e6, 1e-2);
}

TEST(FittingShare, LeavesOutWhatNoRouteJoins) {
  const Lab lab{std::string{two_ways} + "b-rail- c 10 km status=planned\n"};
  const FittingShare side =
      share(lab, {{"a", "b", "grain", 22}, {"a", "c", "grain", 2}, {"c", "a", "container", 3}})
          .changed;
  EXPECT_NEAR(side.share, 0.5, near);
  ASSERT_EQ(side.left_out.size(), 2U);
  EXPECT_EQ(side.left_out[0].from, lab.node("c"));
  EXPECT_NEAR(side.left_out_t_yr(), 5e6, near);
  EXPECT_NEAR(side.demand_t_yr, 27e6, near);
}

// The class capacity of the longer link, 10 Mt/yr, and the short one closed: 10 of 22.
TEST(FittingShare, IsFoundOnBothSides) {
  const Lab lab{two_ways};
  const Scenario shut = scenario({close({"short"})});
  const ShareResult result = share(lab, {{"a", "b", "grain", 22}}, &shut);
  EXPECT_NEAR(result.baseline.share, 0.5, near);
  EXPECT_NEAR(result.changed.share, 10.0 / 22, near);
}

/// Some pairs between the first nodes of a random sketch.
std::vector<Sent> some_demand(const Lab& lab, Dice& dice) {
  std::vector<Sent> sent;
  const std::size_t nodes = lab.network().nodes.size();
  for (std::size_t i = 0; i < 6; ++i) {
    const std::size_t from = dice.roll(nodes);
    const std::size_t to = (from + 1 + dice.roll(nodes - 1)) % nodes;
    sent.push_back(
        {lab.network().nodes[NodeId{from}].id.c_str(), lab.network().nodes[NodeId{to}].id.c_str(),
         dice.roll(2) == 0 ? "grain" : "container", 0.5 * static_cast<double>(1 + dice.roll(6))});
  }
  return sent;
}

TEST(FittingShare, IsOneOrMoreExactlyWhereAllCanBeCarried) {
  std::size_t all = 0;
  std::size_t not_all = 0;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    const Lab lab{random_sketch(seed)};
    Dice dice{seed};
    const std::vector<Sent> sent = some_demand(lab, dice);
    const FittingShare side = share(lab, sent).changed;
    if (side.unlimited || std::abs(side.share - 1) < 1e-6) continue;
    CarriageOptions options;
    options.penalty_usd_t = 1e6;
    const Demand one = demand(lab, sent);
    const Carriage carried = carry(lab.compiled(), nullptr, {one, one}, options).changed;
    const double unmet = carried.unmet_t_yr() - side.left_out_t_yr();
    EXPECT_EQ(side.share > 1, unmet < 1);
    ++(side.share > 1 ? all : not_all);
  }
  EXPECT_GT(all, 5U);
  EXPECT_GT(not_all, 5U);
}

TEST(FittingShare, NeverRisesWhereALinkCloses) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    const Lab lab{random_sketch(seed)};
    Dice dice{seed};
    const std::vector<Sent> sent = some_demand(lab, dice);
    for (const LinkId link : lab.network().links.keys()) {
      if (lab.network().links[link].status != Status::operational) continue;
      const Scenario shut = scenario({close({lab.network().links[link].id})});
      const ShareResult result = share(lab, sent, &shut);
      // Where the link alone joins a pair, the share is one of fewer pairs.
      if (result.changed.left_out.size() > result.baseline.left_out.size()) continue;
      if (result.baseline.unlimited) continue;
      EXPECT_FALSE(result.changed.unlimited);
      EXPECT_LE(result.changed.share, result.baseline.share * (1 + 1e-8));
      break;
    }
  }
}

}  // namespace
}  // namespace corridor::test
