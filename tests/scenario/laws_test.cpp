#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "corridor/scenario/diff.hpp"

#include "scenario/changes.hpp"
#include "scenario/values.hpp"
#include "support/sketch.hpp"

// Laws that hold for every network and every list of changes, tried on random small ones.

namespace corridor {
namespace {

using test::after;
using test::edit;

std::string link_id(std::size_t index) { return "link" + std::to_string(index); }

Selector one_link(std::size_t index) {
  Selector where;
  where.links = {{link_id(index), {}}};
  return where;
}

/// A network of a few nodes in a few countries, joined at random.
Network random_network() {
  const auto node_count = *rc::gen::inRange<std::size_t>(2, 6);
  const auto link_count = *rc::gen::inRange<std::size_t>(1, 8);
  const std::vector<std::string> countries = {"AA", "BB", "UA", "UB", "XZ"};
  std::vector<std::string> nodes;
  for (std::size_t i = 0; i < node_count; ++i) {
    nodes.push_back("n" + std::to_string(i) + ":" + *rc::gen::elementOf(countries));
  }
  std::string lines;
  for (std::size_t i = 0; i < link_count; ++i) {
    const auto from = *rc::gen::inRange<std::size_t>(0, node_count);
    const auto to = (from + *rc::gen::inRange<std::size_t>(1, node_count)) % node_count;
    const std::string mode = *rc::gen::elementOf(std::vector<std::string>{"rail", "road", "sea"});
    const int length = *rc::gen::inRange(1, 3000);
    const int capacity = *rc::gen::inRange(1, 50);
    const std::string status = *rc::gen::elementOf(
        std::vector<std::string>{"operational", "operational", "planned", "closed"});
    lines += nodes[from] + "-" + mode + "- " + nodes[to] + " " + std::to_string(length) +
             " km id=" + link_id(i) + " cap=" + std::to_string(capacity) + " status=" + status +
             (*rc::gen::arbitrary<bool>() ? " oneway\n" : "\n");
  }
  return test::sketch(lines);
}

std::size_t random_link(const Network& network) {
  return *rc::gen::inRange<std::size_t>(0, network.links.size());
}

CargoId random_cargo(const Network& network) {
  return CargoId{*rc::gen::inRange<std::size_t>(0, network.cargoes.size())};
}

double random_number() { return *rc::gen::inRange(1, 1000000) / 7919.0; }

/// Attributes of links whose value is a plain number.
Attribute random_attribute() {
  return *rc::gen::elementOf(
      std::vector<Attribute>{Attribute::speed, Attribute::cost, Attribute::fixed_cost,
                             Attribute::emissions, Attribute::capacity, Attribute::toll,
                             Attribute::wait, Attribute::border_time, Attribute::border_cost});
}

Change random_change(const Network& network) {
  const Selector where = one_link(random_link(network));
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      return test::open(where);
    case 1:
      return test::close(where);
    case 2:
      return test::scale(where, random_attribute(), random_number() / 100);
    case 3:
      return test::toll(where, random_number(), Per::teu);
    default:
      return test::set(where, edit(random_attribute(), random_number()));
  }
}

std::vector<Change> random_changes(const Network& network) {
  std::vector<Change> changes;
  const int count = *rc::gen::inRange(0, 8);
  for (int i = 0; i < count; ++i) changes.push_back(random_change(network));
  return changes;
}

State resolved(const Network& network, const std::vector<Change>& changes, CargoId cargo) {
  return after(network, changes, nullptr, cargo);
}

std::vector<Change> with(std::vector<Change> changes, const std::vector<Change>& more) {
  changes.insert(changes.end(), more.begin(), more.end());
  return changes;
}

TEST(Laws, ClosingAndOpeningAnOpenLinkLeavesTheSameBytes) {
  EXPECT_TRUE(rc::check([] {
    const Network network = random_network();
    const CargoId cargo = random_cargo(network);
    const State base = resolved(network, {}, cargo);
    const std::size_t link = random_link(network);
    RC_PRE(base.ways[way(LinkId{link}, true)].status == Status::operational);
    RC_ASSERT(resolved(network, {test::close(one_link(link)), test::open(one_link(link))}, cargo) ==
              base);
  }));
}

TEST(Laws, SettingAndSettingBackLeavesTheSameBytes) {
  EXPECT_TRUE(rc::check([] {
    const Network network = random_network();
    const CargoId cargo = random_cargo(network);
    const State base = resolved(network, {}, cargo);
    const std::size_t link = random_link(network);
    const Attribute attribute = random_attribute();
    const double before = value_of(base.ways[way(LinkId{link}, true)], attribute).value;
    // The law is about values that were set once: a class capacity is the same both ways.
    RC_ASSERT(resolved(network,
                       {test::set(one_link(link), edit(attribute, random_number())),
                        test::set(one_link(link), edit(attribute, before))},
                       cargo) == base);
  }));
}

TEST(Laws, TakingTollsOffInAnyOrderLeavesTheSameBytes) {
  EXPECT_TRUE(rc::check([] {
    const Network network = random_network();
    const CargoId cargo = random_cargo(network);
    const std::vector<Change> before = random_changes(network);
    std::vector<Change> added;
    std::vector<Change> taken_off;
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i) {
      const std::size_t link = random_link(network);
      const double usd_teu = random_number();
      added.push_back(test::toll(one_link(link), usd_teu, Per::teu));
      taken_off.insert(taken_off.begin() + *rc::gen::inRange(0, i + 1),
                       test::toll(one_link(link), -usd_teu, Per::teu));
    }
    const State state = resolved(network, before, cargo);
    const State again = resolved(network, with(with(before, added), taken_off), cargo);
    RC_ASSERT(difference(network, state, again).empty());
    for (const WayId way : state.ways.keys()) {
      RC_ASSERT(state.ways[way].toll_usd_t.value == again.ways[way].toll_usd_t.value);
    }
  }));
}

