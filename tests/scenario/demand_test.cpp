#include "corridor/scenario/demand.hpp"

#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "corridor/network/check.hpp"
#include "corridor/scenario/check.hpp"

#include "scenario/changes.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::names;
using test::told;

/// Five places in four countries; UA and UB make the union uu.
Network places() {
  return test::sketch(R"(
    a:AA-rail- b:AA  100 km
    b-rail- c:BB  100 km
    c-rail- d:UA  100 km
    d-rail- e:UB  100 km
    e-sea- strait:XZ/chokepoint  10 km
  )");
}

DemandTotal total(const char* id, const char* from, const char* to, double t_yr,
                  const char* cargo = "grain") {
  DemandTotal result;
  result.id = id;
  result.from.text = from;
  result.to.text = to;
  result.cargo.text = cargo;
  result.amount = Figure<TonnesPerYear>{TonnesPerYear{t_yr}};
  result.amount.provenance = {"book", Confidence::high, false};
  return result;
}

DemandRegion region(const char* id, std::vector<Name> inside, std::vector<double> weights) {
  DemandRegion result;
  result.id = id;
  result.places = std::move(inside);
  result.weights = std::move(weights);
  result.provenance = {"book", Confidence::high, false};
  return result;
}

DemandPlan plan(std::vector<DemandTotal> totals, std::vector<DemandRegion> regions = {}) {
  DemandPlan result;
  result.id = "plan";
  result.year = 2024;
  result.totals = std::move(totals);
  result.regions = std::move(regions);
  return result;
}

/// The demand of a plan that is in order.
Demand sound(const Network& network, const DemandPlan& plan) {
  Diagnostics diagnostics;
  Demand demand = spread(network, plan, diagnostics);
  EXPECT_EQ(told(diagnostics), std::vector<std::string>{});
  return demand;
}

std::vector<std::string> trouble(const Network& network, const DemandPlan& plan) {
  Diagnostics diagnostics;
  spread(network, plan, diagnostics);
  return told(diagnostics);
}

/// "a -> b grain 5", rounded to thousandths of a tonne.
std::vector<std::string> words(const Network& network, const Demand& demand) {
  std::vector<std::string> list;
  for (const PairDemand& pair : by_pair(demand)) {
    const double rounded = std::round(1e3 * pair.t_yr) / 1e3;
    std::string number = std::to_string(rounded);
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.') number.pop_back();
    list.push_back(network.nodes[pair.from].id + " -> " + network.nodes[pair.to].id + " " +
                   network.cargoes[pair.cargo].id + " " + number);
  }
  return list;
}

Change scaled(DemandSelector where, double factor) {
  return test::change(DemandChange{std::move(where), factor}, "demand");
}

DemandSelector from_to(std::initializer_list<const char*> from,
                       std::initializer_list<const char*> to) {
  DemandSelector where;
  where.from = names(from);
  where.to = names(to);
  return where;
}

Demand changed(const Network& network, Demand demand, const std::vector<Change>& changes,
               Diagnostics* diagnostics = nullptr) {
  Diagnostics own;
  apply(network, changes, demand, diagnostics == nullptr ? own : *diagnostics);
  EXPECT_EQ(told(own), std::vector<std::string>{});
  return demand;
}

TEST(Spread, APairStandsAsItIsGiven) {
  const Network network = places();
  const Demand demand = sound(network, plan({total("one", "a", "c", 500)}));
  EXPECT_EQ(words(network, demand), (std::vector<std::string>{"a -> c grain 500"}));
  EXPECT_EQ(demand.year, 2024);
  EXPECT_EQ(demand.totals.at(0).id, "one");
  EXPECT_EQ(demand.totals.at(0).provenance.source, "book");
  EXPECT_EQ(demand.entries.at(0).basis, Basis::known);
}

TEST(Spread, SharesMultiplyWhereDistanceDoesNotCount) {
  // West sends a 3/4, b 1/4; east takes d 2/5, e 3/5: of 1000 t, a -> d 300, a -> e 450, and so on.
  const Network network = places();
  const Demand demand = sound(network, plan({total("t", "west", "east", 1000)},
                                            {region("west", names({"a", "b"}), {3, 1}),
                                             region("east", names({"d", "e"}), {2, 3})}));
  EXPECT_EQ(words(network, demand),
            (std::vector<std::string>{"a -> d grain 300", "a -> e grain 450", "b -> d grain 100",
                                      "b -> e grain 150"}));
}

