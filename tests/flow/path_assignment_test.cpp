// Equilibria path by path, beside those by bushes: from flows alone.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <gtest/gtest.h>

#include "corridor/flow/assignment.hpp"

#include "flow/congested_network.hpp"
#include "flow/hierarchies.hpp"

namespace corridor::test::bush {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

AssignmentOptions by_paths(std::uint32_t seed, double gap) {
  AssignmentOptions options;
  options.method = AssignmentMethod::gradient_projection;
  options.principle = seed % 2 == 0 ? Principle::user_equilibrium : Principle::system_optimum;
  options.gap = gap;
  return options;
}

void expect_proved(const Congested& of, const AssignmentOptions& options,
                   const Assignment& answer) {
  const auto proof = certify(of.network, of.classes, options.principle, answer);
  EXPECT_LE(proof.worst_imbalance, 1e-10);
  EXPECT_GE(proof.least_volume, 0);
  EXPECT_LE(proof.worst_volume_sum, 1e-10);
  EXPECT_EQ(proof.wrongly_left_out, 0U);
  EXPECT_NEAR(proof.relative_gap, answer.relative_gap, 1e-12);
  EXPECT_TRUE(!answer.converged || answer.relative_gap <= options.gap);
}

void expect_as_by_bushes(const Congested& of, AssignmentOptions options, const Assignment& answer) {
  options.method = AssignmentMethod::algorithm_b;
  options.start = nullptr;
  options.gap = 1e-10;
  const Assignment precise = assign(of.network, of.classes, options);
  EXPECT_EQ(answer.carried, precise.carried);
  EXPECT_NEAR(answer.objective, precise.objective, 1e-7 * std::abs(precise.objective));
}

TEST(PathAssignment, AgreesWithBushesOnRandomNetworks) {
  constexpr std::uint32_t seeds = 120;
  std::size_t converged = 0;
  for (std::uint32_t seed = 0; seed < seeds; ++seed) {
    SCOPED_TRACE(seed);
    Congested made = random_congested(seed);
    if (seed % 3 != 0) made.network.hierarchy = hierarchy_of(*made.graph);
    const AssignmentOptions options = by_paths(seed, 1e-8);
    const Assignment answer = assign(made.network, made.classes, options);
    expect_proved(made, options, answer);
    if (!answer.converged) continue;
    ++converged;
    expect_as_by_bushes(made, options, answer);
  }
  EXPECT_EQ(converged, seeds);
}

// After arcs have closed and opened, and demand has changed, a warm start ends where a cold one
// does; from its own answer it has nothing left to do.
TEST(PathAssignment, AWarmStartChangesNothing) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    Congested made = random_congested(seed);
    if (seed % 3 != 0) made.network.hierarchy = hierarchy_of(*made.graph);
    AssignmentOptions options = by_paths(seed, 1e-8);
    const Assignment before = assign(made.network, made.classes, options);
    options.start = &before;
    const Assignment again = assign(made.network, made.classes, options);
    EXPECT_EQ(again.iterations, 1U);
    Dice dice{seed};
    for (DemandClass& of : made.classes) {
      for (double& fixed : of.fixed) {
        if (dice.roll(10) == 0) fixed = std::isinf(fixed) ? 1 : infinite;
      }
      for (OdVolume& pair : of.demand) {
        if (dice.roll(4) == 0) pair.volume *= static_cast<double>(dice.roll(3));
      }
    }
    const Assignment warm = assign(made.network, made.classes, options);
    EXPECT_TRUE(warm.converged);
    expect_proved(made, options, warm);
    expect_as_by_bushes(made, options, warm);
  }
}

// In equilibrium no pair pays more than its cheapest path: what all pairs pay is what all volumes
// cost, but for the gap.
TEST(PathAssignment, PairsPayWhatVolumesCost) {
  for (std::uint32_t seed = 0; seed < 60; seed += 2) {
    SCOPED_TRACE(seed);
    Congested made = random_congested(seed);
    if (seed % 3 != 0) made.network.hierarchy = hierarchy_of(*made.graph);
    const Assignment answer = assign(made.network, made.classes, by_paths(seed, 1e-9));
    ASSERT_EQ(answer.converged, true);
    const auto costs = pair_costs(made.network, made.classes, answer);
    for (std::size_t k = 0; k < made.classes.size(); ++k) {
      const DemandClass& of = made.classes[k];
      double paid = 0;
      for (std::size_t i = 0; i < of.demand.size(); ++i) {
        EXPECT_EQ(std::isinf(costs[k][i]), answer.carried[k][i] == 0);
        if (answer.carried[k][i] != 0) paid += of.demand[i].volume * costs[k][i];
      }
      double spent = 0;
      for (const ArcId arc : made.graph->arcs()) {
        const double volume = answer.by_class[k][arc];
        if (volume == 0) continue;
        const double time = time_at(made.network.delay[arc], answer.volume[arc]);
        spent += volume * (of.fixed[arc] + of.time_value * time);
      }
      EXPECT_NEAR(paid, spent, 1e-8 * (1 + spent));
    }
  }
}

// Braess 1968: 6 trips from 0 to 3, by 0-1-3 and 0-2-3 (10 x and 50 + x each) and the bridge 1-2
// (10 + x). On all three ways two trips each, at 92; without the bridge it would be 83.
TEST(PathAssignment, BraessIsWorseOffWithHisBridge) {
  const auto build = [](bool bridge) {
    std::vector<Road> roads{{0, 1, straight(0, 10)},
                            {0, 2, straight(50, 1)},
                            {1, 3, straight(50, 1)},
                            {2, 3, straight(0, 10)}};
    if (bridge) roads.push_back({1, 2, straight(10, 1)});
    Congested made{4, roads};
    made.carry(0, 3, 6);
    return made;
  };
  for (const bool bridge : {false, true}) {
    Congested made = build(bridge);
    made.network.hierarchy = hierarchy_of(*made.graph);
    const Assignment answer = assign(made.network, made.classes, by_paths(0, 1e-10));
    EXPECT_NEAR(pair_costs(made.network, made.classes, answer)[0][0], bridge ? 92 : 83, 1e-6);
  }
}

}  // namespace
}  // namespace corridor::test::bush