TEST(Laws, TheOrderOfTollsDoesNotMatter) {
  EXPECT_TRUE(rc::check([] {
    const Network network = random_network();
    std::vector<Change> tolls;
    const int count = *rc::gen::inRange(2, 6);
    for (int i = 0; i < count; ++i) {
      tolls.push_back(test::toll(one_link(0), random_number(), Per::teu));
    }
    std::vector<Change> reversed(tolls.rbegin(), tolls.rend());
    RC_ASSERT(resolved(network, tolls, CargoId{0}) == resolved(network, reversed, CargoId{0}));
  }));
}

TEST(Laws, TheOrderOfUnrelatedChangesDoesNotMatter) {
  EXPECT_TRUE(rc::check([] {
    const Network network = random_network();
    RC_PRE(network.links.size() >= 2U);
    const CargoId cargo = random_cargo(network);
    std::vector<Change> of_first;
    std::vector<Change> of_rest;
    for (const Change& change : random_changes(network)) {
      const bool first = std::visit(
          [](const auto& what) {
            if constexpr (requires { what.where.links; })
              return what.where.links[0].text == link_id(0);
            return false;
          },
          change.what);
      (first ? of_first : of_rest).push_back(change);
    }
    RC_ASSERT(resolved(network, with(of_first, of_rest), cargo) ==
              resolved(network, with(of_rest, of_first), cargo));
  }));
}

TEST(Laws, APolicyTurnedOnAndOffLeavesTheSameBytes) {
  EXPECT_TRUE(rc::check([] {
    Network network = random_network();
    const CargoId cargo = random_cargo(network);
    network.policies.add(
        test::bundle("bundle", random_changes(network), *rc::gen::arbitrary<bool>()));
    network.index();
    const std::vector<Change> before = random_changes(network);
    const std::vector<Change> between = random_changes(network);
    const Change on = test::policy("bundle", true);
    const Change off = test::policy("bundle", false);
    Network without = network;
    without.policies[PolicyId{0}].active = false;
    RC_ASSERT(resolved(network, with(with(with(before, {on}), between), {off}), cargo) ==
              resolved(without, with(before, between), cargo));
  }));
}

TEST(Laws, ApplyingTwiceFromTheSameBaseGivesTheSameBytes) {
  EXPECT_TRUE(rc::check([] {
    const Network network = random_network();
    const CargoId cargo = random_cargo(network);
    const std::vector<Change> changes = random_changes(network);
    RC_ASSERT(resolved(network, changes, cargo) == resolved(network, changes, cargo));
  }));
}

TEST(Laws, ScalingAllRatesByTwoDoublesEveryHaul) {
  EXPECT_TRUE(rc::check([] {
    const Network network = random_network();
    const CargoId cargo = random_cargo(network);
    Selector all;
    all.modes = test::names({"rail", "road", "sea"});
    const State base = resolved(network, {}, cargo);
    const State twice = resolved(network, {test::scale(all, Attribute::cost, 2)}, cargo);
    for (const WayId way : base.ways.keys()) {
      const bool is_way = is_forward(way) || !network.links[link_of(way)].one_way;
      const double factor = is_way ? 2 : 1;  // sketches have no fixed costs
      RC_ASSERT(twice.ways[way].haul_usd_t.value == factor * base.ways[way].haul_usd_t.value);
      RC_ASSERT(twice.ways[way].haul_h == base.ways[way].haul_h);
    }
  }));
}

TEST(Laws, TheDifferenceIsEmptyOnlyOfStatesThatPriceAlike) {
  EXPECT_TRUE(rc::check([] {
    const Network network = random_network();
    const CargoId cargo = random_cargo(network);
    const State base = resolved(network, {}, cargo);
    const State state = resolved(network, random_changes(network), cargo);
    RC_PRE(difference(network, base, state).empty());
    for (const WayId way : base.ways.keys()) {
      RC_ASSERT(base.ways[way].open == state.ways[way].open);
      RC_ASSERT(base.ways[way].haul_usd_t.value == state.ways[way].haul_usd_t.value);
      RC_ASSERT(base.ways[way].haul_h.value == state.ways[way].haul_h.value);
    }
  }));
}

TEST(Laws, BeforeItsFirstDayAnEventChangesNothing) {
  EXPECT_TRUE(rc::check([] {
    Network network = random_network();
    const CargoId cargo = random_cargo(network);
    const Date day{2026, 6, 1};
    const State base = base_state(network, cargo, day);
    Event event;
    event.date = {2026, 6, *rc::gen::inRange(2, 31)};
    event.kind = "closed";
    event.links = {LinkId{random_link(network)}};
    event.effect = *rc::gen::arbitrary<bool>() ? edit(Status::closed)
                                               : edit(random_attribute(), random_number());
    network.events.push_back(event);
    RC_ASSERT(base_state(network, cargo, day) == base);
    network.events[0].date = {2026, 5, 1};
    network.events[0].until = Date{2026, 5, 31};
    RC_ASSERT(base_state(network, cargo, day) == base);
  }));
}

}  // namespace
}  // namespace corridor
