#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/graph/metric.hpp"
#include "corridor/route/certificate.hpp"

#include "graph/hand_state.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

/// From a network in a few lines to a route, without the modules between.
struct Journey {
  Network network;
  Topology topology = compile(network);
  State state = test::hand_state(network);

  explicit Journey(const std::string& lines) : network{test::sketch(lines)} {}

  Weight weight(const std::string& from, const std::string& to, Objective objective) const {
    const Metric metric = price(network, topology, state);
    const auto weight = weights(metric, objective, 0.2);
    const PathQuery query{topology.origin[*network.find_node(from)],
                          topology.destination[*network.find_node(to)],
                          {}};
    const ProvedPath answer = shortest_path(topology.graph, weight.values(), query);
    EXPECT_TRUE(certify(topology.graph, weight.values(), query, answer).holds());
    return answer.path.weight;
  }
  void close(const std::string& link) {
    const LinkId id = *network.find_link(link);
    state.ways[way(id, true)].open = state.ways[way(id, false)].open = false;
  }
};

constexpr Weight units(double value) { return static_cast<Weight>(value * 1e6 + 0.5); }

// USD/t: loading rail 3; rail 200 x 0.03 = 6; rail to quay 1; port 10; sea 3000 x 0.004 = 12; port
// 10; quay to road 1; road 100 x 0.08 = 8; border 6; unloading road 1: 58.
// h: loading 12; rail 200 / 40 = 5; quay 0; dwell 48; sea 3000 / 30 = 100; dwell 48; quay 0; road
// 100 / 50 x 24 / 12 = 4; border 5; unloading 2: 224. Generalised: 58 + 0.2 x 224 = 102.8 USD/t.
TEST(Journey, ByRailShipAndRoadOverABorderPaysEachStep) {
  const Journey journey{R"(
    a:AA-rail- p:AA/seaport  200 km
    p-sea- q:BB/seaport     3000 km
    q-road- b:CC             100 km
  )"};
  EXPECT_EQ(journey.weight("a", "b", Objective::cost), units(58));
  EXPECT_EQ(journey.weight("a", "b", Objective::time), units(224));
  EXPECT_EQ(journey.weight("a", "b", Objective::distance), units(3300));
  // kg/t: 200 x 0.02 + 3000 x 0.008 + 100 x 0.08 = 4 + 24 + 8.
  EXPECT_EQ(journey.weight("a", "b", Objective::emissions), units(36));
  EXPECT_EQ(journey.weight("a", "b", Objective::generalised), units(102.8));
}

// From ship to ship of one mode no port is called at: 10 + 100 x 0.004 + 200 x 0.004 + 10 USD/t.
TEST(Journey, ByShipPassesPortsOnItsWayForNothing) {
  const Journey journey{"p:AA/seaport-sea- q:BB/seaport 100 km\n q-sea- r:CC/seaport 200 km"};
  EXPECT_EQ(journey.weight("p", "r", Objective::cost), units(21.2));
}

// Loading 3, 100 x 0.03, gauge change 4, 100 x 0.03, unloading 3: 16 USD/t; and 12 + 2.5 + 10 + 2.5
// + 12 = 39 h.
TEST(Journey, PaysTheBreakOfGauge) {
  const Journey journey{"a-rail- b 100 km\n b-rail- c 100 km gauge=1520"};
  EXPECT_EQ(journey.weight("a", "c", Objective::cost), units(16));
  EXPECT_EQ(journey.weight("a", "c", Objective::time), units(39));
}

// Rail 10 km to b and road 10 km on. Unloading rail (3) and loading road (1) at b would be a way
// round a transfer of 50 USD/t if there were one: loading 3 + 0.3 + 50 + 0.8 + unloading 1.
TEST(Journey, CannotGetRoundATransferByUnloadingAndLoading) {
  Journey journey{"a-rail- b 10 km\n b-road- c 10 km"};
  for (NodeState& node : journey.state.nodes) node.transfer_usd_t.value = 50;
  EXPECT_EQ(journey.weight("a", "c", Objective::cost), units(55.1));
}

TEST(Journey, EndsWhereNoTransferIsListed) {
  Journey journey{"a-rail- b 10 km\n b-road- c 10 km"};
  journey.network.transfers.clear();
  journey.topology = compile(journey.network);
  EXPECT_EQ(journey.weight("a", "c", Objective::cost), infinite_weight);
}

TEST(Journey, PassesAChokepointAndDoesNotLandThere) {
  const Journey journey{R"(
    p:AA/seaport-sea- s:AA/chokepoint  100 km
    s-sea- q:AA/seaport                100 km
    s-road- t:AA                       100 km
  )"};
  EXPECT_EQ(journey.weight("p", "q", Objective::cost), units(10 + 0.8 + 10));
  EXPECT_EQ(journey.weight("p", "t", Objective::cost), infinite_weight);
  EXPECT_EQ(journey.weight("p", "s", Objective::cost), infinite_weight);
}

TEST(Journey, GoesRoundWhatIsClosedAndNeverForLess) {
  Journey journey{R"(
    a-road- b  100 km
    b-road- d  100 km
    a-road- c  150 km
    c-road- d  150 km
  )"};
  EXPECT_EQ(journey.weight("a", "d", Objective::cost), units(1 + 16 + 1));
  journey.close("b_d_road");
  EXPECT_EQ(journey.weight("a", "d", Objective::cost), units(1 + 24 + 1));
  journey.close("a_c_road");
  EXPECT_EQ(journey.weight("a", "d", Objective::cost), infinite_weight);
}

TEST(Journey, TakesOneWayLinksOneWay) {
  const Journey journey{"a-road- b 10 km oneway"};
  EXPECT_EQ(journey.weight("a", "b", Objective::cost), units(2.8));
  EXPECT_EQ(journey.weight("b", "a", Objective::cost), infinite_weight);
}

}  // namespace
}  // namespace corridor
