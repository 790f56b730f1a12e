#include "corridor/flow/stochastic_assignment.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "support/congested.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::affine;
using test::Congested;
using test::Dice;

OdVolume pair(std::size_t from, std::size_t to, double volume) {
  return {VertexId{from}, VertexId{to}, volume};
}

StochasticAssignment solved(const Congested& on, const StochasticOptions& options) {
  StochasticAssignment answer = assign_by_choice(on.network, on.classes, options);
  EXPECT_TRUE(answer.converged) << answer.gap;
  const auto proof = certify(on.network, on.classes, options, answer);
  EXPECT_LE(proof.gap, options.gap + 1e-12);
  EXPECT_NEAR(proof.gap, answer.gap, 1e-12);
  EXPECT_LE(proof.worst_volume_sum, 1e-9);
  EXPECT_LE(proof.worst_demand, 1e-9);
  EXPECT_EQ(proof.broken_paths, 0U);
  return answer;
}

TEST(StochasticAssignment, TimesThatDoNotChangeGiveTheLogitAtOnce) {
  // Ways of 1 and 2 at a scale of ln 3: exp(ln 3) = 3 times as many take the shorter.
  Congested on;
  build(on, 2, {{0, 1, affine(1, 0)}, {0, 1, affine(2, 0)}}, {pair(0, 1, 8)});
  StochasticOptions options;
  options.scale = std::log(3);
  options.most_detour = 2;
  const StochasticAssignment answer = solved(on, options);
  EXPECT_NEAR(answer.volume[ArcId{0}], 6, 1e-12);
  EXPECT_NEAR(answer.volume[ArcId{1}], 2, 1e-12);
  // A detour of twice the time is too long for some.
  options.most_detour = 1.9;
  EXPECT_NEAR(solved(on, options).volume[ArcId{0}], 8, 1e-12);
}

TEST(StochasticAssignment, EachClassMayHaveAScaleOfItsOwn) {
  Congested on;
  build(on, 2, {{0, 1, affine(1, 0)}, {0, 1, affine(2, 0)}}, {pair(0, 1, 8)});
  on.classes.push_back(on.classes[0]);
  StochasticOptions options;
  options.most_detour = 2;
  options.scales = {std::log(3), std::log(7)};
  const StochasticAssignment answer = solved(on, options);
  EXPECT_NEAR(answer.by_class[0][ArcId{0}], 6, 1e-12);
  EXPECT_NEAR(answer.by_class[1][ArcId{0}], 7, 1e-12);
  options.scales = {1};
  EXPECT_THROW(assign_by_choice(on.network, on.classes, options), std::invalid_argument);
  options.scales = {1, 0};
  EXPECT_THROW(assign_by_choice(on.network, on.classes, options), std::invalid_argument);
}

TEST(StochasticAssignment, PathSizesShareOutWhatIsShared) {
  // From 0 to 2 three ways of 10: one of its own, and two that share 9 of it (0-1) and then part.
  // Plain logit gives each a third. Sizes are 1 and 9/10 x 1/2 + 1/10 = 0.55, so that the first
  // gets 1/2.1 and the others 0.55/2.1 each.
  Congested on;
  build(on, 3,
        {{0, 2, affine(10, 0)}, {0, 1, affine(9, 0)}, {1, 2, affine(1, 0)}, {1, 2, affine(1, 0)}},
        {pair(0, 2, 1)});
  StochasticOptions options;
  options.choice = RouteChoice::logit;
  EXPECT_NEAR(solved(on, options).volume[ArcId{0}], 1.0 / 3, 1e-12);
  options.choice = RouteChoice::path_size_logit;
  const StochasticAssignment answer = solved(on, options);
  EXPECT_NEAR(answer.volume[ArcId{0}], 1 / 2.1, 1e-12);
  EXPECT_NEAR(answer.volume[ArcId{2}], 0.55 / 2.1, 1e-12);
  ASSERT_EQ(answer.pairs.size(), 1U);
  EXPECT_EQ(answer.pairs[0].paths.size(), 3U);
}

TEST(StochasticAssignment, TwoRoadsSettleWhereTheLogitMeetsTheirTimes) {
  // Times x and 10 - x + 1 where x of 10 trips take the first: x solves
  // ln(x / (10 - x)) = scale (11 - 2x). With a scale of 1, by bisection in the test.
  Congested on;
  build(on, 2, {{0, 1, affine(0, 1)}, {0, 1, affine(1, 1)}}, {pair(0, 1, 10)});
  StochasticOptions options;
  options.gap = 1e-10;
  options.most_detour = std::numeric_limits<double>::infinity();
  double low = 5;
  double high = 10;
  while (high - low > 1e-12) {
    const double x = (low + high) / 2;
    (std::log(x / (10 - x)) > 11 - 2 * x ? high : low) = x;
  }
  EXPECT_NEAR(solved(on, options).volume[ArcId{0}], low, 1e-8);
}

TEST(StochasticAssignment, TripsThatAreSureOfThemselvesAreInEquilibrium) {
  // 10 + x = 5 + 2 (10 - x) at x = 5: the larger the scale, the closer.
  Congested on;
  build(on, 2, {{0, 1, affine(10, 1)}, {0, 1, affine(5, 2)}}, {pair(0, 1, 10)});
  StochasticOptions options;
  options.most_detour = 3;
  double last = 10;
  for (const double scale : {0.1, 1.0, 10.0}) {
    options.scale = scale;
    const double off = std::abs(solved(on, options).volume[ArcId{0}] - 5);
    EXPECT_LT(off, last);
    last = off;
  }
  EXPECT_LT(last, 1e-2);
}

