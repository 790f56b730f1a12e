#include <gtest/gtest.h>

#include "corridor/scenario/state.hpp"

#include "scenario/changes.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::edit;
using test::sketch;

const Date january{2026, 1, 1};
const Date march{2026, 3, 1};
const Date may{2026, 5, 1};

Event event(const char* kind, Date date, Edit effect) {
  Event result;
  result.date = date;
  result.kind = kind;
  result.what = std::string{kind} + " by a test";
  result.links = {LinkId{0}};
  result.effect = std::move(effect);
  return result;
}

Network line(std::vector<Event> events) {
  Network network = sketch("a-rail- b 100 km cap=5\n b-rail- c 100 km");
  network.state_date = {2025, 12, 31};
  network.events = std::move(events);
  return network;
}

WayState on(const Network& network, Date date, CargoId cargo = CargoId{0}) {
  return base_state(network, cargo, date).ways[WayId{0}];
}

TEST(Events, HoldFromTheirDateToTheirLastDay) {
  Event closed = event("closed", march, edit(Status::closed));
  closed.until = Date{2026, 3, 31};
  const Network network = line({closed});
  EXPECT_TRUE(on(network, {2026, 2, 28}).open);
  EXPECT_FALSE(on(network, march).open);
  EXPECT_FALSE(on(network, {2026, 3, 31}).open);
  EXPECT_TRUE(on(network, {2026, 4, 1}).open);
  EXPECT_EQ(on(network, march).closed_by, "closed by a test (2026-03-01)");
  EXPECT_EQ(on(network, may).closed_by, "");
}

TEST(Events, WithoutALastDayHoldOn) {
  const Network network = line({event("closed", march, edit(Status::closed))});
  EXPECT_FALSE(on(network, {2036, 1, 1}).open);
}

TEST(Events, AClosureBeatsARestrictionBeatsTheRestThenTheLaterDateHolds) {
  const auto capacity = [](double mt) { return edit(Attribute::capacity, mt * 1e6); };
  const Event early_closed = event("closed", january, capacity(0));
  const Event late_closed = event("closed", march, capacity(1));
  const Event early_restricted = event("restricted", january, capacity(2));
  const Event late_restricted = event("restricted", march, capacity(3));
  const Event opened = event("opened", may, capacity(4));
  const Event cut = event("capacity", may, capacity(6));
  const auto value = [&](std::vector<Event> events) {
    return on(line(std::move(events)), may).capacity_t_yr.value / 1e6;
  };
  EXPECT_EQ(value({}), 5);
  EXPECT_EQ(value({opened}), 4);
  EXPECT_EQ(value({opened, cut}), 6) << "of one date, the later row";
  EXPECT_EQ(value({early_restricted, opened}), 2);
  EXPECT_EQ(value({early_restricted, late_restricted, opened}), 3);
  EXPECT_EQ(value({early_closed, late_restricted, opened}), 0);
  EXPECT_EQ(value({early_closed, late_closed, late_restricted, opened, cut}), 1);
}

TEST(Events, OnceAClosureIsOverTheOpeningHolds) {
  Event closed = event("closed", march, edit(Status::closed));
  closed.until = march;
  const Network network = line({event("restricted", january, edit(Status::suspended)), closed,
                                event("opened", may, edit(Status::operational))});
  EXPECT_EQ(on(network, march).status, Status::closed);
  EXPECT_EQ(on(network, may).status, Status::suspended) << "the restriction has no end";
}

TEST(Events, PerCentScalesWhatTheTablesSay) {
  const Network network =
      line({event("restricted", january, edit(Attribute::capacity, 0.5, EditKind::scale)),
            event("restricted", march, edit(Attribute::capacity, 0.4, EditKind::scale))});
  EXPECT_EQ(on(network, january).capacity_t_yr.value, 2.5e6);
  EXPECT_EQ(on(network, march).capacity_t_yr.value, 2e6) << "of the tables, not of the half";
}

TEST(Events, TollsAddUp) {
  const auto surcharge = [](Date date, double usd_teu) {
    return event("cost", date, edit(Attribute::toll, usd_teu, EditKind::add, Per::teu));
  };
  Network network = line({surcharge(january, 1400), surcharge(march, 700)});
  EXPECT_EQ(on(network, january).toll_usd_t.value, 100);  // 1400 / 14
  EXPECT_EQ(on(network, march).toll_usd_t.value, 150);    // + 700 / 14
  network.links[LinkId{0}].figures.toll = Figure<UsdPerTonne>{UsdPerTonne{3}};
  EXPECT_EQ(on(network, march).toll_usd_t.value, 153);
}

