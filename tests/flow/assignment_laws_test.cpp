// Laws of congested assignment on networks at random, and equilibria known by construction.

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/assignment.hpp"

#include "support/congested.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::Congested;
using test::Dice;

AssignmentOptions options_for(double gap) {
  AssignmentOptions options;
  options.method = AssignmentMethod::biconjugate_frank_wolfe;
  options.gap = gap;
  return options;
}

Assignment solved(const Congested& on, double gap, Principle principle = {}) {
  AssignmentOptions options = options_for(gap);
  options.principle = principle;
  Assignment answer = assign(on.network, on.classes, options);
  EXPECT_TRUE(answer.converged) << answer.relative_gap;
  return answer;
}

double real(Dice& dice, double least, double most) {
  return least + (most - least) * static_cast<double>(dice.roll(1001)) / 1000;
}

LinkDelay random_delay(Dice& dice) {
  const double time = real(dice, 1, 5);
  const double capacity = real(dice, 5, 20);
  switch (dice.roll(5)) {
    case 0:
      return {DelayForm::conical, time, capacity, real(dice, 1.5, 5), 0};
    case 1:
      return {DelayForm::davidson, time, capacity, real(dice, 0.05, 0.5), 0};
    case 2:
      return {DelayForm::queue, time, capacity, real(dice, 0.5, 1), real(dice, 1, 4)};
    case 3:
      return {DelayForm::bpr, time, capacity, real(dice, 0.1, 2), real(dice, 1, 3)};
    default:
      return {DelayForm::bpr, time, capacity, 0.15, 4};
  }
}

/// A ring both ways, so that all is joined, and chords.
std::vector<test::SketchLink> random_links(Dice& dice, std::size_t vertices) {
  std::vector<test::SketchLink> links;
  for (std::size_t v = 0; v < vertices; ++v) {
    links.push_back({v, (v + 1) % vertices, random_delay(dice)});
    links.push_back({(v + 1) % vertices, v, random_delay(dice)});
    const std::size_t other = (v + 1 + dice.roll(vertices - 1)) % vertices;
    links.push_back({v, other, random_delay(dice)});
  }
  return links;
}

std::vector<OdVolume> random_demand(Dice& dice, std::size_t vertices, std::size_t pairs) {
  std::vector<OdVolume> demand;
  for (std::size_t i = 0; i < pairs; ++i) {
    demand.push_back(
        {VertexId{dice.roll(vertices)}, VertexId{dice.roll(vertices)}, real(dice, 0, 6)});
  }
  return demand;
}

double total_time(const Congested& on, const Assignment& answer) {
  double sum = 0;
  for (const ArcId arc : on.graph.arcs()) {
    sum += answer.volume[arc] * time_at(on.network.delay[arc], answer.volume[arc]);
  }
  return sum;
}

/// Distances from a vertex by whole times, along arcs.
IdVector<VertexId, std::size_t> distances(const Graph& graph,
                                          const IdVector<ArcId, std::size_t>& time, VertexId root) {
  constexpr std::size_t far = std::numeric_limits<std::size_t>::max() / 2;
  IdVector<VertexId, std::size_t> distance(graph.vertex_count(), far);
  distance[root] = 0;
  for (std::size_t round = 0; round < graph.vertex_count(); ++round) {
    for (const ArcId arc : graph.arcs()) {
      std::size_t& head = distance[graph.head(arc)];
      head = std::min(head, distance[graph.tail(arc)] + time[arc]);
    }
  }
  return distance;
}

/// Chooses the times of all links first, small whole numbers, so that shortest paths are many; then
/// splits each pair's trips over such paths at random; and last sets the free times so that the
/// delays give those times at those volumes. The volumes are then in equilibrium.
Assignment build_known(Congested& on, Dice& dice) {
  const std::size_t vertices = 4 + dice.roll(8);
  std::vector<OdVolume> demand = random_demand(dice, vertices, 6);
  build(on, vertices, random_links(dice, vertices), demand);
  const Graph& graph = on.graph;
  IdVector<ArcId, std::size_t> time;
  while (time.size() < graph.arc_count()) time.add(1 + dice.roll(3));
  Assignment known;
  known.volume = IdVector<ArcId, double>(graph.arc_count(), 0.0);
  for (const OdVolume& pair : demand) {
    const auto distance = distances(graph, time, pair.from);
    for (int part = 0; part < 8; ++part) {
      VertexId at = pair.to;
      while (at != pair.from) {
        std::vector<ArcId> tight;
        for (const ArcId arc : graph.in(at)) {
          if (distance[graph.tail(arc)] + time[arc] == distance[at]) tight.push_back(arc);
        }
        const ArcId arc = tight[dice.roll(tight.size())];
        known.volume[arc] += pair.volume / 8;
        at = graph.tail(arc);
      }
    }
  }
  for (const ArcId arc : graph.arcs()) {
    LinkDelay& link = on.network.delay[arc];
    link.free_time = 1;
    link.free_time = static_cast<double>(time[arc]) / time_at(link, known.volume[arc]);
  }
  known.by_class = {known.volume};
  known.carried = {std::vector<char>(demand.size(), 1)};
  return known;
}

