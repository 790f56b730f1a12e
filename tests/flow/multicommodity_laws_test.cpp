#include <cmath>
#include <cstdint>
#include <string>

#include <gtest/gtest.h>

#include "corridor/flow/concurrent_flow.hpp"
#include "corridor/flow/multicommodity.hpp"

#include "flow/cargo_cases.hpp"
#include "flow/node_arc_program.hpp"

namespace corridor {
namespace {

using test::CargoCase;
using test::Dice;
using test::Figures;
using test::make_random;
using test::make_ring;
using test::NodeArcProgram;

double slip(double value) { return 1e-7 * std::max(1.0, std::abs(value)); }

MulticommodityFlow solve(const CargoCase& asked, const FlowStart* start = nullptr) {
  MulticommodityOptions options;
  options.start = start;
  MulticommodityFlow answer = multicommodity_flow(asked.network, asked.classes, options);
  EXPECT_TRUE(answer.converged);
  EXPECT_TRUE(certify(asked.network, asked.classes, answer).holds());
  return answer;
}

class AgainstNodeArcProgram : public testing::TestWithParam<Figures> {};

TEST_P(AgainstNodeArcProgram, LeastCostIsTheSame) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    CargoCase made;
    make_random(made, seed, GetParam());
    const MulticommodityFlow answer = solve(made);
    const double expected = NodeArcProgram{made.network, made.classes}.least_cost();
    ASSERT_NEAR(answer.objective, expected, slip(expected));
    for (const double price : answer.price) {
      // A unit of capacity can save no more than the penalty of what it carries.
      double most = 0;
      for (const CargoClass& cargo : made.classes) {
        most = std::max(most, cargo.penalty / cargo.load);
      }
      ASSERT_LE(price, most + slip(most));
    }
  }
}

TEST_P(AgainstNodeArcProgram, LargestShareIsTheSame) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    CargoCase made;
    make_random(made, seed, GetParam());
    const ConcurrentFlow answer = concurrent_flow(made.network, made.classes);
    ASSERT_TRUE(answer.converged);
    ASSERT_TRUE(certify(made.network, made.classes, answer).holds());
    std::vector<std::vector<char>> counts;
    for (const CargoClass& cargo : made.classes) counts.emplace_back(cargo.demand.size(), 1);
    for (const DemandId& id : answer.left_out) counts[id.cargo][id.pair] = 0;
    const double expected = NodeArcProgram{made.network, made.classes}.largest_share(counts);
    if (answer.unlimited) {
      ASSERT_GT(expected, 1e20);
    } else {
      ASSERT_NEAR(answer.share, expected, slip(expected));
    }
  }
}

