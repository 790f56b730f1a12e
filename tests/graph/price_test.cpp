#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "corridor/graph/metric.hpp"

#include "graph/hand_state.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::hand_state;
using test::sketch;

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// A railway to a port, a ship, and a road over a border.
struct Price : testing::Test {
  Network network = sketch(R"(
    a:AA-rail- p:AA/seaport  200 km
    p-sea- q:BB/seaport     3000 km  cap=9
    q-road- b:CC             100 km
    p-road- c:AA             100 km
    p-rail- d:AA             100 km  gauge=1520
    a-rail- e:AA             100 km  gauge=1520
  )");
  Topology topology = compile(network);
  State state = hand_state(network);

  NodeId node(const std::string& id) const { return *network.find_node(id); }
  ModeId mode(const std::string& id) const { return *network.find_mode(id); }
  ArcId haul(const std::string& link) const {
    return topology.haul[way(*network.find_link(link), true)];
  }
  /// The first arc of a kind at a node, between two modes if they are given.
  ArcId arc(ArcKind kind, const std::string& at, ModeId from = {}, ModeId to = {}) const {
    for (const ArcId id : topology.arcs.keys()) {
      const ArcInfo& info = topology.arcs[id];
      if (info.kind == kind && info.node == node(at) && (!from.valid() || info.from_mode == from) &&
          (!to.valid() || info.to_mode == to)) {
        return id;
      }
    }
    return {};
  }
  Metric priced() const { return price(network, topology, state); }
};

// 100 km at 50 km/h is 2 h under way, in 4 h at 12 h a day; 0.08 USD/tkm and 0.08 kg/tkm make 8
// each.
TEST_F(Price, OfAHaulIsThatOfItsWay) {
  const Metric metric = priced();
  const ArcId road = haul("q_b_road");
  EXPECT_DOUBLE_EQ(metric.length_km[road], 100);
  EXPECT_DOUBLE_EQ(metric.time_h[road], 4);
  EXPECT_DOUBLE_EQ(metric.cost_usd_t[road], 8);
  EXPECT_DOUBLE_EQ(metric.emissions_kg_t[road], 8);
  EXPECT_DOUBLE_EQ(metric.capacity_t_yr[road], 5e6);
  EXPECT_EQ(metric.capacity_weak[road], 1) << "the capacity of the class is assumed";
  EXPECT_EQ(metric.capacity_weak[haul("p_q_sea")], 0) << "the link's own is known";
  EXPECT_EQ(metric.open[road], 1);
}

TEST_F(Price, OfAHaulHoldsItsTollAndItsWait) {
  WayState& sailing = state.ways[way(*network.find_link("p_q_sea"), true)];
  sailing.toll_usd_t = {5, Basis::low_confidence};
  sailing.wait_h = {24, Basis::assumed};
  sailing.haul_usd_t.basis = Basis::given;
  const Metric metric = priced();
  const ArcId sea = haul("p_q_sea");
  EXPECT_DOUBLE_EQ(metric.cost_usd_t[sea], 3000 * 0.004 + 5);
  EXPECT_DOUBLE_EQ(metric.toll_usd_t[sea], 5);
  EXPECT_DOUBLE_EQ(metric.weak_cost_usd_t[sea], 5) << "what the scenario gives is not weak";
  EXPECT_DOUBLE_EQ(metric.time_h[sea], 100 + 24);
  EXPECT_DOUBLE_EQ(metric.wait_h[sea], 24);
  EXPECT_DOUBLE_EQ(metric.weak_time_h[sea], 24);
}

TEST_F(Price, OfABorderIsPaidOnceAndOpensWithItsWay) {
  const WayId crossing = way(*network.find_link("q_b_road"), true);
  ArcId border;
  for (const ArcId id : topology.arcs.keys()) {
    if (topology.arcs[id].kind == ArcKind::border && topology.arcs[id].way == crossing) border = id;
  }
  ASSERT_TRUE(border.valid());
  EXPECT_DOUBLE_EQ(priced().time_h[border], 5);
  EXPECT_DOUBLE_EQ(priced().cost_usd_t[border], 6);
  EXPECT_EQ(priced().length_km[border], 0);
  EXPECT_EQ(priced().capacity_t_yr[border], unlimited);
  state.ways[crossing].open = false;
  EXPECT_EQ(priced().open[border], 0);
  EXPECT_EQ(priced().open[topology.haul[crossing]], 0);
}

TEST_F(Price, OfAPortIsDwellAndHandlingEachWay) {
  state.nodes[node("p")].capacity_t_yr = {7e6, Basis::assumed};
  const Metric metric = priced();
  for (const ArcId id :
       {arc(ArcKind::port, "p", mode("sea")), arc(ArcKind::port, "p", {}, mode("sea"))}) {
    ASSERT_TRUE(id.valid());
    EXPECT_DOUBLE_EQ(metric.time_h[id], 48);
    EXPECT_DOUBLE_EQ(metric.cost_usd_t[id], 10);
    EXPECT_DOUBLE_EQ(metric.capacity_t_yr[id], 7e6);
    EXPECT_EQ(metric.capacity_weak[id], 1);
  }
  EXPECT_EQ(metric.capacity_weak[arc(ArcKind::port, "q")], 0) << "no limit is no assumption";
}