TEST(AssignmentLaws, EquilibriaKnownByConstructionAreFound) {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    Congested on;
    const Assignment known = build_known(on, dice);
    const auto proof = certify(on.network, on.classes, Principle::user_equilibrium, known);
    EXPECT_LE(std::abs(proof.relative_gap), 1e-13);
    EXPECT_LE(proof.worst_imbalance, 1e-12);
    const Assignment answer = solved(on, 1e-6);
    const double cost = total_time(on, answer);
    // No volumes are better than those, and the gap bounds by how much these are worse.
    EXPECT_GE(answer.objective, proof.objective - 1e-12 * proof.objective);
    EXPECT_LE(answer.objective, proof.objective + 1e-6 * cost + 1e-12 * proof.objective);
    const auto certificate = certify(on.network, on.classes, Principle::user_equilibrium, answer);
    EXPECT_LE(certificate.lower_bound, proof.objective + 1e-12 * proof.objective);
    // Times are unique at an equilibrium, whatever the volumes of links with constant time.
    for (const ArcId arc : on.graph.arcs()) {
      const LinkDelay& link = on.network.delay[arc];
      EXPECT_NEAR(time_at(link, answer.volume[arc]), time_at(link, known.volume[arc]), 0.05);
    }
  }
}

TEST(AssignmentLaws, EquilibriumOfMarginalTimesIsTheSystemOptimum) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    Congested on;
    auto links = random_links(dice, 8);
    for (auto& link : links) link.delay = {DelayForm::bpr, real(dice, 1, 5), 9, 0.5, 2};
    build(on, 8, links, random_demand(dice, 8, 8));
    const Assignment best = solved(on, 1e-8, Principle::system_optimum);
    const Assignment own = solved(on, 1e-8);
    EXPECT_NEAR(best.objective, total_time(on, best), 1e-9 * best.objective);
    EXPECT_LE(best.objective, total_time(on, own) * (1 + 1e-8));
    // t + v t' = t0 (1 + alpha (beta + 1) x^beta).
    for (LinkDelay& link : on.network.delay) link.alpha *= link.beta + 1;
    const Assignment priced = solved(on, 1e-8);
    EXPECT_NEAR(priced.objective, best.objective, 1e-7 * best.objective);
    for (const ArcId arc : on.graph.arcs()) {
      EXPECT_NEAR(priced.volume[arc], best.volume[arc], 1e-2);
    }
  }
}

TEST(AssignmentLaws, AnarchyCostsNoMoreThanAThirdWhereTimesAreAffine) {
  // Roughgarden and Tardos 2002.
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    Congested on;
    auto links = random_links(dice, 7);
    for (auto& link : links) {
      link.delay = test::affine(static_cast<double>(dice.roll(4)), real(dice, 0, 2));
    }
    build(on, 7, links, random_demand(dice, 7, 5));
    const double anarchy = total_time(on, solved(on, 1e-5));
    const double order = solved(on, 1e-5, Principle::system_optimum).objective;
    EXPECT_LE(anarchy, 4.0 / 3 * order * (1 + 1e-3));
    EXPECT_GE(anarchy, order * (1 - 1e-4));
  }
}

TEST(AssignmentLaws, ClassesThatAreAlikeAreAsOne) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    Congested on;
    auto links = random_links(dice, 8);
    for (auto& link : links) link.fixed = static_cast<double>(dice.roll(3));
    build(on, 8, links, random_demand(dice, 8, 8));
    const Assignment one = solved(on, 1e-7);
    // The first class counts its trips in halves, and the second its money in pence.
    DemandClass halves = on.classes[0];
    DemandClass pence = on.classes[0];
    for (std::size_t i = 0; i < halves.demand.size(); ++i) {
      const double volume = on.classes[0].demand[i].volume;
      halves.demand[i].volume = 2 * volume / 3;
      pence.demand[i].volume = 2 * volume / 3;
    }
    halves.load = 0.5;
    pence.time_value = 100;
    for (double& cost : pence.fixed) cost *= 100;
    on.classes = {halves, pence};
    const Assignment two = solved(on, 1e-7);
    EXPECT_NEAR(two.objective, one.objective, 1e-6 * one.objective);
    const auto proof = certify(on.network, on.classes, Principle::user_equilibrium, two);
    EXPECT_LE(proof.relative_gap, 1.1e-7);
    EXPECT_LE(proof.worst_imbalance, 1e-11);
    EXPECT_LE(proof.worst_volume_sum, 1e-12);
  }
}

TEST(AssignmentLaws, AWarmStartFromTheAnswerIsTheAnswer) {
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

TEST(AssignmentLaws, AWarmStartFromAnotherDemandIsNoneTheWorse) {
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

TEST(AssignmentLaws, ProgressIsToldAndTheObjectiveFalls) {
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
