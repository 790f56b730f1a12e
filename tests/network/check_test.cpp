#include "corridor/network/check.hpp"

#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "network/findings.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::findings;
using test::sketch;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Network two_nodes() { return sketch("a-rail- b 100 km id=line"); }
Link& line(Network& network) { return network.links[LinkId{0}]; }

TEST(GreatCircle, AgreesWithWhatIsKnown) {
  // A quarter of the meridian on the mean sphere: pi / 2 x 6371.0088 km.
  EXPECT_NEAR(great_circle_km(0, 0, 90, 0), 10007.557, 0.001);
  // One degree along the equator, and nothing between a place and itself.
  EXPECT_NEAR(great_circle_km(0, 10, 0, 11), 111.195, 0.001);
  EXPECT_EQ(great_circle_km(40.4, 49.9, 40.4, 49.9), 0);
  // The short way over the date line, and the other end of the world.
  EXPECT_NEAR(great_circle_km(0, 179.5, 0, -179.5), 111.195, 0.001);
  EXPECT_NEAR(great_circle_km(0, 0, 0, 180), 20015.115, 0.001);
}

TEST(CheckNetwork, FindsNothingInASoundOne) {
  EXPECT_THAT(findings(sketch(R"(
    a:UA-rail- b:UB        100 km
    b-road- p:BB/seaport    50 km  oneway
    p-sea- q:CC/seaport    900 km
  )")),
              IsEmpty());
}

TEST(CheckNetwork, FindsDoubledIds) {
  const Network network = sketch(R"(
    a-rail- b 100 km id=line
    a-rail- b 100 km id=line
  )");
  EXPECT_THAT(findings(network), ElementsAre("error: link 'line' is given twice"));
}

TEST(CheckNetwork, SaysWhereADoubledIdWasFirstGiven) {
  Network network = sketch("a-rail- b 1 km id=x\n a-rail- b 1 km id=x");
  line(network).at = {"links.csv", 2, 1};
  network.links[LinkId{1}].at = {"links.csv", 3, 1};
  Diagnostics diagnostics;
  check(network, diagnostics);
  ASSERT_EQ(diagnostics.list().size(), 1U);
  EXPECT_EQ(diagnostics.list()[0].at.line, 3);
  EXPECT_EQ(diagnostics.list()[0].hint, "first given at links.csv:2");
}

TEST(CheckNetwork, IdsAreWords) {
  Network network = two_nodes();
  line(network).id = "Baku-Tbilisi";
  network.nodes[NodeId{1}].id = "";
  EXPECT_THAT(findings(network), ElementsAre("error: id '' of a node is not a word",
                                             "error: id 'Baku-Tbilisi' of a link is not a word"));
}

TEST(CheckNetwork, PositionsLieOnTheGlobe) {
  Network network = two_nodes();
  network.nodes[NodeId{0}].lat_deg = 90.5;
  network.nodes[NodeId{0}].lon_deg = std::nan("");
  const auto found = findings(network);
  ASSERT_GE(found.size(), 2U);
  EXPECT_EQ(found[0], "error: latitude of node 'a' is 90.5");
  EXPECT_EQ(found[1], "error: longitude of node 'a' is nan");
}

TEST(CheckNetwork, CountriesAreCodesAndAmongThoseListed) {
  Network network = two_nodes();
  network.nodes[NodeId{0}].country = "Aserbaidschan";
  EXPECT_THAT(findings(network), ElementsAre("error: country of node 'a' is 'Aserbaidschan'"));
  network.nodes[NodeId{0}].country = "AB";
  network.countries = {{"AA", "A-land", {}}, {"UA", "", {}}, {"UB", "", {}}};
  EXPECT_THAT(findings(network),
              ElementsAre("error: country 'AB' of node 'a' is not among the countries"));
  network.nodes[NodeId{0}].country = "XZ";
  EXPECT_THAT(findings(network), IsEmpty());
}

TEST(CheckNetwork, KindsOfNodesAreKnown) {
  Network network = two_nodes();
  network.nodes[NodeId{0}].kinds = {"seeport", "city", "city"};
  EXPECT_THAT(findings(network), ElementsAre("error: unknown kind 'seeport' of node 'a'",
                                             "error: kind 'city' of node 'a' is given twice"));
}

TEST(CheckNetwork, ALinkNeedsTwoEndsAndALength) {
  Network network = sketch("a-rail- a 100 km id=loop\n a-rail- b 0 km id=point");
  EXPECT_THAT(findings(network), ElementsAre("error: link 'loop' begins and ends at node 'a'",
                                             "error: length (km) of link 'point' is 0"));
}

TEST(CheckNetwork, ALengthBelowTheGreatCircleIsDoubtfulAndThenWrong) {
  Network network = two_nodes();           // 100 km
  network.nodes[NodeId{1}].lon_deg = 0.9;  // 0.9 x 111.195 = 100.08 km: within 2 %
  EXPECT_THAT(findings(network), IsEmpty());
  network.nodes[NodeId{1}].lon_deg = 0.95;  // 105.6 km: 0.947 of it
  EXPECT_THAT(findings(network),
              ElementsAre("warning: link 'line' is 100 km long, but its ends are 106 km apart"));
  network.nodes[NodeId{1}].lon_deg = 1.1;  // 122.3 km: 0.82 of it
  EXPECT_THAT(findings(network),
              ElementsAre("error: link 'line' is 100 km long, but its ends are 122 km apart"));
}

TEST(CheckNetwork, SpeedsAreThoseOfTheirKindOfMode) {
  Network network = two_nodes();
  line(network).figures.speed = Figure<KmPerHour>{KmPerHour{5000}};
  line(network).backward.speed = Figure<KmPerHour>{KmPerHour{0}};
  EXPECT_THAT(findings(network), ElementsAre("error: speed (km/h) of link 'line' is 5000",
                                             "error: speed (km/h) of link 'line' is 0"));
}

TEST(CheckNetwork, ALinkWithoutASpeedNeedsAModeWithOne) {
  Network network = two_nodes();
  network.modes[ModeId{0}].speed.reset();
  const std::string error = "error: link 'line' has no speed, and neither has mode 'rail'";
  EXPECT_THAT(findings(network), ElementsAre(error));
  ModeOverride here;
  here.countries = {"AA"};
  here.speed = Figure<KmPerHour>{KmPerHour{30}};
  network.modes[ModeId{0}].by_country = {here};
  EXPECT_THAT(findings(network), IsEmpty());
  network.nodes[NodeId{1}].country = "BB";
  EXPECT_THAT(findings(network), ElementsAre(error));
  line(network).forward.speed = Figure<KmPerHour>{KmPerHour{30}};
  EXPECT_THAT(findings(network), ElementsAre(error)) << "the way back has none";
  line(network).one_way = true;
  EXPECT_THAT(findings(network), IsEmpty());
}

TEST(CheckNetwork, GaugesAreForGaugedModesAndWithinReason) {
  Network network = sketch(R"(
    a-rail- b 1 km id=none   gauge=0
    a-rail- b 1 km id=metres gauge=1
    a-road- b 1 km id=street gauge=1435
    a-rail- b 1 km id=indian gauge=1676
  )");
  EXPECT_THAT(
      findings(network),
      ElementsAre("error: link 'none' has no gauge, but mode 'rail' is gauged",
                  "error: gauge of link 'metres' is 1 mm",
                  "error: link 'street' has a gauge of 1435 mm, but mode 'road' has no gauge"));
}

TEST(CheckNetwork, FiguresAreFiniteAndNotNegativeAndInTheirRange) {
  Network network = two_nodes();
  LinkFigures& figures = line(network).figures;
  figures.capacity = Figure<TonnesPerYear>{TonnesPerYear{-5}};
  figures.toll = Figure<UsdPerTonne>{UsdPerTonne{std::numeric_limits<double>::infinity()}};
  figures.wait = Figure<Hours>{Hours{10}};
  figures.wait->high = Hours{8};
  figures.border_time = Figure<Hours>{Hours{10}};
  figures.border_time->low = Hours{-1};
  EXPECT_THAT(findings(network),
              ElementsAre("error: toll (USD) of link 'line' is inf",
                          "error: wait (h) of link 'line' is 10, outside its range from 10 to 8",
                          "error: the range of border_time (h) of link 'line' begins at -1",
                          "error: capacity (per year) of link 'line' is -5"));
}

TEST(CheckNetwork, ADayOfDrivingHasNoMoreThan24Hours) {
  Network network = two_nodes();
  network.modes[ModeId{1}].driving_per_day = Figure<Hours>{Hours{25}};
  EXPECT_THAT(findings(network), ElementsAre("error: driving_per_day (h/d) of mode 'road' is 25"));
}

TEST(CheckNetwork, ACountryHasAFigureOfAModeOnce) {
  Network network = two_nodes();
  ModeOverride entry;
  entry.countries = {"AA", "BB"};
  entry.speed = Figure<KmPerHour>{KmPerHour{30}};
  ModeOverride other = entry;
  other.countries = {"AA"};
  network.modes[ModeId{0}].by_country = {entry, other};
  EXPECT_THAT(findings(network), ElementsAre("error: speed of mode 'rail' in AA is given twice"));
}

TEST(CheckNetwork, CargoesUseKnownModesAndWeighSomething) {
  Network network = two_nodes();
  network.cargoes[CargoId{1}].modes = {"rail", "raod"};
  network.cargoes[CargoId{1}].tonnes_per_teu = Figure<Tonnes>{Tonnes{0}};
  EXPECT_THAT(findings(network), ElementsAre("error: tonnes_per_teu of cargo 'grain' is 0",
                                             "error: unknown mode 'raod' of cargo 'grain'"));
}

TEST(CheckNetwork, PiecesAndLonelyNodesAreWarnedOf) {
  Network network = sketch(R"(
    a-rail- b 1 km
    b-rail- c 1 km
    x-rail- y 1 km
  )");
  Node lonely;
  lonely.id = "lonely";
  lonely.country = "AA";
  network.nodes.add(lonely);
  EXPECT_THAT(findings(network),
              ElementsAre("warning: no link ends at node 'lonely'",
                          "warning: the network falls into 2 pieces; the smallest is that of node "
                          "'x', with 2 nodes"));
}

TEST(CheckNetwork, WhatNamesNothingIsToldUnlessTheReaderDidSo) {
  Network network = two_nodes();
  line(network).to = NodeId{};
  EXPECT_THAT(findings(network), ElementsAre("error: the end of link 'line' is not in the network",
                                             "warning: no link ends at node 'a'",
                                             "warning: no link ends at node 'b'"));
  Diagnostics told;
  told.error({}, "unknown node 'c'");
  check(network, told);
  EXPECT_EQ(told.list().size(), 3U) << to_string(told.list());
}

TEST(CheckNetwork, AnEmptyNetworkIsAnError) {
  Network network;
  network.id = "nothing";
  EXPECT_THAT(findings(network),
              ElementsAre("error: the network has no nodes", "error: the network has no modes",
                          "error: the network has no cargoes"));
}

}  // namespace
}  // namespace corridor
