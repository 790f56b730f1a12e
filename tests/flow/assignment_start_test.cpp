// How assignments begin, go on and end.

#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/assignment.hpp"

#include "flow/random_congested.hpp"

namespace corridor {
namespace {

using test::Congested;
using test::Dice;
using test::options_for;
using test::random_demand;
using test::random_links;
using test::real;
using test::solved;

TEST(AssignmentStart, AWarmStartFromTheAnswerIsTheAnswer) {
  Dice dice{1};
  Congested on;
  build(on, 12, random_links(dice, 12), random_demand(dice, 12, 20));
  const Assignment cold = solved(on, 1e-6);
  AssignmentOptions options = options_for(1e-6);
  options.start = &cold;
  const Assignment again = assign(on.network, on.classes, options);
  EXPECT_EQ(again.iterations, 0U);
  EXPECT_EQ(again.volume, cold.volume);
  // A small change needs fewer iterations than a new start.
  for (LinkDelay& link : on.network.delay) link.capacity *= real(dice, 0.999, 1.001);
  const Assignment warm = assign(on.network, on.classes, options);
  EXPECT_TRUE(warm.converged);
  EXPECT_LT(warm.iterations, solved(on, 1e-6).iterations);
}

TEST(AssignmentStart, AWarmStartFromAnotherDemandIsNoneTheWorse) {
  Dice dice{2};
  Congested on;
  build(on, 12, random_links(dice, 12), random_demand(dice, 12, 20));
  const Assignment before = solved(on, 1e-6);
  AssignmentOptions options = options_for(1e-6);
  options.start = &before;
  const auto expect_right = [&] {
    const Assignment warm = assign(on.network, on.classes, options);
    EXPECT_TRUE(warm.converged);
    const auto proof = certify(on.network, on.classes, Principle::user_equilibrium, warm);
    EXPECT_LE(proof.relative_gap, 1.1e-6);
    EXPECT_LE(proof.worst_imbalance, 1e-11);
    EXPECT_NEAR(warm.objective, solved(on, 1e-6).objective, 1e-5 * warm.objective);
  };
  on.classes[0].demand[3].volume *= 1.84;
  expect_right();
  on.classes[0].demand.pop_back();
  expect_right();
  // The fullest arc is closed.
  ArcId fullest{0};
  for (const ArcId arc : on.graph.arcs()) {
    if (before.volume[arc] > before.volume[fullest]) fullest = arc;
  }
  on.classes[0].demand = random_demand(dice, 12, 20);
  on.classes[0].fixed[fullest] = std::numeric_limits<double>::infinity();
  expect_right();
}

TEST(AssignmentStart, ProgressIsToldAndTheObjectiveFalls) {
  Dice dice{3};
  Congested on;
  build(on, 10, random_links(dice, 10), random_demand(dice, 10, 15));
  for (const auto method : {AssignmentMethod::frank_wolfe, AssignmentMethod::conjugate_frank_wolfe,
                            AssignmentMethod::biconjugate_frank_wolfe}) {
    AssignmentOptions options = options_for(1e-4);
    options.method = method;
    std::vector<AssignmentProgress> told;
    options.progress = [&](const AssignmentProgress& progress) { told.push_back(progress); };
    const Assignment answer = assign(on.network, on.classes, options);
    ASSERT_EQ(told.size(), answer.iterations + 1);
    for (std::size_t i = 1; i < told.size(); ++i) {
      EXPECT_EQ(told[i].iteration, i);
      EXPECT_LE(told[i].objective, told[i - 1].objective * (1 + 1e-14));
      EXPECT_GE(told[i].seconds, told[i - 1].seconds);
    }
    EXPECT_EQ(told.back().relative_gap, answer.relative_gap);
    EXPECT_EQ(told.back().objective, answer.objective);
    options.most_iterations = 3;
    const Assignment early = assign(on.network, on.classes, options);
    EXPECT_EQ(early.iterations, 3U);
    EXPECT_FALSE(early.converged);
  }
}

}  // namespace
}  // namespace corridor