TEST(Events, BeforeStandsForTheTablesUntilTheFirstRowThatHasOne) {
  Event first = event("opened", march, edit(Status::operational));
  first.before = edit(Status::under_construction);
  Event second = event("opened", may, edit(Status::operational));
  second.before = edit(Status::planned);
  const Network network = line({first, second});
  EXPECT_EQ(on(network, january).status, Status::under_construction);
  EXPECT_EQ(on(network, january).closed_by, "not before 2026-03-01: opened by a test");
  EXPECT_EQ(on(network, march).status, Status::operational);
}

TEST(Events, BeforeAFirstCapacityLaterEventsOfThePastStillHold) {
  Event completed = event("completed", may, edit(Attribute::capacity, 5e6));
  completed.before = edit(Attribute::capacity, 1e6);
  const Network network = line(
      {event("restricted", march, edit(Attribute::capacity, 0.5, EditKind::scale)), completed});
  EXPECT_EQ(on(network, january).capacity_t_yr.value, 1e6);
  EXPECT_EQ(on(network, march).capacity_t_yr.value, 0.5e6) << "half of what was there then";
}

TEST(Events, ForOneCargoLeaveTheOthersAlone) {
  Event ban = event("restricted", march, edit(Status::closed));
  ban.cargoes = {"grain"};
  const Network network = line({ban});
  const WayState boxes = on(network, may, CargoId{0});
  const WayState bulk = on(network, may, CargoId{1});
  EXPECT_TRUE(boxes.open);
  EXPECT_FALSE(bulk.open);
  EXPECT_FALSE(bulk.cargo_allowed);
  EXPECT_EQ(bulk.status, Status::operational);
  EXPECT_EQ(bulk.closed_by, "restricted by a test (2026-03-01)");
}

TEST(Events, AtANodeTouchTheLinksThatEndThere) {
  Event closed = event("closed", march, edit(Status::closed));
  closed.links.clear();
  closed.nodes = {NodeId{1}};
  Network network = line({closed});
  const State state = base_state(network, CargoId{0}, march);
  EXPECT_FALSE(state.ways[WayId{0}].open);
  EXPECT_FALSE(state.ways[WayId{3}].open);
  network.events[0].links = {LinkId{1}};
  const State named = base_state(network, CargoId{0}, march);
  EXPECT_TRUE(named.ways[WayId{0}].open) << "where links are named, these";
  EXPECT_FALSE(named.ways[WayId{3}].open);
}

TEST(Events, AtANodeChangeItsOwnAttributes) {
  Event queue = event("time", march, edit(Attribute::dwell, 3, EditKind::scale));
  queue.links.clear();
  queue.nodes = {NodeId{1}};
  const Network network = line({queue});
  EXPECT_EQ(base_state(network, CargoId{0}, january).nodes[NodeId{1}].dwell_h.value, 48);
  EXPECT_EQ(base_state(network, CargoId{0}, march).nodes[NodeId{1}].dwell_h.value, 144);
}

TEST(Events, NewsChangeNothingButTheLatestDate) {
  Event news = event("volume", may, {});
  news.effect.reset();
  const Network network = line({news});
  EXPECT_EQ(on(network, may), on(line({}), may));
  EXPECT_EQ(latest_date(network), may);
  EXPECT_EQ(latest_date(line({})), (Date{2025, 12, 31}));
}

TEST(Events, WhatTheySayRestsOnTheirSource) {
  Event slow = event("time", march, edit(Attribute::speed, 10));
  slow.provenance.assumption = true;
  EXPECT_EQ(on(line({slow}), march).haul_h, (Value{10, Basis::assumed}));
}

TEST(Resolve, StandsOnTheScenariosDateUnlessAnotherIsGiven) {
  const Network network = line({event("closed", march, edit(Status::closed))});
  Scenario scenario;
  Diagnostics diagnostics;
  EXPECT_EQ(resolve(network, scenario, CargoId{0}, diagnostics).date, march);
  scenario.as_of = january;
  EXPECT_TRUE(resolve(network, scenario, CargoId{0}, diagnostics).ways[WayId{0}].open);
  EXPECT_FALSE(resolve(network, scenario, CargoId{0}, diagnostics, may).ways[WayId{0}].open);
}

}  // namespace
}  // namespace corridor
