// Laws of equilibria by bushes, on networks from fixed seeds: all from flows alone.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/assignment.hpp"

#include "flow/congested_network.hpp"

namespace corridor::test::bush {
namespace {

void expect_proved(const Congested& of, const AssignmentOptions& options,
                   const Assignment& answer) {
  const auto proof = certify(of.network, of.classes, options.principle, answer);
  EXPECT_LE(proof.worst_imbalance, 1e-10);
  EXPECT_GE(proof.least_volume, 0);
  EXPECT_LE(proof.worst_volume_sum, 1e-10);
  EXPECT_EQ(proof.wrongly_left_out, 0U);
  EXPECT_NEAR(proof.relative_gap, answer.relative_gap, 1e-12);
  EXPECT_EQ(answer.converged, answer.relative_gap <= options.gap);
}

Principle principle_of(std::uint32_t seed) {
  return seed % 2 == 0 ? Principle::user_equilibrium : Principle::system_optimum;
}

TEST(BushAssignment, UsedPathsAreCheapestOnRandomNetworks) {
  std::size_t converged = 0;
  constexpr std::uint32_t seeds = 150;
  for (std::uint32_t seed = 0; seed < seeds; ++seed) {
    SCOPED_TRACE(seed);
    const Congested network = random_congested(seed);
    AssignmentOptions options;
    options.gap = 1e-10;
    options.principle = principle_of(seed);
    const Assignment answer = assign(network.network, network.classes, options);
    expect_proved(network, options, answer);
    converged += answer.converged ? 1U : 0U;
  }
  EXPECT_EQ(converged, seeds);
}

TEST(BushAssignment, FrankAndWolfeBoundIt) {
  for (std::uint32_t seed = 1000; seed < 1030; ++seed) {
    SCOPED_TRACE(seed);
    const Congested network = random_congested(seed);
    AssignmentOptions options;
    options.principle = principle_of(seed);
    options.gap = 1e-10;
    const Assignment precise = assign(network.network, network.classes, options);
    options.gap = 1e-3;
    options.most_iterations = 200;
    options.method = AssignmentMethod::biconjugate_frank_wolfe;
    const Assignment rough = assign(network.network, network.classes, options);
    const auto proof = certify(network.network, network.classes, options.principle, rough);
    const double slack = 1e-9 * precise.objective;
    EXPECT_LE(precise.objective, rough.objective + slack);
    EXPECT_GE(precise.objective, proof.lower_bound - slack);
  }
}

/// A network whose equilibrium is known: vertices have heights, every road takes the difference of
/// its ends' heights at the volume that random walks give it, and, if none of them takes it, more.
/// Then all walks from one vertex to another take the same time, and no path takes less.
struct Known {
  Congested network;
  std::vector<double> volume;
};

Known known_equilibrium(std::uint32_t seed) {
  Dice dice{seed};
  const std::size_t vertices = 20 + dice.roll(20);
  std::vector<Road> roads;
  std::vector<std::size_t> first_road;
  for (std::size_t tail = 0; tail < vertices; ++tail) {
    first_road.push_back(roads.size());
    for (std::size_t head = tail + 1; head < vertices && head <= tail + 4; ++head) {
      roads.push_back({tail, head, {}});
    }
  }
  std::vector<double> volume(roads.size(), 0);
  std::vector<OdVolume> demand;
  for (std::size_t walk = 0; walk < 400; ++walk) {
    const std::size_t from = dice.roll(vertices - 1);
    const double trips = 1 + static_cast<double>(dice.roll(9));
    std::size_t at = from;
    do {
      const std::size_t road =
          first_road[at] + dice.roll(std::min<std::size_t>(4, vertices - 1 - at));
      volume[road] += trips;
      at = roads[road].head;
    } while (at + 1 < vertices && dice.roll(5) != 0);
    demand.push_back({VertexId{from}, VertexId{at}, trips});
  }
  std::vector<double> height(vertices, 0);
  for (std::size_t v = 1; v < vertices; ++v) {
    height[v] = height[v - 1] + 1 + static_cast<double>(dice.roll(5));
  }
  for (std::size_t i = 0; i < roads.size(); ++i) {
    const double full = 0.5 + static_cast<double>(dice.roll(10)) / 10;
    const double time = height[roads[i].head] - height[roads[i].tail];
    roads[i].delay = volume[i] > 0
                         ? quartic(time / (1 + 0.15 * full * full * full * full), volume[i] / full)
                         : quartic(time + 0.5, 10);
  }
  Known known{{vertices, roads}, volume};
  known.network.classes[0].demand = demand;
  return known;
}

TEST(BushAssignment, FindsVolumesKnownByConstruction) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    const Known known = known_equilibrium(seed);
    AssignmentOptions options;
    options.gap = 1e-13;
    const Assignment answer = assign(known.network.network, known.network.classes, options);
    EXPECT_TRUE(answer.converged);
    for (std::size_t arc = 0; arc < known.volume.size(); ++arc) {
      EXPECT_NEAR(answer.volume[ArcId{arc}], known.volume[arc], 1e-4 * (1 + known.volume[arc]));
    }
  }
}

