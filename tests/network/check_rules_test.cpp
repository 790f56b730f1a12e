#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corridor/network/check.hpp"

#include "network/findings.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::findings;
using test::sketch;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Network chain() {
  return sketch(R"(
    a-rail- b 100 km id=one
    b-rail- c 100 km id=two
    c-rail- d 100 km id=three oneway
  )");
}

TEST(CheckTransfers, AreBetweenTwoModesAndOnce) {
  Network network = chain();
  network.transfers.push_back(network.transfers[0]);
  std::swap(network.transfers.back().a, network.transfers.back().b);
  network.transfers.push_back(network.transfers[0]);
  network.transfers.back().b = network.transfers.back().a;
  EXPECT_THAT(findings(network),
              ElementsAre("error: the transfer between 'road' and 'rail' is given twice",
                          "error: a transfer between 'rail' and 'rail'"));
}

TEST(CheckBorders, NameCountriesUnionsOrAll) {
  Network network = chain();
  network.borders[0].from = "eaeu";
  network.borders[0].to = "az";
  EXPECT_THAT(findings(network),
              ElementsAre("error: a border rule names 'eaeu', which is no country or union",
                          "error: a border rule names 'az', which is no country or union"));
}

TEST(CheckBorders, OneRuleAFigureAndDirection) {
  Network network = chain();
  BorderRule out;
  out.from = "AA";
  out.to = "BB";
  out.time = Figure<Hours>{Hours{1}};
  BorderRule back = out;
  std::swap(back.from, back.to);
  network.borders = {out, back};
  EXPECT_THAT(findings(network),
              ElementsAre("error: time of the border from AA to BB by mode 'rail' is given twice"));
  network.borders[0].both_ways = network.borders[1].both_ways = false;
  EXPECT_THAT(findings(network), IsEmpty());
  network.borders[1] = network.borders[0];
  network.borders[1].cost = Figure<UsdPerTonne>{UsdPerTonne{1}};
  network.borders[1].time.reset();
  EXPECT_THAT(findings(network), IsEmpty()) << "time by one rule, cost by another";
}

TEST(CheckBorders, SaySomethingAndNotOfShips) {
  Network network = chain();
  BorderRule empty;
  empty.from = empty.to = "*";
  empty.modes = {ModeId{2}};
  network.borders = {empty};
  EXPECT_THAT(findings(network),
              ElementsAre("error: the border rule from * to * gives neither time nor cost",
                          "error: a border rule for mode 'sea', which is a ship"));
}

TEST(CheckUnions, MembersAreCountries) {
  Network network = chain();
  network.unions[0].members = {"UA", "ua", "UA"};
  EXPECT_THAT(findings(network), ElementsAre("error: unknown country 'ua' in union 'uu'",
                                             "error: member of union 'uu' 'UA' is given twice"));
}

Corridor through(const std::vector<WayId>& ways, std::size_t from, std::size_t to) {
  Corridor corridor;
  corridor.id = "north";
  corridor.tags = {"north"};
  corridor.ways = ways;
  corridor.from = NodeId{from};
  corridor.to = NodeId{to};
  return corridor;
}

TEST(CheckCorridors, LinksJoinUp) {
  Network network = chain();
  const auto ahead = [](std::size_t link) { return way(LinkId{link}, true); };
  network.corridors.add(through({ahead(0), ahead(1), ahead(2)}, 0, 3));
  EXPECT_THAT(findings(network), IsEmpty());
  network.corridors[CorridorId{0}] = through({ahead(0), ahead(2)}, 0, 2);
  EXPECT_THAT(findings(network),
              ElementsAre("error: link 'three' of corridor 'north' begins at 'c', but the corridor "
                          "has come to 'b'",
                          "error: corridor 'north' ends at 'd', not at 'c'"));
}

TEST(CheckCorridors, DoNotGoAgainstOneWayLinks) {
  Network network = chain();
  network.corridors.add(through({way(LinkId{2}, false), way(LinkId{1}, false)}, 3, 1));
  EXPECT_THAT(findings(network),
              ElementsAre("error: corridor 'north' goes against the one-way link 'three'"));
}

