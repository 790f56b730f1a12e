#include <cmath>

#include <gtest/gtest.h>

#include "corridor/scenario/state.hpp"

#include "scenario/changes.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::back;
using test::sketch;
using test::there;

const CargoId container{0};
const CargoId grain{1};

State state_of(const Network& network, CargoId cargo = container) {
  return base_state(network, cargo, latest_date(network));
}

template <class Q>
Figure<Q> teu(double value) {
  Figure<Q> figure{Q{value}};
  figure.per = Per::teu;
  return figure;
}

TEST(BaseState, AddsUpAHaulByRoad) {
  const Network network = sketch("a:AA-road- b:BB 600 km");
  const WayState way = state_of(network).ways[there(network, "a_b_road")];
  EXPECT_DOUBLE_EQ(way.haul_h.value, 24);      // 600 km at 50 km/h are 12 h, at 12 h a day: 24 h
  EXPECT_DOUBLE_EQ(way.haul_usd_t.value, 48);  // 600 km x 0.08 USD/tkm
  EXPECT_DOUBLE_EQ(way.emissions_kg_t.value, 48);  // 600 km x 0.08 kg/tkm
  EXPECT_TRUE(way.crosses_border);
  EXPECT_EQ(way.border_h.value, 5);
  EXPECT_EQ(way.border_usd_t.value, 6);
  EXPECT_EQ(way.wait_h.value, 0);
  EXPECT_EQ(way.toll_usd_t.value, 0);
  EXPECT_TRUE(way.open);
}

TEST(BaseState, AFixedCostFallsOnceOnALink) {
  Network network = sketch("a-sea- b 1000 km");
  network.modes[ModeId{2}].fixed_cost = Figure<UsdPerTonne>{UsdPerTonne{7}};
  // 1000 km x 0.004 USD/tkm + 7 USD/t
  EXPECT_DOUBLE_EQ(state_of(network).ways[WayId{0}].haul_usd_t.value, 11);
  network.links[LinkId{0}].figures.fixed_cost = Figure<UsdPerTonne>{UsdPerTonne{1}};
  EXPECT_DOUBLE_EQ(state_of(network).ways[WayId{0}].haul_usd_t.value, 5);
}

TEST(BaseState, ChargesByTeuFallOnTonnesByTheCargo) {
  Network network = sketch("a-rail- b 100 km");
  LinkFigures& figures = network.links[LinkId{0}].figures;
  figures.cost = teu<UsdPerTonneKm>(0.7);  // 0.7 / 14 = 0.05 USD/tkm; 0.7 / 25 = 0.028
  figures.toll = teu<UsdPerTonne>(350);    // 350 / 14 = 25; 350 / 25 = 14
  EXPECT_NEAR(state_of(network, container).ways[WayId{0}].haul_usd_t.value, 5, 1e-12);
  EXPECT_NEAR(state_of(network, grain).ways[WayId{0}].haul_usd_t.value, 2.8, 1e-12);
  EXPECT_EQ(state_of(network, container).ways[WayId{0}].toll_usd_t.value, 25);
  EXPECT_EQ(state_of(network, grain).ways[WayId{0}].toll_usd_t.value, 14);
}

TEST(BaseState, ADirectionHasItsOwnFigures) {
  Network network = sketch("a-rail- b 100 km speed=50");
  network.links[LinkId{0}].backward.speed = Figure<KmPerHour>{KmPerHour{25}};
  network.links[LinkId{0}].forward.wait = Figure<Hours>{Hours{3}};
  const State state = state_of(network);
  EXPECT_DOUBLE_EQ(state.ways[there(network, "a_b_rail")].haul_h.value, 2);
  EXPECT_DOUBLE_EQ(state.ways[back(network, "a_b_rail")].haul_h.value, 4);
  EXPECT_EQ(state.ways[there(network, "a_b_rail")].wait_h.value, 3);
  EXPECT_EQ(state.ways[back(network, "a_b_rail")].wait_h.value, 0);
}

TEST(BaseState, BetweenCountriesTakesTheMeanOfTheMode) {
  Network network = sketch("a:AA-rail- b:BB 240 km");
  ModeOverride in_bb;
  in_bb.countries = {"BB"};
  in_bb.speed = Figure<KmPerHour>{KmPerHour{60}};
  in_bb.cost = Figure<UsdPerTonneKm>{UsdPerTonneKm{0.05}};
  in_bb.cost->provenance.assumption = true;
  in_bb.capacity = Figure<TonnesPerYear>{TonnesPerYear{4e6}};
  network.modes[ModeId{0}].by_country = {in_bb};
  const WayState way = state_of(network).ways[WayId{0}];
  // 120 km at 40 km/h and 120 km at 60 km/h: 3 h + 2 h.
  EXPECT_DOUBLE_EQ(way.haul_h.value, 5);
  // 120 km x 0.03 + 120 km x 0.05 USD/tkm
  EXPECT_DOUBLE_EQ(way.haul_usd_t.value, 9.6);
  EXPECT_EQ(way.haul_usd_t.basis, Basis::assumed) << "half of it is";
  EXPECT_EQ(way.haul_h.basis, Basis::known);
  EXPECT_EQ(way.capacity_t_yr.value, 4e6) << "the smaller of 10 and 4 Mt/yr";
}

