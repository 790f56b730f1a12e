// Equilibria by bushes that can be worked out by hand.

#include <cstddef>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/assignment.hpp"

#include "flow/congested_network.hpp"

namespace corridor::test::bush {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

Assignment by_bushes(const Congested& of, Principle principle = Principle::user_equilibrium) {
  AssignmentOptions options;
  options.gap = 1e-12;
  options.principle = principle;
  return assign(of.network, of.classes, options);
}

void expect_volumes(const Assignment& answer, const std::vector<double>& expected) {
  EXPECT_TRUE(answer.converged);
  ASSERT_EQ(answer.volume.size(), expected.size());
  for (std::size_t arc = 0; arc < expected.size(); ++arc) {
    EXPECT_NEAR(answer.volume[ArcId{arc}], expected[arc], 1e-7) << "arc " << arc;
  }
}

// 1 + v and 2 + v/2 share 3: 1 + v = 2 + (3 - v)/2 at v = 5/3, where both take 8/3.
TEST(BushAssignment, TwoRoadsTakeTheSameTime) {
  Congested two{2, {{0, 1, straight(1, 1)}, {0, 1, straight(2, 0.5)}}};
  two.carry(0, 1, 3);
  const Assignment answer = by_bushes(two);
  expect_volumes(answer, {5.0 / 3, 4.0 / 3});
  // 5/3 + (5/3)^2/2 + 2 x 4/3 + (4/3)^2/4
  EXPECT_NEAR(answer.objective, 5.0 / 3 + 25.0 / 18 + 8.0 / 3 + 4.0 / 9, 1e-9);
}

// One more trip costs all 1 + 2v and 2 + v: 1 + 2v = 2 + (3 - v) at v = 4/3.
TEST(BushAssignment, TwoRoadsCostAllTheLeast) {
  Congested two{2, {{0, 1, straight(1, 1)}, {0, 1, straight(2, 0.5)}}};
  two.carry(0, 1, 3);
  const Assignment answer = by_bushes(two, Principle::system_optimum);
  expect_volumes(answer, {4.0 / 3, 5.0 / 3});
  // 4/3 (1 + 4/3) + 5/3 (2 + 5/6)
  EXPECT_NEAR(answer.objective, 141.0 / 18, 1e-9);
}

// Braess 1968, with the figures of Sheffi 1985: 10v, 50 + v and a bridge of 10 + v, demand 6.
std::vector<Road> braess(double bridge_fee) {
  return {{0, 1, straight(0, 10)},
          {0, 2, straight(50, 1)},
          {1, 2, straight(10, 1), bridge_fee},
          {1, 3, straight(50, 1)},
          {2, 3, straight(0, 10)}};
}

// Each of three routes carries 2: 40 + 52 = 40 + 12 + 40 = 92.
TEST(BushAssignment, BraessBridgeIsUsedByAThird) {
  Congested open{4, braess(0)};
  open.carry(0, 3, 6);
  expect_volumes(by_bushes(open), {4, 2, 2, 2, 4});
}

// Without it each of two routes carries 3: 30 + 53 = 83, less than 92.
TEST(BushAssignment, WithoutBraessBridgeAllArriveSooner) {
  Congested closed{4, braess(infinite)};
  closed.carry(0, 3, 6);
  expect_volumes(by_bushes(closed), {3, 3, 0, 3, 3});
}

// With 3 on each of the two, one more trip by the bridge costs all 60 + 10 + 60, by a route 60
// + 56.
TEST(BushAssignment, BestForAllLeavesTheBridgeOpenAndEmpty) {
  Congested open{4, braess(0)};
  open.carry(0, 3, 6);
  const Assignment answer = by_bushes(open, Principle::system_optimum);
  expect_volumes(answer, {3, 3, 0, 3, 3});
  EXPECT_NEAR(answer.objective, 6 * 83, 1e-6);
}

// A free road of 1 + v and a toll road of 1 for a toll of 2. To the hasty (time value 4) the toll
// is half an hour, to the others (1) two. Those others' 1/8 of volume, of load 2, stay on the free
// road in any case; the hasty join them until 1 + 1/4 + v = 1 + 1/2: v = 1/4 of their 1.
TEST(BushAssignment, ClassesPartAtTheToll) {
  Congested roads{2, {{0, 1, straight(1, 1), 0}, {0, 1, constant(1), 2}}};
  roads.classes.push_back(roads.classes[0]);
  roads.classes[0].time_value = 4;
  roads.classes[1].load = 2;
  roads.carry(0, 1, 1, 0);
  roads.carry(0, 1, 0.125, 1);
  const Assignment answer = by_bushes(roads);
  expect_volumes(answer, {0.5, 0.75});
  EXPECT_NEAR(answer.by_class[0][ArcId{0}], 0.25, 1e-9);
  EXPECT_NEAR(answer.by_class[1][ArcId{0}], 0.125, 1e-9);
}

// Two classes on the same two roads, whose tolls they weigh differently: only the sum of volumes
// changes times, so that the classes must change places without changing it. Roads 1 + v and 1 + v,
// the second with a toll of 1; time values 1 and 2, so 1 and 1/2 hours; demand 10 each. If class 1
// splits, v0 - v1 = 1/2, so v0 = 10.25, and class 0, to whom road 1 would be dearer by 1/2, is all
// on road 0.
TEST(BushAssignment, ClassesChangePlaces) {
  Congested roads{2, {{0, 1, straight(1, 1), 0}, {0, 1, straight(1, 1), 1}}};
  roads.classes.push_back(roads.classes[0]);
  roads.classes[1].time_value = 2;
  roads.carry(0, 1, 10, 0);
  roads.carry(0, 1, 10, 1);
  const Assignment answer = by_bushes(roads);
  expect_volumes(answer, {10.25, 9.75});
  EXPECT_NEAR(answer.by_class[0][ArcId{0}], 10, 1e-7);
  EXPECT_NEAR(answer.by_class[1][ArcId{0}], 0.25, 1e-7);
}

// A square with a ring that takes no time: any way round is as good, and the two ways out
// share 4 equally. Trips in circles cost nothing either, and must not count.
TEST(BushAssignment, CirclesWithoutTimeCarryNothingAround) {
  Congested ring{4,
                 {{0, 1, constant(0)},
                  {1, 2, constant(0)},
                  {2, 1, constant(0)},
                  {1, 3, straight(1, 1)},
                  {2, 3, straight(1, 1)}}};
  ring.carry(0, 3, 4);
  expect_volumes(by_bushes(ring), {4, 2, 2, 0, 2});
}

TEST(BushAssignment, RoadsOfConstantTimeGoToTheCheapest) {
  Congested roads{
      3, {{0, 1, constant(1)}, {0, 1, constant(2)}, {1, 2, constant(1)}, {0, 2, constant(3)}}};
  roads.carry(0, 2, 5);
  expect_volumes(by_bushes(roads), {5, 0, 0, 5});
}

// Of the three pairs one has no road, and one has only a road through a zone.
TEST(BushAssignment, PairsWithoutAPathAreLeftOut) {
  Congested roads{
      4, {{0, 1, straight(1, 1)}, {1, 2, straight(1, 1)}, {3, 0, straight(1, 1), infinite}}};
  roads.network.no_passing = IdVector<VertexId, char>(4, 0);
  roads.network.no_passing[VertexId{1}] = 1;
  roads.carry(0, 1, 2);
  roads.carry(0, 2, 3);
  roads.carry(3, 0, 4);
  const Assignment answer = by_bushes(roads);
  EXPECT_EQ(answer.carried[0], (std::vector<char>{1, 0, 0}));
  expect_volumes(answer, {2, 0, 0});
}

TEST(BushAssignment, NothingToCarryIsCarried) {
  Congested roads{2, {{0, 1, straight(1, 1)}}};
  const Assignment answer = by_bushes(roads);
  EXPECT_TRUE(answer.converged);
  EXPECT_EQ(answer.relative_gap, 0);
  roads.carry(0, 1, 0);
  roads.carry(1, 1, 3);
  expect_volumes(by_bushes(roads), {0});
}

// A square root, infinitely steep at nothing: 1 + sqrt(v) on a road beside one of 1.5 takes 1/4.
TEST(BushAssignment, TimesThatRiseSteeplyAtFirstAreMet) {
  Congested roads{2, {{0, 1, {DelayForm::bpr, 1, 1, 1, 0.5}}, {0, 1, constant(1.5)}}};
  roads.carry(0, 1, 2);
  expect_volumes(by_bushes(roads), {0.25, 1.75});
}

TEST(BushAssignment, LimitOfIterationsLeavesAllCarried) {
  Congested open{4, braess(0)};
  open.carry(0, 3, 6);
  AssignmentOptions options;
  options.gap = 1e-12;
  options.most_iterations = 1;
  const Assignment answer = assign(open.network, open.classes, options);
  const auto proof = certify(open.network, open.classes, options.principle, answer);
  EXPECT_LE(proof.worst_imbalance, 1e-12);
  EXPECT_NEAR(proof.relative_gap, answer.relative_gap, 1e-12);
  EXPECT_EQ(answer.converged, answer.relative_gap <= options.gap);
}

}  // namespace
}  // namespace corridor::test::bush
