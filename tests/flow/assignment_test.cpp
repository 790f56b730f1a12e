#include "corridor/flow/assignment.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "support/congested.hpp"

namespace corridor {
namespace {

using test::affine;
using test::Congested;

constexpr double infinity = std::numeric_limits<double>::infinity();

OdVolume pair(std::size_t from, std::size_t to, double volume) {
  return {VertexId{from}, VertexId{to}, volume};
}

AssignmentOptions to(double gap) {
  AssignmentOptions options;
  options.method = AssignmentMethod::biconjugate_frank_wolfe;
  options.gap = gap;
  return options;
}

Assignment solved(const Congested& on, double gap, Principle principle = {}) {
  AssignmentOptions options = to(gap);
  options.principle = principle;
  const Assignment answer = assign(on.network, on.classes, options);
  EXPECT_TRUE(answer.converged);
  const AssignmentCertificate proof = certify(on.network, on.classes, principle, answer);
  EXPECT_LE(proof.relative_gap, gap + 1e-12);
  EXPECT_LE(proof.worst_imbalance, 1e-9);
  EXPECT_EQ(proof.least_volume, 0);
  EXPECT_EQ(proof.wrongly_left_out, 0U);
  EXPECT_NEAR(proof.objective, answer.objective, 1e-9 * std::abs(answer.objective));
  EXPECT_LE(proof.lower_bound, proof.objective + 1e-9);
  return answer;
}

/// Braess 1968, in the figures of later books: 6 trips from 0 to 1 by way of 2 or 3.
void build_braess(Congested& result, bool has_bridge) {
  std::vector<test::SketchLink> links = {
      {0, 2, affine(0, 10)}, {0, 3, affine(50, 1)}, {2, 1, affine(50, 1)}, {3, 1, affine(0, 10)}};
  if (has_bridge) links.push_back({2, 3, affine(10, 1)});
  build(result, 4, links, {pair(0, 1, 6)});
}

TEST(Assignment, BraesssParadoxAppears) {
  // Without the bridge 3 trips go each way and take 10 x 3 + 50 + 3 = 83. With it 2 go by each of
  // three ways: 4 on the steep links and 2 on all others, so that each way takes
  // 40 + 52 = 52 + 40 = 40 + 12 + 40 = 92: the new link makes everybody's trip longer.
  Congested before;
  build_braess(before, false);
  const Assignment narrow = solved(before, 1e-9);
  for (const double volume : narrow.volume) EXPECT_NEAR(volume, 3, 1e-4);
  // 10 x 9/2 twice and 50 x 3 + 9/2 twice.
  EXPECT_NEAR(narrow.objective, 399, 1e-6);

  Congested after;
  build_braess(after, true);
  const Assignment wide = solved(after, 1e-9);
  const std::vector<double> expected = {4, 2, 2, 2, 4};  // 0-2, 0-3, 2-1, 2-3, 3-1
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(wide.volume[ArcId{i}], expected[i], 1e-3) << i;
  // 10 x 16/2 twice, 50 x 2 + 4/2 twice, 10 x 2 + 4/2.
  EXPECT_NEAR(wide.objective, 386, 1e-5);

  double costs[2] = {0, 0};
  for (const ArcId arc : before.graph.arcs()) {
    costs[0] += narrow.volume[arc] * time_at(before.network.delay[arc], narrow.volume[arc]);
  }
  for (const ArcId arc : after.graph.arcs()) {
    costs[1] += wide.volume[arc] * time_at(after.network.delay[arc], wide.volume[arc]);
  }
  EXPECT_NEAR(costs[0], 6 * 83, 1e-3);
  EXPECT_NEAR(costs[1], 6 * 92, 1e-2);
}

TEST(Assignment, ASystemOptimumIsDeafToTheParadox) {
  // All together fare best without the bridge: its marginal way 2 x 10 x 3 + 10 is 70 dearer than
  // nothing, and 50 + 2 x 3 = 56 cheaper.
  Congested on;
  build_braess(on, true);
  const Assignment answer = solved(on, 1e-9, Principle::system_optimum);
  EXPECT_NEAR(answer.objective, 6 * 83, 1e-5);
  EXPECT_NEAR(answer.volume[ArcId{3}], 0, 1e-3);
}

TEST(Assignment, TwoParallelLinksShareAsTheirFormulasSay) {
  // 10 + x = 5 + 2 (10 - x) at x = 5; of marginal times, 10 + 2x = 5 + 4 (10 - x) at x = 35/6.
  Congested on;
  build(on, 2, {{0, 1, affine(10, 1)}, {0, 1, affine(5, 2)}}, {pair(0, 1, 10)});
  for (const auto method : {AssignmentMethod::frank_wolfe, AssignmentMethod::conjugate_frank_wolfe,
                            AssignmentMethod::biconjugate_frank_wolfe}) {
    AssignmentOptions options = to(1e-12);
    options.method = method;
    const Assignment answer = assign(on.network, on.classes, options);
    EXPECT_TRUE(answer.converged);
    EXPECT_NEAR(answer.volume[ArcId{0}], 5, 1e-9);
    EXPECT_NEAR(answer.volume[ArcId{1}], 5, 1e-9);
    EXPECT_LE(answer.iterations, 2U);
  }
  const Assignment best = solved(on, 1e-12, Principle::system_optimum);
  EXPECT_NEAR(best.volume[ArcId{0}], 35.0 / 6, 1e-9);
}

TEST(Assignment, PigousExampleLosesAQuarter) {
  // A road of time 1 and one of time x for one trip: all take the second, 1; best is half each,
  // 1/2 + 1/4.
  Congested on;
  build(on, 2, {{0, 1, affine(1, 0)}, {0, 1, affine(0, 1)}}, {pair(0, 1, 1)});
  EXPECT_NEAR(solved(on, 1e-8).volume[ArcId{1}], 1, 1e-6);
  EXPECT_NEAR(solved(on, 1e-8, Principle::system_optimum).objective, 0.75, 1e-6);
}

TEST(Assignment, ClassesChooseByTheirTimeValue) {
  // Two roads of time 1 + x, the first with a toll of 1, and one trip of each class. To the class
  // with a time value of 10 the toll is 0.1 of time, to that of 0.1 it is 10: the latter never
  // pays. Of the former 1.1 + a = 1 + 1 + (1 - a) where a = 0.95.
  Congested on;
  build(on, 2, {{0, 1, affine(1, 1), 1}, {0, 1, affine(1, 1)}}, {pair(0, 1, 1)});
  on.classes.push_back(on.classes[0]);
  on.classes[0].time_value = 10;
  on.classes[1].time_value = 0.1;
  const Assignment answer = solved(on, 1e-10);
  EXPECT_NEAR(answer.by_class[0][ArcId{0}], 0.95, 1e-6);
  EXPECT_NEAR(answer.by_class[1][ArcId{0}], 0, 1e-9);
  EXPECT_NEAR(answer.volume[ArcId{1}], 1.05, 1e-6);
  // 0.95 + 0.95^2/2 + 1.05 + 1.05^2/2 + 0.95 x 0.1.
  EXPECT_NEAR(answer.objective, 3.0975, 1e-6);
}

TEST(Assignment, LoadsCountInLinkVolume) {
  // 10 trips that take room for 2 each are as 20: 10 + x = 5 + 2 (20 - x) at x = 35/3.
  Congested on;
  build(on, 2, {{0, 1, affine(10, 1)}, {0, 1, affine(5, 2)}}, {pair(0, 1, 10)});
  on.classes[0].load = 2;
  const Assignment answer = solved(on, 1e-12);
  EXPECT_NEAR(answer.volume[ArcId{0}], 35.0 / 3, 1e-9);
  EXPECT_NEAR(answer.by_class[0][ArcId{0}], 35.0 / 6, 1e-9);
}

TEST(Assignment, PairsWithoutAPathAreLeftOutAndMarked) {
  Congested on;
  build(on, 4, {{0, 1, affine(1, 1)}, {1, 2, affine(1, 1)}},
        {pair(0, 2, 3), pair(2, 0, 5), pair(0, 3, 1), pair(1, 1, 7), pair(1, 0, 0)});
  const Assignment answer = solved(on, 1e-12);
  EXPECT_EQ(answer.carried[0], (std::vector<char>{1, 0, 0, 1, 0}));
  EXPECT_EQ(answer.volume[ArcId{0}], 3);
  EXPECT_EQ(answer.volume[ArcId{1}], 3);
  // An arc that is closed to one class is open to another.
  on.classes.push_back(on.classes[0]);
  on.classes[1].fixed[ArcId{1}] = infinity;
  const Assignment both = solved(on, 1e-12);
  EXPECT_EQ(both.carried[0], (std::vector<char>{1, 0, 0, 1, 0}));
  EXPECT_EQ(both.carried[1], (std::vector<char>{0, 0, 0, 1, 0}));
  EXPECT_EQ(both.volume[ArcId{1}], 3);
}

TEST(Assignment, NobodyPassesWhereNobodyMay) {
  // 0 - 1 - 2 is short, but 1 is a zone; 0 - 3 - 2 is long.
  Congested on;
  build(on, 4,
        {{0, 1, affine(1, 0)}, {1, 2, affine(1, 0)}, {0, 3, affine(5, 0)}, {3, 2, affine(5, 0)}},
        {pair(0, 2, 1), pair(0, 1, 10), pair(1, 2, 100)});
  on.network.no_passing = IdVector<VertexId, char>(4, 0);
  EXPECT_EQ(solved(on, 1e-12).volume[ArcId{0}], 11);
  on.network.no_passing[VertexId{1}] = 1;
  const Assignment answer = solved(on, 1e-12);
  EXPECT_EQ(answer.volume[ArcId{0}], 10);   // 0-1
  EXPECT_EQ(answer.volume[ArcId{1}], 1);    // 0-3
  EXPECT_EQ(answer.volume[ArcId{2}], 100);  // 1-2
  EXPECT_EQ(answer.volume[ArcId{3}], 1);    // 3-2
  // A cheat is found out: what comes to a zone may not go on.
  Assignment cheat = answer;
  for (const std::size_t arc : {0U, 2U}) {
    cheat.volume[ArcId{arc}] += 1;
    cheat.by_class[0][ArcId{arc}] += 1;
  }
  for (const std::size_t arc : {1U, 3U})
    cheat.volume[ArcId{arc}] = cheat.by_class[0][ArcId{arc}] = 0;
  const auto proof = certify(on.network, on.classes, Principle::user_equilibrium, cheat);
  EXPECT_EQ(proof.worst_imbalance, 1);
}

TEST(Assignment, CertificatesFindWhatIsWrong) {
  Congested on;
  build(on, 2, {{0, 1, affine(10, 1)}, {0, 1, affine(5, 2)}}, {pair(0, 1, 10)});
  const Assignment good = solved(on, 1e-12);
  const auto proof_of = [&](const Assignment& answer) {
    return certify(on.network, on.classes, Principle::user_equilibrium, answer);
  };
  Assignment lost = good;
  lost.volume[ArcId{0}] = lost.by_class[0][ArcId{0}] = 4;
  EXPECT_NEAR(proof_of(lost).worst_imbalance, 1, 1e-9);
  Assignment apart = good;
  apart.volume[ArcId{0}] += 0.5;
  EXPECT_NEAR(proof_of(apart).worst_volume_sum, 0.5, 1e-9);
  // 6 and 4: times 16 and 13, so the gap is 6 x 3 of 6 x 16 + 4 x 13.
  Assignment poor = good;
  poor.volume[ArcId{0}] = poor.by_class[0][ArcId{0}] = 6;
  poor.volume[ArcId{1}] = poor.by_class[0][ArcId{1}] = 4;
  EXPECT_NEAR(proof_of(poor).relative_gap, 18.0 / 148, 1e-12);
  EXPECT_LE(proof_of(poor).lower_bound, good.objective);
  Assignment negative = good;
  negative.by_class[0][ArcId{0}] = -1;
  EXPECT_EQ(proof_of(negative).least_volume, -1);
  Assignment lazy = good;
  lazy.carried[0][0] = 0;
  EXPECT_EQ(proof_of(lazy).wrongly_left_out, 1U);
  Assignment of_another = good;
  of_another.by_class.clear();
  EXPECT_THROW(proof_of(of_another), std::invalid_argument);
}

TEST(Assignment, NothingToCarryIsCarriedAtOnce) {
  Congested on;
  build(on, 2, {{0, 1, affine(1, 1)}}, {});
  EXPECT_EQ(solved(on, 0).objective, 0);
  on.classes.clear();
  EXPECT_EQ(solved(on, 0).objective, 0);
  build(on, 0, {}, {});
  EXPECT_EQ(solved(on, 0).objective, 0);
}

TEST(Assignment, WhatMakesNoSenseIsRefused) {
  const auto refused = [](auto spoil) {
    Congested on;
    build(on, 2, {{0, 1, affine(1, 1)}}, {pair(0, 1, 1)});
    AssignmentOptions options = to(1e-3);
    spoil(on, options);
    EXPECT_THROW(assign(on.network, on.classes, options), std::invalid_argument);
  };
  refused([](Congested& on, auto&) { on.network.graph = nullptr; });
  refused([](Congested& on, auto&) { on.network.delay.add({}); });
  refused([](Congested& on, auto&) { on.network.delay[ArcId{0}].capacity = 0; });
  refused([](Congested& on, auto&) { on.network.no_passing.add(0); });
  refused([](Congested& on, auto&) { on.classes[0].fixed[ArcId{0}] = -1; });
  refused([](Congested& on, auto&) { on.classes[0].fixed[ArcId{0}] = std::nan(""); });
  refused([](Congested& on, auto&) { on.classes[0].fixed.add(1); });
  refused([](Congested& on, auto&) { on.classes[0].time_value = 0; });
  refused([](Congested& on, auto&) { on.classes[0].load = infinity; });
  refused([](Congested& on, auto&) { on.classes[0].demand[0].volume = -1; });
  refused([](Congested& on, auto&) { on.classes[0].demand[0].volume = infinity; });
  refused([](Congested& on, auto&) { on.classes[0].demand[0].to = VertexId{2}; });
  refused([](Congested& on, auto&) { on.classes[0].demand[0].from = VertexId{}; });
  refused([](Congested&, AssignmentOptions& options) { options.gap = std::nan(""); });
}

}  // namespace
}  // namespace corridor