TEST(Spread, TeuBecomeTonnesByTheCargo) {
  const Network network = places();
  DemandTotal boxes = total("t", "a", "c", 100, "container");
  boxes.amount = Figure<TonnesPerYear>{TonnesPerYear{100}};
  boxes.amount.low = TonnesPerYear{50};
  boxes.amount.high = TonnesPerYear{200};
  boxes.amount.per = Per::teu;
  const Demand demand = sound(network, plan({boxes}));
  EXPECT_DOUBLE_EQ(demand.entries.at(0).t_yr(), 1400);  // 14 t/TEU
  EXPECT_DOUBLE_EQ(demand.entries.at(0).low_t_yr, 700);
  EXPECT_DOUBLE_EQ(demand.entries.at(0).high_t_yr, 2800);
  boxes.cargo.text = "grain";
  EXPECT_EQ(
      trouble(network, plan({boxes})),
      (std::vector<std::string>{"error: cargo 'grain' is counted in tonnes, the amount in TEU"}));
}

TEST(Spread, NothingGoesFromAPlaceToItself) {
  const Network network = places();
  const DemandRegion all = region("all", names({"a", "b", "c"}), {1, 1, 1});
  const Demand demand = sound(network, plan({total("t", "all", "all", 600)}, {all}));
  EXPECT_EQ(words(network, demand),
            (std::vector<std::string>{"a -> b grain 100", "a -> c grain 100", "b -> a grain 100",
                                      "b -> c grain 100", "c -> a grain 100", "c -> b grain 100"}));
  const DemandRegion heavy = region("heavy", names({"a", "b", "c"}), {3, 1, 1});
  EXPECT_EQ(trouble(network, plan({total("t", "heavy", "heavy", 600)}, {heavy})),
            (std::vector<std::string>{"error: 'a' sends 60 % of 't' and takes 60 % of it"}));
}

TEST(Spread, NearerPlacesTradeMoreByTheDecay) {
  // Two rows and two columns with equal shares: t_ad t_be / (t_ae t_bd) is the ratio of the seeds,
  // exp((-ad - be + ae + bd)/decay), and t_ad = t_be by symmetry of the margins.
  Network network = places();
  const auto move = [&](const char* id, double lat_deg, double lon_deg) {
    network.nodes[*network.find_node(id)].lat_deg = lat_deg;
    network.nodes[*network.find_node(id)].lon_deg = lon_deg;
  };
  move("a", 0, 0);
  move("b", 0, 10);
  move("d", 5, 0);
  move("e", 5, 10);
  DemandPlan near =
      plan({total("t", "west", "east", 1000)},
           {region("west", names({"a", "b"}), {1, 1}), region("east", names({"d", "e"}), {1, 1})});
  near.decay = Figure<Km>{Km{800}};
  near.decay->provenance = {"guess", Confidence::low, true};
  const Demand demand = sound(network, near);
  const double ad = great_circle_km(0, 0, 5, 0);
  const double ae = great_circle_km(0, 0, 5, 10);
  const double ratio = std::exp((2 * ae - 2 * ad) / 800);
  const double x = 500 * std::sqrt(ratio) / (1 + std::sqrt(ratio));
  ASSERT_EQ(demand.entries.size(), 4U);
  EXPECT_NEAR(demand.entries[0].t_yr(), x, 1e-8);
  EXPECT_NEAR(demand.entries[1].t_yr(), 500 - x, 1e-8);
  EXPECT_NEAR(demand.entries[3].t_yr(), x, 1e-8);
  EXPECT_EQ(demand.entries[0].basis, Basis::assumed);
  // A total's own decay comes before the plan's: over a million kilometres nothing falls.
  near.totals[0].decay = Figure<Km>{Km{1e6}};
  EXPECT_NEAR(sound(network, near).entries[0].t_yr(), 250, 1);
}

