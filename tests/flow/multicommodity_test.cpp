#include "corridor/flow/multicommodity.hpp"

#include <cmath>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "flow/cargo_cases.hpp"

namespace corridor {
namespace {

using test::cargo;
using test::CargoCase;
using test::closed;
using test::demand;
using test::lay_out;

/// The answer, certified.
MulticommodityFlow solve(const CargoCase& asked, const MulticommodityOptions& options = {}) {
  MulticommodityFlow answer = multicommodity_flow(asked.network, asked.classes, options);
  EXPECT_TRUE(answer.converged);
  EXPECT_TRUE(certify(asked.network, asked.classes, answer).holds());
  return answer;
}

/// Arc 0 is a railway, arc 1 a road, both from 0 to 1. The railway costs 1 and carries `room`. Of
/// the first cargo 8 units, each taking 1 of the room; by road they cost 5. Of the second 6 units,
/// each taking 2; by road they cost 11.
void make_bottleneck(CargoCase& made, double room) {
  lay_out(made, 2, {{0, 1}, {0, 1}});
  made.network.capacities = {{{ArcId{0}}, room}};
  made.classes.push_back(cargo({demand(0, 1, 8)}, {1, 5}));
  made.classes.push_back(cargo({demand(0, 1, 6)}, {1, 11}, 2));
}

// A unit of the railway's room saves 4 / 1 with the first cargo and 10 / 2 = 5 with the second. So
// the second has it first: 5 of its units fill the room of 10. Cost: 5 x 1 + 1 x 11 + 8 x 5 = 56;
// one more unit of room saves 5.
TEST(MulticommodityFlow, GivesABottleneckToTheCargoThatGainsMostByItsRoom) {
  CargoCase made;
  make_bottleneck(made, 10);
  const MulticommodityFlow answer = solve(made);
  EXPECT_NEAR(answer.objective, 56, 1e-9);
  EXPECT_NEAR(answer.bound, 56, 1e-9);
  EXPECT_NEAR(answer.flow[1][ArcId{0}], 5, 1e-9);
  EXPECT_NEAR(answer.flow[1][ArcId{1}], 1, 1e-9);
  EXPECT_NEAR(answer.flow[0][ArcId{0}], 0, 1e-9);
  EXPECT_NEAR(answer.flow[0][ArcId{1}], 8, 1e-9);
  EXPECT_NEAR(answer.price[0], 5, 1e-9);
  EXPECT_TRUE(answer.unmet.empty());
  ASSERT_EQ(answer.paths.size(), 3U);
  EXPECT_EQ(answer.paths[0].demand, (DemandId{0, 0}));
}

// With room for 13 all of the second cargo takes 12 of it and costs 6; of the first, 1 unit goes by
// rail for 1 and 7 by road for 35: 42 together. The next unit of room saves 4. With room for all 20
// it is worth nothing.
TEST(MulticommodityFlow, LowersThePriceOfABottleneckAsItWidens) {
  CargoCase wider;
  make_bottleneck(wider, 13);
  EXPECT_NEAR(solve(wider).objective, 42, 1e-9);
  EXPECT_NEAR(solve(wider).price[0], 4, 1e-9);
  CargoCase wide;
  make_bottleneck(wide, 21);
  EXPECT_NEAR(solve(wide).objective, 14, 1e-9);
  EXPECT_EQ(solve(wide).price[0], 0);
}

// Both ways of a link share a capacity of 10. Eastwards 8 units whose penalty is 10, westwards 6
// whose penalty is 7; all cost 1. A unit saves 9 or 6: all 8 go east, 2 go west, and 4 are unmet.
// Cost: 8 + 2 + 4 x 7 = 38; one more unit of capacity saves 6.
TEST(MulticommodityFlow, SharesALinkBetweenItsTwoWays) {
  CargoCase made;
  lay_out(made, 2, {{0, 1}, {1, 0}});
  made.network.capacities = {{{ArcId{0}, ArcId{1}, ArcId{0}}, 10}};
  made.classes.push_back(cargo({demand(0, 1, 8)}, {1, 1}, 1, 10));
  made.classes.push_back(cargo({demand(1, 0, 6)}, {1, 1}, 1, 7));
  const MulticommodityFlow answer = solve(made);
  EXPECT_NEAR(answer.objective, 38, 1e-9);
  EXPECT_NEAR(answer.price[0], 6, 1e-9);
  ASSERT_EQ(answer.unmet.size(), 1U);
  EXPECT_EQ(answer.unmet[0].demand, (DemandId{1, 0}));
  EXPECT_EQ(answer.unmet[0].reason, UnmetReason::capacity);
  EXPECT_NEAR(answer.unmet[0].volume, 4, 1e-9);
}

// From 0 to 1 an arc for 3; from 1 to 2 one without capacity; from 1 to 3 one that is closed.
TEST(MulticommodityFlow, TellsWhyDemandIsUnmet) {
  CargoCase made;
  lay_out(made, 4, {{0, 1}, {1, 2}, {1, 3}});
  made.network.capacities = {{{ArcId{1}}, 0}};
  made.classes.push_back(cargo({demand(0, 3, 1), demand(3, 0, 2), demand(0, 2, 4), demand(0, 1, 8),
                                demand(2, 2, 16), demand(0, 1, 0)},
                               {3, 1, closed}, 1, 100));
  made.classes.push_back(cargo({demand(0, 1, 5)}, {3, 1, 1}, 1, 2));
  const MulticommodityFlow answer = solve(made);
  ASSERT_EQ(answer.unmet.size(), 4U);
  const std::vector<UnmetReason> reasons{UnmetReason::no_path, UnmetReason::no_path,
                                         UnmetReason::capacity, UnmetReason::too_dear};
  const std::vector<double> volumes{1, 2, 4, 5};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(answer.unmet[i].reason, reasons[i]) << i;
    EXPECT_NEAR(answer.unmet[i].volume, volumes[i], 1e-9) << i;
  }
  // 1 x 100 + 2 x 100 + 4 x 100 + 8 x 3 + 5 x 2
  EXPECT_NEAR(answer.objective, 734, 1e-9);
  // What goes from 2 to 2 is there.
  ASSERT_EQ(answer.paths.size(), 2U);
  EXPECT_TRUE(answer.paths[1].arcs.empty());
  EXPECT_EQ(answer.paths[1].volume, 16);
}

// 0 -> 1 -> 2 for 1 + 1, and 0 -> 2 for 5: where trips may not pass 1, they take the dear arc.
TEST(MulticommodityFlow, DoesNotPassWhereTripsOnlyEnd) {
  CargoCase made;
  lay_out(made, 3, {{0, 1}, {0, 2}, {1, 2}});
  made.classes.push_back(cargo({demand(0, 2, 1), demand(1, 2, 1)}, {1, 5, 1}));
  EXPECT_NEAR(solve(made).objective, 3, 1e-12);
  made.network.no_passing = IdVector<VertexId, char>(3, 0);
  made.network.no_passing[VertexId{1}] = 1;
  EXPECT_NEAR(solve(made).objective, 6, 1e-12);
}

TEST(MulticommodityFlow, IsNothingWhereNothingIsAsked) {
  CargoCase made;
  lay_out(made, 2, {{0, 1}});
  made.network.capacities = {{{ArcId{0}}, 0}};
  EXPECT_EQ(solve(made).objective, 0);
  made.classes.push_back(cargo({}, {1}));
  EXPECT_EQ(solve(made).objective, 0);
  EXPECT_EQ(solve(made).flow.size(), 1U);
}

TEST(MulticommodityFlow, RefusesFiguresThatMeanNothing) {
  const auto refuses = [](auto spoil) {
    CargoCase made;
    make_bottleneck(made, 10);
    spoil(made);
    EXPECT_THROW(multicommodity_flow(made.network, made.classes), std::invalid_argument);
  };
  refuses([](CargoCase& made) { made.network.graph = nullptr; });
  refuses([](CargoCase& made) { made.network.capacities[0].capacity = -1; });
  refuses([](CargoCase& made) { made.network.capacities[0].capacity = std::nan(""); });
  refuses([](CargoCase& made) { made.network.capacities[0].arcs[0] = ArcId{2}; });
  refuses([](CargoCase& made) { made.network.no_passing = IdVector<VertexId, char>(3, 0); });
  refuses([](CargoCase& made) { made.classes[0].cost[ArcId{1}] = -1; });
  refuses([](CargoCase& made) { made.classes[0].cost[ArcId{1}] = std::nan(""); });
  refuses([](CargoCase& made) { made.classes[0].cost.add(1); });
  refuses([](CargoCase& made) { made.classes[0].load = 0; });
  refuses([](CargoCase& made) { made.classes[0].penalty = closed; });
  refuses([](CargoCase& made) { made.classes[0].demand[0].volume = -1; });
  refuses([](CargoCase& made) { made.classes[0].demand[0].volume = closed; });
  refuses([](CargoCase& made) { made.classes[0].demand[0].to = VertexId{2}; });
}

TEST(MulticommodityFlow, FailsItsCertificateIfAnythingIsOff) {
  CargoCase made;
  make_bottleneck(made, 10);
  const MulticommodityFlow answer = solve(made);
  const auto fails = [&](auto spoil) {
    MulticommodityFlow other = answer;
    spoil(other);
    EXPECT_FALSE(certify(made.network, made.classes, other).holds());
  };
  fails([](MulticommodityFlow& other) { other.price[0] = 4; });
  fails([](MulticommodityFlow& other) { other.price[0] = -1; });
  fails([](MulticommodityFlow& other) { other.price.clear(); });
  fails([](MulticommodityFlow& other) { other.flow[0][ArcId{0}] += 1; });
  fails([](MulticommodityFlow& other) { other.flow.pop_back(); });
  fails([](MulticommodityFlow& other) { other.paths[0].volume -= 1; });
  fails([](MulticommodityFlow& other) { other.paths.pop_back(); });
  fails([](MulticommodityFlow& other) { other.paths[0].arcs.push_back(ArcId{0}); });
  fails([](MulticommodityFlow& other) { other.paths[0].demand.pair = 1; });
  fails([](MulticommodityFlow& other) {
    other.unmet.push_back({{0, 0}, 1, UnmetReason::capacity});
  });
}

TEST(MulticommodityFlow, TakesCapacitiesAndWeightsAsTheyComeElsewhere) {
  const std::vector<double> capacity{3, test::unlimited, 0};
  const auto shared = capacities_of_arcs(capacity);
  ASSERT_EQ(shared.size(), 2U);
  EXPECT_EQ(shared[1].arcs, std::vector<ArcId>{ArcId{2}});
  EXPECT_EQ(shared[1].capacity, 0);
  const std::vector<Weight> weight{7, infinite_weight};
  EXPECT_EQ(costs_of(weight)[ArcId{0}], 7);
  EXPECT_EQ(costs_of(weight)[ArcId{1}], closed);
}

}  // namespace
}  // namespace corridor
