// Laws of congested assignment on networks at random, and equilibria known by construction.

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/assignment.hpp"

#include "flow/random_congested.hpp"

namespace corridor {
namespace {

using test::Congested;
using test::Dice;
using test::random_demand;
using test::random_links;
using test::real;
using test::solved;
using test::total_time;

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

}  // namespace
}  // namespace corridor