TEST(Spread, AShortDecaySendsAllToTheNearest) {
  Network network = places();
  for (const char* id : {"a", "b", "d", "e"}) {
    Node& node = network.nodes[*network.find_node(id)];
    node.lat_deg = id[0] == 'a' || id[0] == 'd' ? 0 : 60;
    node.lon_deg = id[0] == 'a' || id[0] == 'b' ? 0 : 1;
  }
  DemandPlan near =
      plan({total("t", "west", "east", 1000)},
           {region("west", names({"a", "b"}), {1, 1}), region("east", names({"d", "e"}), {1, 1})});
  near.decay = Figure<Km>{Km{0.001}};
  EXPECT_EQ(words(network, sound(network, near)),
            (std::vector<std::string>{"a -> d grain 500", "b -> e grain 500"}));
  // With other shares something must go further, and no such weight is left.
  near.regions[0].weights = {1, 2};
  EXPECT_EQ(trouble(network, near),
            (std::vector<std::string>{"error: 't' cannot be spread over its places"}));
}

TEST(Spread, TellsOfUnknownNamesAllAtOnce) {
  const Network network = places();
  const DemandPlan wrong =
      plan({total("t", "wets", "c", 1), total("u", "a", "cc", 1), total("v", "a", "b", 1, "grian"),
            total("w", "a", "strait", 1), total("x", "a", "a", 1), total("y", "west", "a", 1)},
           {region("west", names({"nowhere", "b"}), {1, 1})});
  EXPECT_EQ(
      trouble(network, wrong),
      (std::vector<std::string>{"error: unknown node 'nowhere'", "error: unknown place 'wets'",
                                "error: unknown place 'cc'", "error: unknown cargo 'grian'",
                                "error: 'strait' is a chokepoint: ships only pass it",
                                "error: cargo begins and ends at 'a'"}));
}

TEST(Spread, TellsOfWhatIsGivenTwice) {
  const Network network = places();
  EXPECT_EQ(trouble(network, plan({total("t", "a", "b", 1), total("u", "a", "b", 2),
                                   total("v", "a", "b", 2, "container")})),
            (std::vector<std::string>{"error: grain from 'a' to 'b' is given twice"}));
  EXPECT_EQ(trouble(network, plan({total("t", "a", "b", 1)}, {region("c", names({"a"}), {1})})),
            (std::vector<std::string>{"error: region 'c' has the name of a node"}));
}

TEST(Spread, RefusesMorePairsThanAnybodyNeeds) {
  std::string lines;
  std::vector<Name> first;
  std::vector<Name> second;
  for (int i = 0; i < 500; ++i) {
    const std::string n = std::to_string(i);
    lines += "a" + n + "-rail- b" + n + " 10 km\n";
    first.push_back({"a" + n, {}});
    second.push_back({"b" + n, {}});
  }
  const std::vector<double> weights(500, 1.0);
  const DemandPlan large = plan({total("t", "aa", "bb", 1), total("u", "bb", "aa", 1)},
                                {region("aa", first, weights), region("bb", second, weights)});
  EXPECT_EQ(trouble(test::sketch(lines), large),
            (std::vector<std::string>{"error: more than 200000 pairs of places"}));
}

TEST(DemandChanges, ScaleWhatTheyPickAndNothingElse) {
  const Network network = places();
  const Demand demand =
      sound(network, plan({total("t", "a", "c", 100), total("u", "c", "a", 200),
                           total("v", "a", "d", 400), total("w", "b", "e", 800, "container")}));
  const auto after = [&](const DemandSelector& where) {
    return words(network, changed(network, demand, {scaled(where, 1.5)}));
  };
  using Words = std::vector<std::string>;
  EXPECT_EQ(after(from_to({"AA"}, {"BB"})), (Words{"a -> c grain 150", "a -> d grain 400",
                                                   "b -> e container 800", "c -> a grain 200"}));
  EXPECT_EQ(after(from_to({"a"}, {"uu"})), (Words{"a -> c grain 100", "a -> d grain 600",
                                                  "b -> e container 800", "c -> a grain 200"}));
  EXPECT_EQ(
      after(from_to({"*"}, {"uu", "c"})),
      (Words{"a -> c grain 150", "a -> d grain 600", "b -> e container 1200", "c -> a grain 200"}));
  DemandSelector where;
  where.between = names({"AA", "c"});
  EXPECT_EQ(after(where), (Words{"a -> c grain 150", "a -> d grain 400", "b -> e container 800",
                                 "c -> a grain 300"}));
  where = {};
  where.countries = names({"BB", "UB"});
  EXPECT_EQ(after(where), (Words{"a -> c grain 150", "a -> d grain 400", "b -> e container 1200",
                                 "c -> a grain 300"}));
  where.cargoes = names({"container"});
  EXPECT_EQ(after(where), (Words{"a -> c grain 100", "a -> d grain 400", "b -> e container 1200",
                                 "c -> a grain 200"}));
  where = {};
  where.places = names({"d", "e"});
  EXPECT_EQ(after(where), (Words{"a -> c grain 100", "a -> d grain 600", "b -> e container 1200",
                                 "c -> a grain 200"}));
  where = {};
  where.totals = names({"u"});
  EXPECT_EQ(after(where), (Words{"a -> c grain 100", "a -> d grain 400", "b -> e container 800",
                                 "c -> a grain 300"}));
}

