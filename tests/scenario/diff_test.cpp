#include "corridor/scenario/diff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/changes.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::after;
using test::edit;
using test::links;
using test::nodes;
using test::set;
using test::sketch;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Network line() {
  return sketch(R"(
    a:AA-rail- b:BB 100 km id=one cap=5
    b-rail- c:BB    100 km id=two status=planned oneway
  )");
}

/// "one <> speed 40 -> 80 km/h": the link (or node), its directions, and what became of it.
std::vector<std::string> lines(const Network& network, const std::vector<Change>& changes,
                               CargoId cargo = CargoId{0}) {
  const State before = base_state(network, cargo, latest_date(network));
  std::vector<std::string> list;
  for (const AttributeChange& c :
       difference(network, before, after(network, changes, nullptr, cargo))) {
    const bool of_link = c.way.valid();
    const std::string arrow = c.both_ways ? " <> " : of_link && !is_forward(c.way) ? " < " : " > ";
    const std::string thing =
        of_link ? network.links[link_of(c.way)].id + arrow : network.nodes[c.node].id + " ";
    list.push_back(thing + c.attribute + " " + c.before + " -> " + c.after +
                   (c.unit.empty() ? "" : " " + c.unit));
  }
  return list;
}

TEST(Difference, OfEqualStatesIsEmpty) { EXPECT_THAT(lines(line(), {}), IsEmpty()); }

TEST(Difference, ListsBothDirectionsOnceWhereTheyAreAlike) {
  const Network network = line();
  Selector to_b = links({"one"});
  to_b.towards = Name{"b", {}};
  EXPECT_THAT(lines(network, {set(links({"one"}), edit(Attribute::speed, 80)),
                              set(to_b, edit(Attribute::wait, 6))}),
              ElementsAre("one <> speed 40 -> 80 km/h", "one > wait 0 -> 6 h"));
  to_b.towards = Name{"a", {}};
  EXPECT_THAT(lines(network, {set(to_b, edit(Attribute::wait, 6))}),
              ElementsAre("one < wait 0 -> 6 h"));
}

TEST(Difference, TellsTheStatusAndOtherwiseWhatIsOpen) {
  const Network network = line();
  EXPECT_THAT(
      lines(network, {test::open(links({"two"})), test::close(links({"one"}))}),
      ElementsAre("one <> status operational -> closed", "two > status planned -> operational"));
  EXPECT_THAT(lines(network, {test::close(test::for_cargo(links({"one"}), "container"))}),
              ElementsAre("one <> open yes -> no"));
}

TEST(Difference, CountsByTheCargosUnit) {
  const Network network = line();
  const std::vector<Change> changes = {test::toll(links({"one"}), 120, Per::teu),
                                       set(links({"one"}), edit(Attribute::capacity, 15e6)),
                                       set(links({"one"}), edit(Attribute::border_cost, 7))};
  EXPECT_THAT(lines(network, changes),
              ElementsAre("one <> capacity 5 -> 15 Mt/yr", "one <> toll 0 -> 120 USD/TEU",
                          "one <> border_cost 84 -> 98 USD/TEU"));  // 6 and 7 USD/t x 14 t
  EXPECT_THAT(
      lines(network, changes, CargoId{1}),
      ElementsAre("one <> capacity 5 -> 15 Mt/yr", "one <> toll 0 -> 4.8 USD/t",  // 120 / 25
                  "one <> border_cost 6 -> 7 USD/t"));
}

TEST(Difference, ListsNodesAfterLinks) {
  const Network network = line();
  EXPECT_THAT(lines(network, {set(nodes({"b"}), edit(Attribute::node_capacity, 2e6)),
                              set(nodes({"b"}), edit(Attribute::transfer_time, 9)),
                              set(links({"one"}), edit(Attribute::cost, 0.05))}),
              ElementsAre("one <> cost 0.03 -> 0.05 USD/tkm", "b transfer_time default -> 9 h",
                          "b node_capacity unlimited -> 2 Mt/yr"));
}

}  // namespace
}  // namespace corridor
