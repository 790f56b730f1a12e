#include "corridor/network/network.hpp"

#include <gtest/gtest.h>

#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::sketch;

TEST(Network, FindsThingsByTheirIds) {
  const Network network = sketch("a-rail- b 100 km id=line");
  EXPECT_EQ(network.find_node("b"), NodeId{1});
  EXPECT_EQ(network.find_link("line"), LinkId{0});
  EXPECT_EQ(network.find_mode("road"), ModeId{1});
  EXPECT_EQ(network.find_cargo("grain"), CargoId{1});
  EXPECT_FALSE(network.find_node("line").has_value());
  EXPECT_FALSE(network.find_corridor("").has_value());
  EXPECT_EQ(network.find_union("uu"), &network.unions[0]);
  EXPECT_EQ(network.find_union("vv"), nullptr);
}

TEST(Network, OfDoubledIdsFindsTheFirst) {
  const Network network = sketch(R"(
    a-rail- b 100 km id=line
    b-rail- c 100 km id=line
  )");
  EXPECT_EQ(network.find_link("line"), LinkId{0});
}

TEST(Network, NamesALinkByItsEndsAndItsMode) {
  Network network = sketch("a-rail- b 100 km");
  network.nodes[NodeId{0}].name = "Alat";
  network.nodes[NodeId{1}].name = "Aktau";
  network.modes[ModeId{0}].name = "Caspian ferry";
  EXPECT_EQ(network.link_name(LinkId{0}), "Alat - Aktau, Caspian ferry");
  network.links[LinkId{0}].name = "the ferry";
  EXPECT_EQ(network.link_name(LinkId{0}), "the ferry");
}

TEST(Network, AWayRunsFromNodeToNodeInItsDirection) {
  const Network network = sketch("a-rail- b 100 km");
  const WayId there = way(LinkId{0}, true);
  const WayId back = way(LinkId{0}, false);
  EXPECT_EQ(network.from_node(there).id, "a");
  EXPECT_EQ(network.to_node(there).id, "b");
  EXPECT_EQ(network.from_node(back).id, "b");
  EXPECT_EQ(network.to_node(back).id, "a");
  EXPECT_EQ(link_of(back), LinkId{0});
}

TEST(Network, ALinkBelongsToACorridorByItsPlaceOrByItsTag) {
  Network network = sketch(R"(
    a-rail- b 100 km
    b-rail- c 100 km tags=north;x
    c-rail- d 100 km tags=south
  )");
  Corridor corridor;
  corridor.id = "north";
  corridor.tags = {"north"};
  corridor.ways = {way(LinkId{0}, false)};
  const CorridorId id = network.corridors.add(corridor);
  EXPECT_TRUE(network.belongs(LinkId{0}, id));
  EXPECT_TRUE(network.belongs(LinkId{1}, id));
  EXPECT_FALSE(network.belongs(LinkId{2}, id));
}

TEST(Network, FinnishTrainsRunOnRussianTrack) {
  EXPECT_EQ(gauge_family(1524), gauge_family(1520));
  EXPECT_NE(gauge_family(1435), gauge_family(1520));
  EXPECT_EQ(gauge_family(1435), 1435);
}

TEST(Network, ACargoWithoutModesMayUseAll) {
  const Network network = sketch("a-rail- b 100 km");
  EXPECT_TRUE(network.cargoes[CargoId{0}].may_use("road"));
  EXPECT_FALSE(network.cargoes[CargoId{1}].may_use("road"));
  EXPECT_TRUE(network.cargoes[CargoId{1}].may_use("sea"));
}

TEST(Mode, TheFirstOverrideOfACountryThatHasTheFigureHolds) {
  Mode mode;
  const Figure<KmPerHour> general{KmPerHour{40}};
  ModeOverride without_speed;
  without_speed.countries = {"AA"};
  ModeOverride first;
  first.countries = {"AA", "BB"};
  first.speed = Figure<KmPerHour>{KmPerHour{20}};
  ModeOverride second = first;
  second.speed = Figure<KmPerHour>{KmPerHour{10}};
  mode.by_country = {without_speed, first, second};
  EXPECT_EQ(figure_in(mode, "AA", &ModeOverride::speed, &general)->value.value, 20);
  EXPECT_EQ(figure_in(mode, "CC", &ModeOverride::speed, &general)->value.value, 40);
  const Figure<KmPerHour>* none = nullptr;
  EXPECT_EQ(figure_in(mode, "CC", &ModeOverride::speed, none), nullptr);
}

}  // namespace
}  // namespace corridor