TEST(CheckCorridors, GatesLieOnThem) {
  Network network = chain();
  Corridor corridor = through({way(LinkId{0}, true)}, 0, 1);
  corridor.gates = {NodeId{1}, NodeId{2}};
  network.corridors.add(corridor);
  EXPECT_THAT(findings(network), ElementsAre("error: gate 'c' is not on corridor 'north'"));
  network.links[LinkId{1}].tags = {"north"};
  EXPECT_THAT(findings(network), IsEmpty());
  network.corridors[CorridorId{0}].gates = {NodeId{}};
  EXPECT_THAT(findings(network),
              ElementsAre("error: a gate of corridor 'north' is not in the network"));
}

TEST(CheckCorridors, HaveLinks) {
  Network network = chain();
  network.corridors.add(through({}, 0, 0));
  EXPECT_THAT(findings(network), ElementsAre("error: corridor 'north' has no links"));
}

Event closure() {
  Event event;
  event.date = {2026, 2, 1};
  event.kind = "closed";
  event.what = "snow";
  event.links = {LinkId{0}};
  event.effect = Edit{};
  event.effect->status = Status::closed;
  return event;
}

TEST(CheckEvents, FindsNothingInASoundOne) {
  Network network = chain();
  network.events = {closure()};
  EXPECT_THAT(findings(network), IsEmpty());
}

TEST(CheckEvents, EndAfterTheyBeginAndComeInOrder) {
  Network network = chain();
  Event first = closure();
  first.until = Date{2026, 1, 31};
  Event second = closure();
  second.date = {2025, 1, 1};
  network.events = {first, second};
  EXPECT_THAT(findings(network),
              ElementsAre("error: the event ends on 2026-01-31, before it begins on 2026-02-01",
                          "error: the events are not in the order of their dates"));
}

TEST(CheckEvents, NameWhatTheyChange) {
  Network network = chain();
  Event nowhere = closure();
  nowhere.links.clear();
  Event at_a_link = closure();
  at_a_link.effect->attribute = Attribute::dwell;
  Event odd = closure();
  odd.kind = "close";
  odd.cargoes = {"grian"};
  network.events = {nowhere, at_a_link, odd};
  EXPECT_THAT(findings(network),
              ElementsAre("error: the event changes status, but names no link and no node",
                          "error: the event changes dwell, but names no node",
                          "error: unknown cargo 'grian' of the event",
                          "error: unknown kind 'close' of event"));
}

TEST(CheckEvents, ValuesMakeSense) {
  Network network = chain();
  Event scaled_status = closure();
  scaled_status.effect->kind = EditKind::scale;
  Event standstill = closure();
  standstill.effect->attribute = Attribute::speed;
  Event negative = closure();
  negative.effect->attribute = Attribute::capacity;
  negative.effect->value = -1;
  Event mixed = closure();
  mixed.before = Edit{};
  mixed.before->attribute = Attribute::toll;
  mixed.before->kind = EditKind::add;
  network.events = {scaled_status, standstill, negative, mixed};
  EXPECT_THAT(findings(network),
              ElementsAre("error: a status cannot be scaled or added to",
                          "error: speed of the event is 0", "error: capacity of the event is -1",
                          "error: `before` is of another attribute than `value`",
                          "error: `before` is no value"));
}

TEST(CheckBenchmarks, NameWhatTheyMeasureAndWhyNot) {
  Network network = chain();
  Benchmark benchmark;
  benchmark.id = "b1";
  benchmark.corridor = "suez";
  benchmark.from = "aa";
  benchmark.low = 2;
  benchmark.high = 1;
  network.benchmarks = {benchmark};
  EXPECT_THAT(findings(network),
              ElementsAre("error: unknown corridor 'suez' of benchmark 'b1'",
                          "error: unknown node 'aa' of benchmark 'b1'",
                          "error: the range of benchmark 'b1' runs from 2 to 1",
                          "error: benchmark 'b1' does not say why it is not modelled"));
}

}  // namespace
}  // namespace corridor