TEST_F(Price, OfATransferOnLandIsThePairsUnlessTheNodeHasItsOwn) {
  const ArcId transfer = arc(ArcKind::transfer, "p", mode("rail"), mode("road"));
  EXPECT_DOUBLE_EQ(priced().time_h[transfer], 6);
  EXPECT_DOUBLE_EQ(priced().cost_usd_t[transfer], 2);
  state.nodes[node("p")].transfer_usd_t = {0, Basis::assumed};
  EXPECT_DOUBLE_EQ(priced().cost_usd_t[transfer], 0);
  EXPECT_DOUBLE_EQ(priced().time_h[transfer], 6) << "each figure for itself";
  state.nodes[node("p")].transfer_h = {9, Basis::assumed};
  EXPECT_DOUBLE_EQ(priced().time_h[transfer], 9);
  EXPECT_DOUBLE_EQ(priced().weak_time_h[transfer], 9);
}

TEST_F(Price, OfATransferToAShipIsThePairsWhateverTheNodeSaysOfTransfersOnLand) {
  state.nodes[node("p")].transfer_usd_t = {50, Basis::known};
  const ArcId transfer = arc(ArcKind::transfer, "p", mode("rail"), mode("sea"));
  EXPECT_DOUBLE_EQ(priced().time_h[transfer], 0);
  EXPECT_DOUBLE_EQ(priced().cost_usd_t[transfer], 1);
}

// 28 USD/TEU is 2 USD/t of containers at 14 t/TEU.
TEST_F(Price, OfAChargeByTeuFallsOnTheTonne) {
  for (Transfer& transfer : network.transfers) {
    transfer.cost.value = UsdPerTonne{28};
    transfer.cost.per = Per::teu;
    transfer.cost.provenance.confidence = Confidence::low;
  }
  network.modes[mode("rail")].load_cost.value = UsdPerTonne{70};
  network.modes[mode("rail")].load_cost.per = Per::teu;
  const Metric metric = priced();
  const ArcId transfer = arc(ArcKind::transfer, "p", mode("rail"), mode("sea"));
  EXPECT_DOUBLE_EQ(metric.cost_usd_t[transfer], 2);
  EXPECT_DOUBLE_EQ(metric.weak_cost_usd_t[transfer], 2);
  EXPECT_DOUBLE_EQ(metric.cost_usd_t[arc(ArcKind::load, "a")], 5);
}

TEST_F(Price, OfAGaugeChangeIsTheNodes) {
  state.nodes[node("a")].capacity_t_yr = {3e6, Basis::known};
  state.nodes[node("p")].capacity_t_yr = {4e6, Basis::known};
  const Metric metric = priced();
  const ArcId inland = arc(ArcKind::gauge_change, "a");
  EXPECT_DOUBLE_EQ(metric.time_h[inland], 10);
  EXPECT_DOUBLE_EQ(metric.cost_usd_t[inland], 4);
  EXPECT_DOUBLE_EQ(metric.capacity_t_yr[inland], 3e6);
  EXPECT_EQ(metric.capacity_t_yr[arc(ArcKind::gauge_change, "p")], unlimited)
      << "a port's capacity is that of its quays";
}

TEST_F(Price, OfLoadingIsTheModesOnLandAndNothingOnAQuay) {
  const Metric metric = priced();
  EXPECT_DOUBLE_EQ(metric.time_h[arc(ArcKind::load, "a")], 12);
  EXPECT_DOUBLE_EQ(metric.cost_usd_t[arc(ArcKind::unload, "a")], 3);
  EXPECT_DOUBLE_EQ(metric.time_h[arc(ArcKind::unload, "b")], 2);
  EXPECT_DOUBLE_EQ(metric.cost_usd_t[arc(ArcKind::load, "b")], 1);
  const ArcId quay = arc(ArcKind::load, "p", {}, mode("sea"));
  EXPECT_EQ(metric.time_h[quay], 0);
  EXPECT_EQ(metric.cost_usd_t[quay], 0);
}

TEST_F(Price, FillsEveryColumnForEveryArc) {
  const Metric metric = priced();
  for (const auto* column : {&metric.length_km, &metric.time_h, &metric.cost_usd_t,
                             &metric.emissions_kg_t, &metric.capacity_t_yr, &metric.toll_usd_t,
                             &metric.wait_h, &metric.weak_cost_usd_t, &metric.weak_time_h}) {
    EXPECT_EQ(column->size(), topology.arcs.size());
  }
  EXPECT_EQ(metric.open.size(), topology.arcs.size());
  EXPECT_EQ(metric.capacity_weak.size(), topology.arcs.size());
  for (const ArcId id : topology.arcs.keys()) {
    EXPECT_LE(metric.weak_cost_usd_t[id], metric.cost_usd_t[id]);
    EXPECT_LE(metric.weak_time_h[id], metric.time_h[id]);
  }
}

}  // namespace
}  // namespace corridor
