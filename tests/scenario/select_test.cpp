#include "corridor/scenario/select.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/changes.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::names;
using test::sketch;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Network country_roads() {
  Network network = sketch(R"(
    a:AA-rail- b:AA  10 km id=home tags=north
    b-road- c:BB     10 km id=abroad status=planned
    c-rail- d:UA     10 km id=eastward oneway
    d-sea- e:UB      10 km id=strait tags=south
    e-sea- x:XZ      10 km id=high_seas
  )");
  Corridor corridor;
  corridor.id = "middle";
  corridor.ways = {way(LinkId{1}, true)};
  corridor.tags = {"north"};
  network.corridors.add(corridor);
  network.index();
  return network;
}

/// Ids of the ways that a selector picks, backward ones with a minus.
std::vector<std::string> picked(const Network& network, const Selector& where,
                                Diagnostics& diagnostics) {
  const State state = base_state(network, CargoId{0}, network.state_date);
  std::vector<std::string> ids;
  for (const WayId way : select(network, state, where, diagnostics).ways) {
    ids.push_back((is_forward(way) ? "" : "-") + network.links[link_of(way)].id);
  }
  return ids;
}

std::vector<std::string> picked(const Selector& where) {
  Diagnostics diagnostics;
  std::vector<std::string> ids = picked(country_roads(), where, diagnostics);
  EXPECT_TRUE(diagnostics.list().empty()) << to_string(diagnostics.list());
  return ids;
}

std::vector<std::string> complaints(const Selector& where) {
  Diagnostics diagnostics;
  EXPECT_THAT(picked(country_roads(), where, diagnostics), IsEmpty());
  std::vector<std::string> list;
  for (const Diagnostic& d : diagnostics.list()) list.push_back(d.message + " | " + d.hint);
  return list;
}

TEST(Select, ByLinkAndByMode) {
  EXPECT_THAT(picked(test::links({"abroad"})), ElementsAre("abroad", "-abroad"));
  Selector where;
  where.modes = names({"rail", "road"});
  EXPECT_THAT(picked(where), ElementsAre("home", "-home", "abroad", "-abroad", "eastward"))
      << "the back of a one-way link is no way";
}

TEST(Select, ByCountryTouchedOrInside) {
  EXPECT_THAT(picked(test::touching("BB")), ElementsAre("abroad", "-abroad", "eastward"));
  EXPECT_THAT(picked(test::touching("uu")),
              ElementsAre("eastward", "strait", "-strait", "high_seas", "-high_seas"));
  Selector inside;
  inside.inside = names({"AA"});
  EXPECT_THAT(picked(inside), ElementsAre("home", "-home"));
  inside.inside = names({"uu"});
  EXPECT_THAT(picked(inside), ElementsAre("strait", "-strait")) << "both ends in the union";
}

TEST(Select, ByCrossing) {
  Selector where;
  where.crossing_from = Name{"AA", {}};
  where.crossing_to = Name{"BB", {}};
  EXPECT_THAT(picked(where), ElementsAre("abroad", "-abroad"));
  where.crossing_both_ways = false;
  EXPECT_THAT(picked(where), ElementsAre("abroad"));
  where.crossing_from = Name{"BB", {}};
  where.crossing_to = Name{"*", {}};
  EXPECT_THAT(picked(where), ElementsAre("-abroad", "eastward"));
  where.crossing_from = Name{"uu", {}};
  EXPECT_THAT(picked(where), ElementsAre("strait", "-strait")) << "the high seas are no country";
}

TEST(Select, ByCorridorTagAndStatus) {
  EXPECT_THAT(picked(test::corridor_named("middle")),
              ElementsAre("home", "-home", "abroad", "-abroad"));
  Selector where;
  where.tags = names({"south"});
  EXPECT_THAT(picked(where), ElementsAre("strait", "-strait"));
  Selector planned;
  planned.statuses = names({"planned", "closed"});
  EXPECT_THAT(picked(planned), ElementsAre("abroad", "-abroad"));
}

TEST(Select, ANodeAloneStandsForItselfAndItsLinks) {
  const Network network = country_roads();
  const State state = base_state(network, CargoId{0}, network.state_date);
  Diagnostics diagnostics;
  Selector where = test::nodes({"c", "c", "b"});
  const Selection selection = select(network, state, where, diagnostics);
  EXPECT_THAT(selection.nodes, ElementsAre(NodeId{1}, NodeId{2}));
  EXPECT_EQ(selection.ways.size(), 5U);
  where.modes = names({"road"});
  EXPECT_THAT(select(network, state, where, diagnostics).nodes, IsEmpty());
  EXPECT_THAT(picked(where), ElementsAre("abroad", "-abroad"));
}

TEST(Select, TowardsKeepsTheDirectionThatEndsThere) {
  Selector where = test::links({"abroad", "home"});
  where.towards = Name{"b", {}};
  EXPECT_THAT(picked(where), ElementsAre("home", "-abroad"));
}

TEST(Select, AllKeysMustHold) {
  Selector where = test::touching("AA");
  where.modes = names({"road"});
  EXPECT_THAT(picked(where), ElementsAre("abroad", "-abroad"));
}

TEST(Select, ForAnotherCargoPicksNothingAndIsNoError) {
  EXPECT_THAT(picked(test::for_cargo(test::touching("AA"), "grain")), IsEmpty());
  EXPECT_THAT(picked(test::for_cargo(test::links({"home"}), "container")),
              ElementsAre("home", "-home"));
}

TEST(Select, UnknownNamesAreErrorsWithTheNearestOnes) {
  EXPECT_THAT(complaints(test::links({"hom"})),
              ElementsAre("unknown link 'hom' | did you mean 'home'?"));
  EXPECT_THAT(complaints(test::touching("ZZ")),
              ElementsAre("unknown country 'ZZ' | did you mean 'XZ'?"));
  EXPECT_THAT(complaints(test::corridor_named("midle")),
              ElementsAre("unknown corridor 'midle' | did you mean 'middle'?"));
  Selector where;
  where.tags = names({"sooth"});
  where.statuses = names({"plannned"});
  where.modes = names({"rails"});
  where.cargoes = names({"grains"});
  EXPECT_THAT(complaints(where), ElementsAre("unknown mode 'rails' | did you mean 'rail'?",
                                             "unknown tag 'sooth' | did you mean 'south'?",
                                             "unknown status 'plannned' | did you mean 'planned'?",
                                             "unknown cargo 'grains' | did you mean 'grain'?"));
}

TEST(Select, NoFitIsAnErrorThatSaysWhichKeyIsInTheWay) {
  Selector where = test::corridor_named("middle");
  where.modes = names({"sea"});
  EXPECT_THAT(complaints(where), ElementsAre("no link fits the selector (mode and corridor) | "
                                             "without 'mode' it picks home, abroad"));
}

TEST(Select, NothingFilledPicksNothing) {
  EXPECT_EQ(complaints({}).size(), 1U);
  EXPECT_EQ(complaints(test::for_cargo({}, "container")).size(), 1U);
}

}  // namespace
}  // namespace corridor
