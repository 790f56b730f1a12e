#include "corridor/study/carriage.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "study/demand_of.hpp"
#include "study/lab.hpp"

namespace corridor::test {
namespace {

constexpr double near = 1e-6;

CarriageResult carry(const Lab& lab, const std::vector<Sent>& sent, CarriageOptions options = {},
                     const Scenario* scenario = nullptr) {
  const Demand one = demand(lab, sent);
  options.certify = true;
  const CarriageResult result = corridor::carry(lab.compiled(), scenario, {one, one}, options);
  EXPECT_TRUE(result.baseline.certificate->holds);
  EXPECT_TRUE(result.changed.certificate->holds);
  return result;
}

CarriageOptions by(CarriageMethod method) {
  CarriageOptions options;
  options.method = method;
  return options;
}

const CapacityUse& use_of(const Lab& lab, const Carriage& side, const char* link,
                          const std::string& cargoes = "") {
  const auto found = std::ranges::find_if(side.uses, [&](const CapacityUse& use) {
    return use.way == way(lab.link(link), true) && use.cargoes == cargoes;
  });
  if (found == side.uses.end()) throw std::runtime_error{"not used"};
  return *found;
}

// A tonne of grain pays 3 USD for loading and again for unloading, and waits 12 h for each.
// short: 9 USD and 26.5 h, 9 + 0.02 x 26.5 =  9.53 USD
// long: 12 USD and 29 h,  12 + 0.02 x 29  = 12.58 USD
constexpr const char* two_ways = R"(
  a:AA-rail- b:AA 100 km id=short cap=1
  a-rail- b 200 km id=long cap=10
)";

TEST(Carriage, FillsTheCheaperLinkFirstAndPricesIt) {
  const Lab lab{two_ways};
  const Carriage side = carry(lab, {{"a", "b", "grain", 1.5}}).changed;
  EXPECT_NEAR(side.carried_t_yr, 1.5e6, near);
  EXPECT_NEAR(side.tkm_yr, 1e6 * 100 + 0.5e6 * 200, near);
  EXPECT_NEAR(side.usd_yr, 1e6 * 9 + 0.5e6 * 12, near);
  EXPECT_NEAR(side.generalised_usd_yr, 1e6 * 9.53 + 0.5e6 * 12.58, 1e-3);
  EXPECT_NEAR(use_of(lab, side, "short").fullness(), 1, near);
  EXPECT_NEAR(use_of(lab, side, "short").price_usd_t, 12.58 - 9.53, near);
  EXPECT_NEAR(use_of(lab, side, "long").fullness(), 0.05, near);
  EXPECT_NEAR(use_of(lab, side, "long").price_usd_t, 0, near);
}

TEST(Carriage, LeavesWhatDoesNotFitAtItsPenalty) {
  const Lab lab{two_ways};
  CarriageOptions options;
  options.penalty_usd_t = 100;
  const Carriage side = carry(lab, {{"a", "b", "grain", 12}}, options).changed;
  EXPECT_NEAR(side.carried_t_yr, 11e6, near);
  ASSERT_EQ(side.pairs.size(), 1U);
  EXPECT_NEAR(side.pairs[0].unmet_t_yr(), 1e6, near);
  EXPECT_EQ(side.pairs[0].reason, UnmetReason::capacity);
  EXPECT_NEAR(use_of(lab, side, "short").price_usd_t, 100 - 9.53, near);
  EXPECT_NEAR(use_of(lab, side, "long").price_usd_t, 100 - 12.58, near);
}

TEST(Carriage, SaysWhyNothingIsCarried) {
  const Lab lab{std::string{two_ways} + "b-rail- c 10 km status=planned\n"};
  for (const CarriageMethod method :
       {CarriageMethod::least_cost, CarriageMethod::equilibrium, CarriageMethod::system_optimum}) {
    const Carriage side =
        carry(lab, {{"a", "b", "grain", 1}, {"a", "c", "grain", 2}}, by(method)).changed;
    ASSERT_EQ(side.pairs.size(), 2U);
    EXPECT_NEAR(side.carried_t_yr, 1e6, near);
    EXPECT_NEAR(side.pairs[1].unmet_t_yr(), 2e6, near);
    EXPECT_EQ(side.pairs[1].reason, UnmetReason::no_path);
  }
}

TEST(Carriage, LetsCargoesShareACapacity) {
  const Lab lab{two_ways};
  const Carriage side =
      carry(lab, {{"a", "b", "container", 0.7}, {"a", "b", "grain", 0.7}}).changed;
  // An hour of a container is worth more: it keeps the short link, and grain makes room.
  EXPECT_NEAR(use_of(lab, side, "short").volume_t_yr, 1e6, near);
  EXPECT_NEAR(side.tkm_yr, 1e6 * 100 + 0.4e6 * 200, near);
}

TEST(Carriage, KeepsCargoByTheTeuApartWhereItHasACapacityOfItsOwn) {
  Network network = sketch(two_ways);
  // 100,000 TEU of 14 t.
  Figure<TonnesPerYear> teu{TonnesPerYear{100e3}};
  teu.per = Per::teu;
  network.links[network.find_link("short").value()].figures.capacity_teu = teu;
  const Lab lab{network};
  const Carriage side = carry(lab, {{"a", "b", "container", 2}, {"a", "b", "grain", 2}}).changed;
  EXPECT_NEAR(use_of(lab, side, "short", "in TEU").volume_t_yr, 1.4e6, near);
  EXPECT_NEAR(use_of(lab, side, "short", "in t").volume_t_yr, 1e6, near);
}

// Both ways are used, so they cost the same: with x = v / c on rail, t (1 + 0.1 x / (1 - x)) hours
// at 0.02 USD, 9 USD by the short link and 12 by the long one. 150 h more on 2.5 h would take
// x beyond 0.99, where the tangent from 0.95 holds: it rises by 0.1 / 0.05^2 = 40 for each x.
TEST(Carriage, EquilibriumEvensOutWhatUsersPay) {
  const Lab lab{two_ways};
  const Carriage side =
      carry(lab, {{"a", "b", "grain", 6}}, by(CarriageMethod::equilibrium)).changed;
  const double x = use_of(lab, side, "short").fullness();
  const double y = use_of(lab, side, "long").fullness();
  ASSERT_GT(x, 0.95);
  ASSERT_LT(y, 0.95);
  const double by_short = 9 + 0.02 * (24 + 2.5 * (1 + 0.1 * 0.95 / 0.05 + 40 * (x - 0.95)));
  const double by_long = 12 + 0.02 * (24 + 5 * (1 + 0.1 * y / (1 - y)));
  EXPECT_NEAR(by_short, by_long, 1e-4);
  EXPECT_NEAR(side.pairs[0].generalised_usd_t, by_long, 1e-4);
  EXPECT_NEAR(1e6 * x + 10e6 * y, 6e6, 1);
}

// 1 Mt goes by train, ship and truck, and 0.5 Mt by ship alone; c lies at sea.
TEST(Carriage, CountsTonnesOnceForEachModeTheyArePutOn) {
  const Lab lab{R"(
    a:AA-rail- b:AA/seaport 100 km id=ab
    b-sea- c:SEA 300 km id=bc
    c-sea- d:BB/seaport 200 km id=cd
    d-road- e:BB 50 km id=de
  )"};
  const Carriage side =
      carry(lab, {{"a", "e", "container", 1}, {"b", "d", "container", 0.5}}).changed;
  const auto tonnes = [&](const char* mode) {
    return side.by_mode[lab.network().find_mode(mode).value()].t_yr;
  };
  EXPECT_NEAR(tonnes("rail"), 1e6, 1);
  EXPECT_NEAR(tonnes("sea"), 1.5e6, 1);
  EXPECT_NEAR(tonnes("road"), 1e6, 1);
}

TEST(Carriage, AddsUpByModeAndCountry) {
  const Lab lab{R"(
    a:AA-rail- b:BB 100 km id=ab
    b-road- c:CC 50 km id=bc
    a-road- c 400 km id=ac cap=0.1
  )"};
  for (const CarriageMethod method : {CarriageMethod::least_cost, CarriageMethod::equilibrium}) {
    const Carriage side =
        carry(lab, {{"a", "c", "container", 1}, {"b", "c", "container", 0.5}}, by(method)).changed;
    double by_mode = 0;
    double by_country = 0;
    double usd = 0;
    for (const Tally& tally : side.by_mode) by_mode += tally.tkm_yr;
    for (const auto& [id, tally] : side.by_country) {
      by_country += tally.tkm_yr;
      usd += tally.usd_yr;
    }
    EXPECT_NEAR(by_mode, side.tkm_yr, 1e-3);
    EXPECT_NEAR(by_country, side.tkm_yr, 1e-3);
    EXPECT_NEAR(usd, side.usd_yr, 1e-3);
    EXPECT_NEAR(side.by_country.at("CC").t_yr, 1.5e6, 1);
  }
}

TEST(Carriage, OpeningALinkNeverRaisesTheLeastCost) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    std::string lines = "a:AA-rail- b:AA 300 km cap=1\nb-rail- c 300 km cap=1\na-road- c 900 km\n";
    lines += "a-rail- d " + std::to_string(100 + dice.roll(300)) + " km cap=1\n";
    lines +=
        "d-rail- c " + std::to_string(100 + dice.roll(300)) + " km cap=2 id=new status=planned\n";
    const Lab lab{lines};
    const Scenario opens = scenario({open({"new"})}, {});
    const CarriageResult result =
        carry(lab,
              {{"a", "c", "container", 1 + 0.1 * static_cast<double>(dice.roll(30))},
               {"b", "d", "container", 0.5}},
              {}, &opens);
    const auto cost = [](const Carriage& side) {
      return side.generalised_usd_yr + 1000 * side.unmet_t_yr();
    };
    EXPECT_LE(cost(result.changed), cost(result.baseline) * (1 + 1e-9));
    EXPECT_GE(result.changed.carried_t_yr, result.baseline.carried_t_yr - 1);
  }
}

// Another 10,000 t on the short link, of 1,000,000, save 10,000 x the shadow price.
TEST(Carriage, PriceTellsWhatASmallStepSaves) {
  const Lab lab{two_ways};
  const Lab wider{R"(
    a:AA-rail- b:AA 100 km id=short cap=1.01
    a-rail- b 200 km id=long cap=10
  )"};
  const std::vector<Sent> sent{{"a", "b", "grain", 3}};
  const Carriage before = carry(lab, sent).changed;
  const Carriage after = carry(wider, sent).changed;
  EXPECT_NEAR(before.generalised_usd_yr - after.generalised_usd_yr,
              10e3 * use_of(lab, before, "short").price_usd_t, 1e-2);
}

}  // namespace
}  // namespace corridor::test