TEST(BaseState, ACapacityIsThatOfTheLinkElseOfTheClass) {
  Network network = sketch("a-rail- b 100 km\n b-rail- c 100 km cap=3");
  network.links[LinkId{1}].figures.capacity_teu = teu<TonnesPerYear>(100e3);
  const State boxes = state_of(network, container);
  EXPECT_EQ(boxes.ways[WayId{0}].capacity_t_yr, (Value{10e6, Basis::assumed}));
  EXPECT_EQ(boxes.ways[WayId{2}].capacity_t_yr, (Value{1.4e6, Basis::known}));  // 100 kTEU x 14 t
  const State bulk = state_of(network, grain);
  EXPECT_EQ(bulk.ways[WayId{2}].capacity_t_yr, (Value{3e6, Basis::known}));
}

TEST(BaseState, WhatAValueRestsOnComesFromItsSource) {
  Network network = sketch("a-rail- b 100 km speed=50");
  Link& link = network.links[LinkId{0}];
  link.figures.speed->provenance.confidence = Confidence::low;
  const State state = state_of(network);
  EXPECT_EQ(state.ways[WayId{0}].speed_km_h.basis, Basis::low_confidence);
  EXPECT_EQ(state.ways[WayId{0}].haul_h.basis, Basis::low_confidence);
  EXPECT_EQ(state.ways[WayId{0}].haul_usd_t.basis, Basis::known);
  link.length.provenance.assumption = true;
  const State guessed = state_of(network);
  EXPECT_EQ(guessed.ways[WayId{0}].haul_h.basis, Basis::assumed);
  EXPECT_EQ(guessed.ways[WayId{0}].haul_usd_t.basis, Basis::assumed);
  EXPECT_EQ(guessed.ways[WayId{0}].emissions_kg_t.basis, Basis::assumed);
}

TEST(BaseState, OnlyWhatMayBeUsedIsOpen) {
  const Network network = sketch(R"(
    a-road- b 1 km
    a-rail- b 1 km status=planned
    a-sea-  b 1 km oneway
  )");
  const State boxes = state_of(network, container);
  const State bulk = state_of(network, grain);
  EXPECT_TRUE(boxes.ways[there(network, "a_b_road")].open);
  EXPECT_FALSE(bulk.ways[there(network, "a_b_road")].open) << "grain may not go by road";
  EXPECT_FALSE(boxes.ways[there(network, "a_b_rail")].open);
  EXPECT_TRUE(boxes.ways[there(network, "a_b_sea")].open);
  EXPECT_FALSE(boxes.ways[back(network, "a_b_sea")].open);
}

TEST(BaseState, NodesTakeTheNetworksDefaults) {
  Network network = sketch("a:AA/seaport-sea- b:BB/seaport 100 km");
  Node& node = network.nodes[NodeId{0}];
  node.dwell = Figure<Hours>{Hours{60}};
  node.transfer_cost = Figure<UsdPerTonne>{UsdPerTonne{3}};
  node.capacity = Figure<TonnesPerYear>{TonnesPerYear{5e6}};
  node.capacity_teu = teu<TonnesPerYear>(50e3);
  const State boxes = state_of(network, container);
  EXPECT_EQ(boxes.nodes[NodeId{0}].dwell_h.value, 60);
  EXPECT_EQ(boxes.nodes[NodeId{1}].dwell_h.value, 48);
  EXPECT_EQ(boxes.nodes[NodeId{1}].handling_usd_t.value, 10);
  EXPECT_EQ(boxes.nodes[NodeId{1}].gauge_h.value, 10);
  EXPECT_EQ(boxes.nodes[NodeId{1}].gauge_usd_t.value, 4);
  EXPECT_LT(boxes.nodes[NodeId{0}].transfer_h.value, 0) << "the pair's default";
  EXPECT_EQ(boxes.nodes[NodeId{0}].transfer_usd_t.value, 3);
  EXPECT_EQ(boxes.nodes[NodeId{0}].capacity_t_yr.value, 0.7e6);  // 50 kTEU x 14 t
  EXPECT_EQ(state_of(network, grain).nodes[NodeId{0}].capacity_t_yr.value, 5e6);
  EXPECT_TRUE(std::isinf(boxes.nodes[NodeId{1}].capacity_t_yr.value));
}

TEST(BaseState, HoldsActivePolicies) {
  Network network = sketch("a-rail- b 100 km\n b-rail- c 100 km");
  Policy sanctions = test::bundle("sanctions", {test::close(test::links({"a_b_rail"}))}, true);
  sanctions.title = "Sanctions of a test";
  network.policies.add(sanctions);
  network.index();
  const State state = state_of(network);
  EXPECT_FALSE(state.ways[there(network, "a_b_rail")].open);
  EXPECT_EQ(state.ways[there(network, "a_b_rail")].closed_by, "policy: Sanctions of a test");
  EXPECT_TRUE(state.ways[there(network, "b_c_rail")].open);
  EXPECT_EQ(state.policies[PolicyId{0}], 1);
}

}  // namespace
}  // namespace corridor