TEST(BushAssignment, SameQuestionSameAnswerToTheBit) {
  for (std::uint32_t seed = 2000; seed < 2010; ++seed) {
    const Congested network = random_congested(seed);
    AssignmentOptions options;
    options.gap = 1e-9;
    const Assignment once = assign(network.network, network.classes, options);
    const Assignment again = assign(network.network, network.classes, options);
    EXPECT_EQ(once.volume, again.volume);
    EXPECT_EQ(once.iterations, again.iterations);
  }
}

TEST(BushAssignment, ImpossibleGapEndsAtThePrecisionOfDoubles) {
  const Known known = known_equilibrium(7);
  AssignmentOptions options;
  options.gap = 0;
  const Assignment answer = assign(known.network.network, known.network.classes, options);
  EXPECT_LE(answer.relative_gap, 1e-14);
  EXPECT_LT(answer.iterations, 1000U);
}

TEST(BushAssignment, WarmStartEndsWhereAColdOneDoes) {
  for (std::uint32_t seed = 3000; seed < 3030; ++seed) {
    SCOPED_TRACE(seed);
    Congested network = random_congested(seed);
    AssignmentOptions options;
    options.gap = 1e-10;
    const Assignment before = assign(network.network, network.classes, options);
    // Some demand grows or goes, a road is closed, another opens or gets a fee.
    Dice dice{seed};
    for (DemandClass& of : network.classes) {
      for (OdVolume& pair : of.demand) pair.volume *= 0.5 * static_cast<double>(dice.roll(4));
      of.fixed[ArcId{dice.roll(of.fixed.size())}] = std::numeric_limits<double>::infinity();
      of.fixed[ArcId{dice.roll(of.fixed.size())}] = 1;
    }
    const Assignment cold = assign(network.network, network.classes, options);
    options.start = &before;
    const Assignment warm = assign(network.network, network.classes, options);
    expect_proved(network, options, warm);
    EXPECT_TRUE(warm.converged);
    EXPECT_NEAR(warm.objective, cold.objective, 1e-8 * cold.objective);
  }
}

TEST(BushAssignment, WarmStartFromTheAnswerItselfIsDoneAtOnce) {
  const Known known = known_equilibrium(3);
  AssignmentOptions options;
  options.gap = 1e-10;
  const Assignment first = assign(known.network.network, known.network.classes, options);
  options.start = &first;
  const Assignment second = assign(known.network.network, known.network.classes, options);
  EXPECT_TRUE(second.converged);
  EXPECT_LE(second.iterations, 2U);
}

TEST(BushAssignment, OpeningARoadNeverRaisesTheLeastTotalCost) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    Known known = known_equilibrium(seed);
    AssignmentOptions options;
    options.principle = Principle::system_optimum;
    options.gap = 1e-10;
    const Assignment open = assign(known.network.network, known.network.classes, options);
    DemandClass& of = known.network.classes[0];
    Dice dice{seed};
    // Roads of one step only are never closed, so that all pairs stay joined.
    ArcId closed{dice.roll(of.fixed.size())};
    const Graph& graph = *known.network.graph;
    if (graph.head(closed).index() == graph.tail(closed).index() + 1) continue;
    of.fixed[closed] = std::numeric_limits<double>::infinity();
    const Assignment without = assign(known.network.network, known.network.classes, options);
    EXPECT_GE(without.objective, open.objective * (1 - 1e-9));
  }
}

}  // namespace
}  // namespace corridor::test::bush