TEST(DemandChanges, TellOfWhatIsWrong) {
  const Network network = places();
  const Demand demand = sound(network, plan({total("first", "a", "c", 100)}));
  const auto wrong = [&](const DemandSelector& where, double factor = 2) {
    Diagnostics diagnostics;
    EXPECT_EQ(changed(network, demand, {scaled(where, factor)}, &diagnostics), demand);
    return told(diagnostics);
  };
  using Words = std::vector<std::string>;
  EXPECT_EQ(wrong({}), Words{"error: the selector is empty"});
  EXPECT_EQ(wrong(from_to({"AA"}, {"UA"})),
            Words{"error: no demand fits the selector (from and to)"});
  EXPECT_EQ(wrong(from_to({"AB"}, {"BB"})), Words{"error: unknown place or country 'AB'"});
  DemandSelector where;
  where.totals = names({"frist"});
  EXPECT_EQ(wrong(where), Words{"error: demand 'plan' has no total 'frist'"});
  EXPECT_EQ(wrong(from_to({"AA"}, {"BB"}), -1), Words{"error: the factor of demand is -1"});
  EXPECT_EQ(wrong(from_to({"AA"}, {"BB"}), 1), Words{"warning: the change has no effect"});
}

TEST(DemandChanges, HintAtTheKeyThatIsTooMuch) {
  const Network network = places();
  Demand demand = sound(network, plan({total("t", "a", "c", 100), total("u", "b", "c", 100)}));
  Diagnostics diagnostics;
  apply(network, {scaled(from_to({"UA"}, {"c"}), 2)}, demand, diagnostics);
  ASSERT_EQ(diagnostics.list().size(), 1U);
  EXPECT_EQ(diagnostics.list()[0].hint, "without 'from' it picks grain from a to c and 1 more");
}

TEST(DemandChanges, ComposeInOrderAndSayWhatTheyDid) {
  // 100 t from a to c are doubled by the first, and tripled with 200 t from c to a by the second.
  const Network network = places();
  Demand demand = sound(network, plan({total("t", "a", "c", 100), total("u", "c", "a", 200)}));
  Diagnostics diagnostics;
  std::vector<DemandEffect> effects;
  DemandSelector both;
  both.between = names({"a", "c"});
  Selector link;
  link.links = names({"a_b_rail"});
  apply(network, {scaled(from_to({"a"}, {"c"}), 2), test::close(link), scaled(both, 3)}, demand,
        diagnostics, &effects);
  EXPECT_EQ(words(network, demand),
            (std::vector<std::string>{"a -> c grain 600", "c -> a grain 600"}));
  ASSERT_EQ(effects.size(), 2U);
  EXPECT_EQ(effects[0].entries, std::vector<std::size_t>{0});
  EXPECT_DOUBLE_EQ(effects[0].after_t_yr, 200);
  EXPECT_EQ(effects[1].entries, (std::vector<std::size_t>{0, 1}));
  EXPECT_DOUBLE_EQ(effects[1].before_t_yr, 400);
  EXPECT_DOUBLE_EQ(effects[1].after_t_yr, 1200);
}

TEST(DemandChanges, OfNothingLeaveNothingToCarry) {
  const Network network = places();
  const Demand demand = sound(network, plan({total("t", "a", "c", 100), total("u", "c", "a", 5)}));
  const Demand none = changed(network, demand, {scaled(from_to({"a"}, {"c"}), 0)});
  EXPECT_EQ(words(network, none), std::vector<std::string>{"c -> a grain 5"});
  const std::vector<DemandDifference> differs = difference(demand, none);
  ASSERT_EQ(differs.size(), 1U);
  EXPECT_DOUBLE_EQ(differs[0].before_t_yr, 100);
  EXPECT_DOUBLE_EQ(differs[0].after_t_yr, 0);
}

