#include "corridor/network/border.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::sketch;

BorderRule rule(const std::string& from, const std::string& to, double hours) {
  BorderRule result;
  result.from = from;
  result.to = to;
  result.time = Figure<Hours>{Hours{hours}};
  return result;
}

double hours(const Network& network, bool forward = true) {
  return border_of(network, way(LinkId{0}, forward)).time.value.value;
}

Network between(const std::string& from, const std::string& to, std::vector<BorderRule> rules) {
  Network network = sketch("a:" + from + "-rail- b:" + to + " 10 km");
  network.unions = {{"uu", "", {"UA", "UB"}, {}}, {"vv", "", {"VA", "VB"}, {}}};
  network.borders = std::move(rules);
  return network;
}

TEST(Border, TheMostSpecificRuleHoldsWhateverTheOrder) {
  // From the least to the most specific, for a link from UA to VA.
  const std::vector<BorderRule> ladder = {rule("*", "*", 1),   rule("uu", "*", 2),
                                          rule("uu", "vv", 3), rule("UA", "*", 4),
                                          rule("UA", "vv", 5), rule("UA", "VA", 6)};
  for (std::size_t n = 1; n <= ladder.size(); ++n) {
    std::vector<BorderRule> upward(ladder.begin(), ladder.begin() + static_cast<std::ptrdiff_t>(n));
    std::vector<BorderRule> downward(upward.rbegin(), upward.rend());
    EXPECT_EQ(hours(between("UA", "VA", upward)), static_cast<double>(n));
    EXPECT_EQ(hours(between("UA", "VA", downward)), static_cast<double>(n));
  }
}

TEST(Border, OfEqualRulesTheFirstHolds) {
  EXPECT_EQ(hours(between("UA", "VA", {rule("UA", "*", 7), rule("*", "VA", 8)})), 7);
  EXPECT_EQ(hours(between("UA", "VA", {rule("*", "VA", 8), rule("UA", "*", 7)})), 8);
}

TEST(Border, ARuleOfOneWayHoldsInThatDirectionOnly) {
  BorderRule out = rule("UA", "VA", 9);
  out.both_ways = false;
  const Network network = between("UA", "VA", {rule("*", "*", 1), out});
  EXPECT_EQ(hours(network, true), 9);
  EXPECT_EQ(hours(network, false), 1);
}

TEST(Border, InsideAUnionTheRuleOfTheUnionHolds) {
  const std::vector<BorderRule> rules = {rule("*", "*", 5), rule("uu", "uu", 0)};
  EXPECT_EQ(hours(between("UA", "UB", rules)), 0);
  EXPECT_EQ(hours(between("UA", "VA", rules)), 5);
}

TEST(Border, TimeAndCostAreLookedUpEachByItself) {
  BorderRule cost = rule("*", "*", 1);
  cost.cost = Figure<UsdPerTonne>{UsdPerTonne{6}};
  const Network network = between("UA", "VA", {cost, rule("UA", "VA", 2)});
  const BorderFigures border = border_of(network, way(LinkId{0}, true));
  EXPECT_EQ(border.time.value.value, 2);
  EXPECT_EQ(border.cost.value.value, 6);
}

TEST(Border, ALinksOwnFigureComesFirstAndItsDirectionBeforeBoth) {
  Network network = between("UA", "VA", {rule("UA", "VA", 2)});
  Link& link = network.links[LinkId{0}];
  link.figures.border_time = Figure<Hours>{Hours{30}};
  link.backward.border_time = Figure<Hours>{Hours{40}};
  EXPECT_EQ(hours(network, true), 30);
  EXPECT_EQ(hours(network, false), 40);
  link.forward.border_time = Figure<Hours>{Hours{20}};
  EXPECT_EQ(hours(network, true), 20);
}

TEST(Border, ARuleWithoutModesIsForLandModes) {
  Network network = between("UA", "VA", {rule("*", "*", 5)});
  network.modes[ModeId{0}].kind = ModeKind::pipeline;
  EXPECT_EQ(hours(network), 0);
  EXPECT_TRUE(border_of(network, way(LinkId{0}, true)).crosses);
  network.borders[0].modes = {ModeId{0}};
  EXPECT_EQ(hours(network), 5);
  network.borders[0].modes = {ModeId{1}};
  EXPECT_EQ(hours(network), 0);
}

TEST(Border, ShipsAndTheHighSeasKnowNone) {
  const Network at_sea = sketch("a:AA-sea- b:BB 10 km");
  EXPECT_FALSE(border_of(at_sea, way(LinkId{0}, true)).crosses);
  const Network to_the_high_seas = sketch("a:AA-rail- b:XZ 10 km");
  EXPECT_FALSE(border_of(to_the_high_seas, way(LinkId{0}, true)).crosses);
  EXPECT_EQ(hours(to_the_high_seas), 0);
}

TEST(Border, WithinACountryThereIsNone) {
  const BorderFigures border = border_of(sketch("a-rail- b 10 km"), way(LinkId{0}, true));
  EXPECT_FALSE(border.crosses);
  EXPECT_EQ(border.cost.value.value, 0);
}

}  // namespace
}  // namespace corridor
