#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corridor/scenario/state.hpp"

#include "scenario/changes.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::after;
using test::close;
using test::edit;
using test::links;
using test::nodes;
using test::open;
using test::scale;
using test::set;
using test::sketch;
using test::there;
using test::told;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Network line() {
  return sketch(R"(
    a:AA-rail- b:BB 100 km id=one cap=5
    b-rail- c:BB    100 km id=two status=planned
    b-road- c       100 km id=street
  )");
}

TEST(Apply, OpensAndCloses) {
  const Network network = line();
  const State state = after(network, {open(links({"two"})), close(links({"one"}))});
  EXPECT_EQ(state.ways[there(network, "two")].status, Status::operational);
  EXPECT_TRUE(state.ways[there(network, "two")].open);
  EXPECT_EQ(state.ways[there(network, "one")].status, Status::closed);
  EXPECT_FALSE(state.ways[there(network, "one")].open);
  EXPECT_EQ(state.ways[there(network, "one")].closed_by, "close");
}

TEST(Apply, SettingTheSpeedSetsTheTime) {
  const Network network = line();
  const State state = after(network, {set(links({"one"}), edit(Attribute::speed, 80))});
  // 100 km at 80 km/h; what the scenario says is nobody's finding.
  EXPECT_EQ(state.ways[there(network, "one")].haul_h, (Value{1.25, Basis::given}));
  EXPECT_EQ(state.ways[test::back(network, "one")].haul_h.value, 1.25);
}

TEST(Apply, ScalingTheRateLeavesTheFixedCostAlone) {
  Network network = line();
  network.modes[ModeId{0}].fixed_cost = Figure<UsdPerTonne>{UsdPerTonne{2}};
  const State state = after(network, {scale(links({"one"}), Attribute::cost, 1.5)});
  // 100 km x 0.03 USD/tkm x 1.5 + 2 USD/t
  EXPECT_DOUBLE_EQ(state.ways[there(network, "one")].haul_usd_t.value, 6.5);
}

TEST(Apply, SetsEveryAttributeOfALink) {
  const Network network = line();
  const Selector one = links({"one"});
  const State state =
      after(network,
            {set(one, edit(Attribute::cost, 0.7, EditKind::set, Per::teu)),
             set(one, edit(Attribute::fixed_cost, 1)), set(one, edit(Attribute::emissions, 0.01)),
             set(one, edit(Attribute::capacity, 300e3, EditKind::set, Per::teu)),
             set(one, edit(Attribute::toll, 28, EditKind::set, Per::teu)),
             set(one, edit(Attribute::wait, 4)), set(one, edit(Attribute::border_time, 9)),
             set(one, edit(Attribute::border_cost, 8))});
  const WayState& way = state.ways[there(network, "one")];
  EXPECT_NEAR(way.haul_usd_t.value, 6, 1e-12);  // 100 km x 0.7/14 USD/tkm + 1 USD/t
  EXPECT_DOUBLE_EQ(way.emissions_kg_t.value, 1);
  EXPECT_EQ(way.capacity_t_yr.value, 4.2e6);  // 300 kTEU x 14 t
  EXPECT_EQ(way.toll_usd_t.value, 2);
  EXPECT_EQ(way.wait_h.value, 4);
  EXPECT_EQ(way.border_h.value, 9);
  EXPECT_EQ(way.border_usd_t.value, 8);
}

TEST(Apply, ACapacityInTeuIsForCargoCountedInTeu) {
  const Network network = line();
  const std::vector<Change> changes = {
      set(links({"one"}), edit(Attribute::capacity, 300e3, EditKind::set, Per::teu))};
  EXPECT_EQ(after(network, changes, nullptr, CargoId{1}).ways[WayId{0}].capacity_t_yr.value, 5e6);
}

TEST(Apply, SetsAttributesOfNodes) {
  const Network network = line();
  const Selector b = nodes({"b"});
  Diagnostics diagnostics;
  const State state =
      after(network,
            {set(b, edit(Attribute::dwell, 12)), scale(b, Attribute::handling, 2),
             set(b, edit(Attribute::transfer_time, 1)), set(b, edit(Attribute::transfer_cost, 2)),
             set(b, edit(Attribute::gauge_time, 3)), set(b, edit(Attribute::gauge_cost, 9)),
             set(b, edit(Attribute::node_capacity, 1e6))},
            &diagnostics);
  EXPECT_THAT(told(diagnostics), IsEmpty());
  const NodeState& node = state.nodes[NodeId{1}];
  EXPECT_EQ(node.dwell_h, (Value{12, Basis::given}));
  EXPECT_EQ(node.handling_usd_t.value, 20);
  EXPECT_EQ(node.transfer_h.value, 1);
  EXPECT_EQ(node.transfer_usd_t.value, 2);
  EXPECT_EQ(node.gauge_h.value, 3);
  EXPECT_EQ(node.gauge_usd_t.value, 9);
  EXPECT_EQ(node.capacity_t_yr.value, 1e6);
  EXPECT_EQ(state.nodes[NodeId{0}], base_state(network, CargoId{0}, state.date).nodes[NodeId{0}]);
}