TEST(DemandChanges, LeaveTheNetworkAsItIs) {
  const Network network = places();
  const State base = base_state(network, CargoId{0}, latest_date(network));
  Diagnostics diagnostics;
  EXPECT_EQ(test::after(network, {scaled(from_to({"a"}, {"c"}), 2)}, &diagnostics), base);
  EXPECT_EQ(told(diagnostics), std::vector<std::string>{});
}

TEST(DemandOf, AScenarioIsItsPlanAfterItsChanges) {
  const Network network = places();
  Scenario scenario;
  scenario.id = "s";
  Diagnostics diagnostics;
  EXPECT_FALSE(demand_of(network, scenario, diagnostics).has_value());
  scenario.demand = plan({total("t", "a", "c", 100)});
  scenario.changes = {scaled(from_to({"a"}, {"c"}), 2)};
  const auto demand = demand_of(network, scenario, diagnostics);
  ASSERT_TRUE(demand.has_value());
  EXPECT_EQ(words(network, *demand), std::vector<std::string>{"a -> c grain 200"});
  EXPECT_EQ(told(diagnostics), std::vector<std::string>{});
}

TEST(DemandOf, AScenarioIsChecked) {
  const Network network = places();
  Scenario scenario;
  scenario.id = "s";
  scenario.trips.push_back({"a -> c", {"a", {}}, {"c", {}}, {"grain", {}}, {}, {}, {}, {}, {}, {}});
  scenario.changes = {scaled(from_to({"a"}, {"d"}), 2)};
  const auto check_told = [&] {
    Diagnostics diagnostics;
    check(network, scenario, diagnostics);
    return told(diagnostics);
  };
  EXPECT_EQ(check_told(), std::vector<std::string>{"error: scenario 's' has no demand to change"});
  scenario.demand = plan({total("t", "a", "c", 100)});
  EXPECT_EQ(check_told(),
            std::vector<std::string>{"error: no demand fits the selector (from and to)"});
  scenario.demand->totals[0].cargo.text = "gold";  // then changes would only be blamed for it
  EXPECT_EQ(check_told(), std::vector<std::string>{"error: unknown cargo 'gold'"});
}

TEST(ByPair, PutsTogetherWhatGoesTheSameWay) {
  const Network network = places();
  DemandTotal guessed = total("u", "west", "c", 100);
  guessed.amount.provenance.assumption = true;
  guessed.amount.low = TonnesPerYear{50};
  const Demand demand = sound(network, plan({total("t", "a", "c", 100), guessed},
                                            {region("west", names({"a", "b"}), {1, 3})}));
  ASSERT_EQ(demand.entries.size(), 3U);
  const std::vector<PairDemand> pairs = by_pair(demand);
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_DOUBLE_EQ(pairs[0].t_yr, 125);
  EXPECT_DOUBLE_EQ(pairs[0].low_t_yr, 112.5);
  EXPECT_EQ(pairs[0].basis, Basis::assumed);
  EXPECT_DOUBLE_EQ(pairs[1].t_yr, 75);
}

// Laws, on random demands over the five places.

Demand random_demand(const Network& network) {
  const std::vector<std::string> ids = {"a", "b", "c", "d", "e"};
  std::vector<DemandTotal> totals;
  std::vector<DemandRegion> regions;
  const int count = *rc::gen::inRange(1, 6);
  for (int i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    const auto cut = *rc::gen::inRange<std::size_t>(1, 5);
    DemandRegion west = region(("west" + n).c_str(), {}, {});
    DemandRegion east = region(("east" + n).c_str(), {}, {});
    for (std::size_t k = 0; k < ids.size(); ++k) {
      DemandRegion& side = k < cut ? west : east;
      side.places.push_back({ids[k], {}});
      side.weights.push_back(*rc::gen::inRange(1, 100));
    }
    const bool back = *rc::gen::arbitrary<bool>();
    totals.push_back(total(("t" + n).c_str(), (back ? east : west).id.c_str(),
                           (back ? west : east).id.c_str(), *rc::gen::inRange(1, 1000000) / 7.0,
                           *rc::gen::arbitrary<bool>() ? "grain" : "container"));
    regions.push_back(std::move(west));
    regions.push_back(std::move(east));
  }
  DemandPlan whole = plan(std::move(totals), std::move(regions));
  whole.decay = Figure<Km>{Km{static_cast<double>(*rc::gen::inRange(50, 5000))}};
  return sound(network, whole);
}