TEST(StochasticAssignment, LoadedNetworksBringPathsThatEmptyOnesHide) {
  // A detour of three times the empty time is worth while once the road is full.
  Congested on;
  build(on, 3, {{0, 1, affine(1, 1)}, {0, 2, affine(2, 0)}, {2, 1, affine(1, 0)}},
        {pair(0, 1, 10)});
  StochasticOptions options;
  const StochasticAssignment answer = solved(on, options);
  ASSERT_EQ(answer.pairs[0].paths.size(), 2U);
  EXPECT_GT(answer.pairs[0].paths[1].share, 0.5);
}

TEST(StochasticAssignment, HoldsOnNetworksAtRandom) {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t vertices = 6 + dice.roll(10);
    std::vector<test::SketchLink> links;
    const auto link = [&](std::size_t tail, std::size_t head) {
      const double time = 1 + static_cast<double>(dice.roll(5));
      const double capacity = 4 + static_cast<double>(dice.roll(10));
      links.push_back({tail,
                       head,
                       {DelayForm::bpr, time, capacity, 0.5, 2},
                       static_cast<double>(dice.roll(3))});
    };
    for (std::size_t v = 0; v < vertices; ++v) {
      link(v, (v + 1) % vertices);
      link((v + 1) % vertices, v);
      link(v, dice.roll(vertices));
    }
    std::vector<OdVolume> demand;
    for (int i = 0; i < 10; ++i) {
      demand.push_back(
          pair(dice.roll(vertices), dice.roll(vertices), static_cast<double>(dice.roll(5))));
    }
    Congested on;
    build(on, vertices, links, demand);
    on.classes.push_back(on.classes[0]);
    on.classes[1].time_value = 2;
    on.classes[1].load = 0.5;
    on.classes[1].fixed[ArcId{0}] = std::numeric_limits<double>::infinity();
    StochasticOptions options;
    options.choice = seed % 2 == 0 ? RouteChoice::logit : RouteChoice::path_size_logit;
    options.gap = 1e-8;
    const StochasticAssignment answer = solved(on, options);
    EXPECT_EQ(answer.by_class[1][ArcId{0}], 0);
    for (const ChoosingPair& choosing : answer.pairs) {
      EXPECT_LE(choosing.paths.size(), options.most_paths);
    }
  }
}

TEST(StochasticAssignment, PairsWithoutAPathAreMarked) {
  Congested on;
  build(on, 3, {{0, 1, affine(1, 1)}}, {pair(0, 1, 3), pair(1, 0, 5), pair(1, 1, 7)});
  const StochasticAssignment answer = solved(on, {});
  EXPECT_EQ(answer.carried[0], (std::vector<char>{1, 0, 1}));
  EXPECT_EQ(answer.volume[ArcId{0}], 3);
  EXPECT_EQ(answer.pairs.size(), 1U);
}

TEST(StochasticAssignment, CertificatesFindWhatIsWrong) {
  Congested on;
  build(on, 3, {{0, 1, affine(1, 1)}, {0, 2, affine(1, 0)}, {2, 1, affine(1, 1)}}, {pair(0, 1, 4)});
  StochasticOptions options;
  options.most_detour = 5;
  const StochasticAssignment good = solved(on, options);
  ASSERT_EQ(good.pairs[0].paths.size(), 2U);
  const auto proof_of = [&](const StochasticAssignment& answer) {
    return certify(on.network, on.classes, options, answer);
  };
  StochasticAssignment swapped = good;
  std::swap(swapped.pairs[0].paths[0].share, swapped.pairs[0].paths[1].share);
  EXPECT_GT(proof_of(swapped).worst_share, 0.05);
  EXPECT_GT(proof_of(swapped).worst_volume_sum, 0.1);
  StochasticAssignment broken = good;
  broken.pairs[0].paths[1].arcs.pop_back();
  EXPECT_EQ(proof_of(broken).broken_paths, 1U);
  StochasticAssignment fewer = good;
  fewer.pairs[0].volume = 3;
  EXPECT_NEAR(proof_of(fewer).worst_demand, 1, 1e-12);
  StochasticAssignment of_another = good;
  of_another.by_class.clear();
  EXPECT_THROW(proof_of(of_another), std::invalid_argument);
}

TEST(StochasticAssignment, WhatMakesNoSenseIsRefused) {
  Congested on;
  build(on, 2, {{0, 1, affine(1, 1)}}, {pair(0, 1, 1)});
  const auto refused = [&](auto spoil) {
    StochasticOptions options;
    spoil(options);
    EXPECT_THROW(assign_by_choice(on.network, on.classes, options), std::invalid_argument);
  };
  refused([](StochasticOptions& options) { options.scale = 0; });
  refused([](StochasticOptions& options) { options.scale = std::nan(""); });
  refused([](StochasticOptions& options) { options.most_paths = 0; });
  refused([](StochasticOptions& options) { options.most_detour = 0.5; });
  refused([](StochasticOptions& options) { options.gap = -1; });
}

}  // namespace
}  // namespace corridor