TEST(Apply, ClosingANodeClosesItsLinks) {
  const Network network = line();
  const State state = after(network, {close(nodes({"c"}))});
  EXPECT_TRUE(state.ways[there(network, "one")].open);
  EXPECT_FALSE(state.ways[there(network, "street")].open);
}

TEST(Apply, ForOneCargoBarsThatCargo) {
  const Network network = line();
  const std::vector<Change> changes = {close(test::for_cargo(links({"one"}), "grain"))};
  Diagnostics diagnostics;
  EXPECT_TRUE(after(network, changes, &diagnostics).ways[WayId{0}].open);
  EXPECT_THAT(told(diagnostics), IsEmpty());
  const WayState bulk = after(network, changes, nullptr, CargoId{1}).ways[WayId{0}];
  EXPECT_FALSE(bulk.open);
  EXPECT_FALSE(bulk.cargo_allowed);
  EXPECT_EQ(bulk.status, Status::operational);
}

TEST(Apply, AnExpectedValueThatDoesNotHoldIsAnErrorThatShowsBoth) {
  const Network network = line();
  Diagnostics diagnostics;
  after(network,
        {set(links({"one"}), edit(Attribute::capacity, 9e6), {edit(Attribute::capacity, 4e6)}),
         open(links({"two"}), {edit(Status::under_construction)}),
         set(nodes({"b"}), edit(Attribute::dwell, 1), {edit(Attribute::dwell, 47)})},
        &diagnostics);
  EXPECT_THAT(
      told(diagnostics),
      ElementsAre("error: expected capacity 4 Mt/yr, but link 'one' has 5 Mt/yr",
                  "error: expected status 'under_construction', but link 'two' is 'planned'",
                  "error: expected dwell 47 h, but node 'b' has 48 h"));
}

TEST(Apply, ExpectedValuesThatHoldAreSilent) {
  const Network network = line();
  Diagnostics diagnostics;
  after(network,
        {set(links({"one"}), edit(Attribute::cost, 0.04), {edit(Attribute::cost, 0.03)}),
         open(links({"two"}), {edit(Status::planned)}),
         set(links({"two"}), edit(Attribute::speed, 50), {edit(Status::operational)})},
        &diagnostics);
  EXPECT_THAT(told(diagnostics), IsEmpty());
}

TEST(Apply, AChangeWithoutEffectIsAWarning) {
  const Network network = line();
  Diagnostics diagnostics;
  after(network,
        {open(links({"one"})), scale(links({"one"}), Attribute::toll, 2),
         set(links({"street"}), edit(Attribute::border_time, 3))},
        &diagnostics);
  EXPECT_THAT(told(diagnostics), ElementsAre("warning: the change has no effect"))
      << "all three without a place, so they are told as one";
}

TEST(Apply, ValuesThatMakeNoSenseAreErrors) {
  const Network network = line();
  Diagnostics diagnostics;
  const State state = after(
      network,
      {set(links({"one"}), edit(Attribute::speed, 0)), scale(links({"one"}), Attribute::cost, -1),
       set(links({"one"}), edit(Attribute::wait, std::nan(""))),
       set(links({"one"}), edit(Attribute::speed, 900)), test::toll(links({"one"}), -1),
       set(links({"one"}), edit(Attribute::dwell, 1)),
       scale(nodes({"b"}), Attribute::transfer_time, 2)},
      &diagnostics);
  EXPECT_THAT(told(diagnostics),
              ElementsAre("error: speed is 0", "error: factor of cost is -1", "error: wait is nan",
                          "error: speed of link 'one' would become 900 km/h",
                          "error: toll of link 'one' would become -14 USD/TEU",
                          "error: dwell is an attribute of nodes",
                          "error: node 'b' has no transfer_time of its own to scale"));
  EXPECT_EQ(state, base_state(network, CargoId{0}, state.date));
}

TEST(Apply, SaysWhatEachChangeDid) {
  const Network network = line();
  State state = base_state(network, CargoId{0}, latest_date(network));
  Diagnostics diagnostics;
  std::vector<Effect> effects;
  const std::vector<Change> changes = {close(nodes({"b"})),
                                       set(nodes({"c"}), edit(Attribute::dwell, 2)),
                                       open(links({"street"})), open(links({"street"}))};
  apply(network, changes, state, diagnostics, &effects);
  ASSERT_EQ(effects.size(), 4U);
  EXPECT_EQ(effects[0].change, &changes[0]);
  EXPECT_THAT(effects[0].links, ElementsAre(LinkId{0}, LinkId{1}, LinkId{2}));
  EXPECT_THAT(effects[1].links, IsEmpty());
  EXPECT_THAT(effects[1].nodes, ElementsAre(NodeId{2}));
  EXPECT_TRUE(effects[2].changed_anything);
  EXPECT_FALSE(effects[3].changed_anything);
}

TEST(Apply, StatusSelectsByTheNetworkBeforeTheScenario) {
  const Network network = line();
  Selector planned;
  planned.statuses = test::names({"planned"});
  Diagnostics diagnostics;
  const State state =
      after(network,
            {open(links({"two"})), set(planned, edit(Attribute::speed, 20)), close(links({"one"}))},
            &diagnostics);
  EXPECT_THAT(told(diagnostics), IsEmpty());
  EXPECT_EQ(state.ways[there(network, "two")].speed_km_h.value, 20);
}

}  // namespace
}  // namespace corridor