DemandSelector random_selector() {
  DemandSelector where;
  const std::vector<const char*> areas = {"a", "b", "c", "d", "e", "AA", "BB", "UA", "uu", "*"};
  if (*rc::gen::arbitrary<bool>()) where.from = names({*rc::gen::elementOf(areas)});
  if (*rc::gen::arbitrary<bool>()) where.to = names({*rc::gen::elementOf(areas)});
  if (*rc::gen::arbitrary<bool>()) {
    where.cargoes = names({*rc::gen::arbitrary<bool>() ? "grain" : "container"});
  }
  return where;
}

double random_factor() { return *rc::gen::inRange(1, 40000) / 10000.0; }

/// Selectors that match nothing change nothing, so what is told does not matter.
Demand after(const Network& network, Demand demand, const std::vector<Change>& changes) {
  Diagnostics ignored;
  apply(network, changes, demand, ignored);
  return demand;
}

TEST(DemandLaws, AChangeAndItsInverseLeaveTheSameBytes) {
  const Network network = places();
  EXPECT_TRUE(rc::check([&] {
    const Demand demand = random_demand(network);
    const DemandSelector where = random_selector();
    const double factor = random_factor();
    // As a file would have it, in per cent with ten digits.
    const double inverse = std::round(1e12 / factor) / 1e12;
    RC_ASSERT(after(network, demand, {scaled(where, factor), scaled(where, inverse)}) == demand);
  }));
}

TEST(DemandLaws, OverlappingChangesMultiply) {
  const Network network = places();
  EXPECT_TRUE(rc::check([&] {
    const Demand demand = random_demand(network);
    const DemandSelector one = random_selector();
    const DemandSelector two = random_selector();
    const double first = random_factor();
    const double second = random_factor();
    const Demand of_one = after(network, demand, {scaled(one, first)});
    const Demand of_two = after(network, demand, {scaled(two, second)});
    const Demand both = after(network, demand, {scaled(one, first), scaled(two, second)});
    RC_ASSERT(both == after(network, of_one, {scaled(two, second)}));
    RC_ASSERT(both == after(network, of_two, {scaled(one, first)}));
    for (std::size_t i = 0; i < demand.entries.size(); ++i) {
      const double wanted = of_one.entries[i].factor * of_two.entries[i].factor;
      RC_ASSERT(std::abs(both.entries[i].factor - wanted) <= 2e-9);
    }
  }));
}

TEST(DemandLaws, DoublingEveryTotalDoublesEveryFlow) {
  const Network network = places();
  EXPECT_TRUE(rc::check([&] {
    DemandPlan once = plan({total("t", "west", "east", *rc::gen::inRange(1, 1000000) / 7.0)},
                           {region("west", names({"a", "b", "c"}), {1, 2, 3}),
                            region("east", names({"d", "e"}), {4, 5})});
    once.decay = Figure<Km>{Km{300}};
    const Demand single = sound(network, once);
    once.totals[0].amount.value *= 2;
    const Demand twice = sound(network, once);
    for (std::size_t i = 0; i < single.entries.size(); ++i) {
      RC_ASSERT(twice.entries[i].t_yr() == 2 * single.entries[i].t_yr());
    }
  }));
}

TEST(DemandLaws, TotalsHoldAfterSpreading) {
  const Network network = places();
  EXPECT_TRUE(rc::check([&] {
    const double t_yr = *rc::gen::inRange(1, 1000000) / 7.0;
    DemandPlan whole = plan({total("t", "west", "east", t_yr)},
                            {region("west", names({"a", "b", "c"}), {1, 2, 3}),
                             region("east", names({"d", "e", "a"}), {4, 5, 6})});
    whole.decay = Figure<Km>{Km{static_cast<double>(*rc::gen::inRange(20, 5000))}};
    double sum = 0;
    double of_b = 0;
    for (const DemandEntry& entry : sound(network, whole).entries) {
      sum += entry.t_yr();
      if (network.nodes[entry.from].id == "b") of_b += entry.t_yr();
    }
    RC_ASSERT(std::abs(sum - t_yr) <= 1e-9 * t_yr);
    RC_ASSERT(std::abs(of_b - t_yr / 3) <= 1e-9 * t_yr);
  }));
}

}  // namespace
}  // namespace corridor