// Costs, volumes and capacities change, and some arcs close: the answer is that of a solver that
// knows nothing.
TEST_P(AgainstNodeArcProgram, AWarmStartChangesNothing) {
  for (std::uint32_t seed = 0; seed < 70; ++seed) {
    SCOPED_TRACE(seed);
    CargoCase made;
    make_random(made, seed, GetParam());
    const MulticommodityFlow before = solve(made);
    const ConcurrentFlow share_before = concurrent_flow(made.network, made.classes);
    Dice dice{seed};
    for (CargoClass& cargo : made.classes) {
      for (double& cost : cargo.cost) {
        if (dice.roll(6) == 0) cost = test::closed;
        if (dice.roll(3) == 0) cost += 1;
      }
      for (OdVolume& pair : cargo.demand) {
        if (dice.roll(3) == 0) pair.volume *= static_cast<double>(dice.roll(3));
      }
    }
    for (SharedCapacity& shared : made.network.capacities) {
      if (dice.roll(3) == 0) shared.capacity *= 0.5 * static_cast<double>(dice.roll(4));
      if (std::isnan(shared.capacity)) shared.capacity = 0;
    }
    const double cold = solve(made).objective;
    ASSERT_NEAR(solve(made, before.start.get()).objective, cold, slip(cold));
    ASSERT_NEAR(solve(made, share_before.start.get()).objective, cold, slip(cold));
    const ConcurrentFlow share = concurrent_flow(made.network, made.classes);
    for (const FlowStart* start : {before.start.get(), share_before.start.get()}) {
      MulticommodityOptions options;
      options.start = start;
      const ConcurrentFlow warm = concurrent_flow(made.network, made.classes, options);
      ASSERT_TRUE(warm.converged);
      ASSERT_TRUE(certify(made.network, made.classes, warm).holds());
      ASSERT_NEAR(warm.share, share.share, slip(share.share));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Figures, AgainstNodeArcProgram,
                         testing::Values(Figures::coarse, Figures::generic),
                         [](const testing::TestParamInfo<Figures>& figures) {
                           return std::string{figures.param == Figures::coarse ? "Coarse"
                                                                               : "Generic"};
                         });

TEST(MulticommodityLaws, OpeningAnArcNeverRaisesTheCost) {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    SCOPED_TRACE(seed);
    CargoCase made;
    make_ring(made, seed, 8);
    const ArcId arc{seed % made.graph.arc_count()};
    std::vector<double> open;
    for (CargoClass& cargo : made.classes) {
      open.push_back(cargo.cost[arc]);
      cargo.cost[arc] = test::closed;
    }
    const MulticommodityFlow shut = solve(made);
    for (std::size_t i = 0; i < open.size(); ++i) made.classes[i].cost[arc] = open[i];
    const MulticommodityFlow answer = solve(made, shut.start.get());
    ASSERT_LE(answer.objective, shut.objective + slip(shut.objective));
  }
}

// Least cost is a convex function of capacities, and a price is a slope of it: to either side the
// cost is no lower than the price foretells, and near by it is that.
TEST(MulticommodityLaws, PricesForetellASmallStepOfACapacity) {
  std::size_t priced = 0;
  for (std::uint32_t seed = 0; seed < 10; ++seed) {
    SCOPED_TRACE(seed);
    CargoCase made;
    make_ring(made, seed, 8);
    const MulticommodityFlow answer = solve(made);
    for (std::size_t i = 0; i < made.network.capacities.size(); ++i) {
      double& capacity = made.network.capacities[i].capacity;
      const double was = capacity;
      for (const double step : {-5.0, -1e-4, 1e-4, 5.0}) {
        capacity = was + step;
        const double cost = multicommodity_flow(made.network, made.classes).objective;
        const double foretold = answer.objective - answer.price[i] * step;
        ASSERT_GE(cost, foretold - slip(foretold));
        if (std::abs(step) < 1) {
          ASSERT_NEAR(cost, foretold, slip(foretold));
        }
      }
      priced += answer.price[i] > 0 ? 1U : 0U;
      capacity = was;
    }
  }
  EXPECT_GT(priced, 10U) << "hardly any capacity binds: the test says little";
}

TEST(MulticommodityLaws, AnswersScaleWithDemandAndCapacityAndWithCosts) {
  for (std::uint32_t seed = 0; seed < 15; ++seed) {
    SCOPED_TRACE(seed);
    CargoCase made;
    make_ring(made, seed, 8);
    const double cost = solve(made).objective;
    const double share = concurrent_flow(made.network, made.classes).share;
    for (SharedCapacity& shared : made.network.capacities) shared.capacity *= 1e6;
    for (CargoClass& cargo : made.classes) {
      for (OdVolume& pair : cargo.demand) pair.volume *= 1e6;
      for (double& arc : cargo.cost) arc *= 1e-3;
      cargo.penalty *= 1e-3;
    }
    ASSERT_NEAR(solve(made).objective, 1e3 * cost, 1e3 * slip(cost));
    ASSERT_NEAR(concurrent_flow(made.network, made.classes).share, share, slip(share));
    for (SharedCapacity& shared : made.network.capacities) shared.capacity *= 2;
    ASSERT_NEAR(concurrent_flow(made.network, made.classes).share, 2 * share, slip(share));
  }
}

// All demand is carried at any penalty that is high enough if the share is 1, and not if a hair
// more is asked.
TEST(MulticommodityLaws, TheLargestShareFitsAndAHairMoreDoesNot) {
  for (std::uint32_t seed = 0; seed < 15; ++seed) {
    SCOPED_TRACE(seed);
    CargoCase made;
    make_ring(made, seed, 8);
    const ConcurrentFlow largest = concurrent_flow(made.network, made.classes);
    ASSERT_TRUE(certify(made.network, made.classes, largest).holds());
    for (CargoClass& cargo : made.classes) {
      cargo.penalty = 1e4;
      for (OdVolume& pair : cargo.demand) pair.volume *= largest.share * (1 - 1e-6);
    }
    ASSERT_TRUE(solve(made).unmet.empty());
    for (CargoClass& cargo : made.classes) {
      for (OdVolume& pair : cargo.demand) pair.volume *= 1 + 1e-5;
    }
    ASSERT_FALSE(solve(made).unmet.empty());
  }
}

// Prices of the share foretell its steps as well: it is a concave function of capacities.
TEST(MulticommodityLaws, PricesOfTheShareBoundItsRise) {
  for (std::uint32_t seed = 0; seed < 8; ++seed) {
    SCOPED_TRACE(seed);
    CargoCase made;
    make_ring(made, seed, 8);
    const ConcurrentFlow answer = concurrent_flow(made.network, made.classes);
    double worth = 0;
    for (std::size_t i = 0; i < made.network.capacities.size(); ++i) {
      double& capacity = made.network.capacities[i].capacity;
      worth += answer.price[i] * capacity;
      const double was = capacity;
      for (const double step : {-5.0, -1e-4, 1e-4, 5.0}) {
        capacity = was + step;
        const double share = concurrent_flow(made.network, made.classes).share;
        const double foretold = answer.share + answer.price[i] * step;
        ASSERT_LE(share, foretold + 1e-9);
        if (std::abs(step) < 1) {
          ASSERT_NEAR(share, foretold, 1e-8);
        }
      }
      capacity = was;
    }
    ASSERT_NEAR(worth, answer.share, 1e-9);
  }
}

// Stopped early, the answer is feasible, and its bound is one.
TEST(MulticommodityLaws, AnEarlyEndIsFeasibleAndSaysHowFarItMayBeOff) {
  std::size_t open = 0;
  for (std::uint32_t seed = 0; seed < 25; ++seed) {
    SCOPED_TRACE(seed);
    CargoCase made;
    make_ring(made, seed, 10);
    const double least = solve(made).objective;
    for (const std::size_t most : {1U, 2U, 4U}) {
      MulticommodityOptions options;
      options.most_iterations = most;
      const MulticommodityFlow answer = multicommodity_flow(made.network, made.classes, options);
      const auto certificate = certify(made.network, made.classes, answer);
      ASSERT_TRUE(certificate.well_formed);
      ASSERT_LE(certificate.worst_overload, 1e-9);
      ASSERT_LE(certificate.worst_shortfall, 1e-9);
      ASSERT_NEAR(certificate.objective, answer.objective, slip(answer.objective));
      ASSERT_NEAR(certificate.bound, answer.bound, slip(answer.objective));
      ASSERT_LE(answer.bound, least + slip(least));
      ASSERT_GE(answer.objective, least - slip(least));
      open += answer.converged ? 0U : 1U;
    }
  }
  EXPECT_GT(open, 10U) << "all converge at once: the test says little";
}

}  // namespace
}  // namespace corridor
