#include "flow/cost_trees.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "support/congested.hpp"
#include "support/random_graph.hpp"

namespace corridor::detail {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A problem with arcs at random and dead ends beside them, all open; trips are of no interest.
AssignmentProblem random_problem(test::Congested& on, test::Dice& dice, std::size_t inner,
                                 std::size_t arcs) {
  const std::size_t vertices = inner + dice.roll(10);
  std::vector<test::SketchLink> links;
  for (std::size_t i = 0; i < arcs; ++i) {
    links.push_back({dice.roll(inner), dice.roll(inner), test::affine(1, 0)});
  }
  for (std::size_t zone = inner; zone < vertices; ++zone) {
    const std::size_t at = dice.roll(inner);
    links.push_back({zone, at, test::affine(1, 0)});
    links.push_back({at, zone, test::affine(1, 0)});
  }
  build(on, vertices, links, {});
  on.network.no_passing = IdVector<VertexId, char>(vertices, 0);
  for (char& no : on.network.no_passing) no = dice.roll(5) == 0 ? 1 : 0;
  return problem_of(on.network, on.classes, Principle::user_equilibrium);
}

/// Bellman and Ford.
std::vector<double> distances(const AssignmentProblem& problem, std::span<const double> cost,
                              std::uint32_t root) {
  std::vector<double> distance(problem.vertex_count, infinity);
  distance[root] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::uint32_t arc = 0; arc < problem.arc_count(); ++arc) {
      const double offer = distance[problem.tail[arc]] + cost[arc];
      if (!(offer < distance[problem.head[arc]])) continue;
      distance[problem.head[arc]] = offer;
      changed = true;
    }
  }
  return distance;
}

void expect_tree(const AssignmentProblem& problem, std::span<const double> cost, std::uint32_t root,
                 const CostTrees& trees, const CostTrees::Order& order) {
  const std::vector<double> distance = distances(problem, cost, root);
  std::vector<char> seen(problem.vertex_count, 0);
  ASSERT_FALSE(order.empty());
  EXPECT_EQ(order.front(), root);
  for (const std::uint32_t vertex : order) {
    EXPECT_EQ(trees.distance(vertex), distance[vertex]);
    EXPECT_EQ(seen[vertex], 0) << "twice in the order";
    seen[vertex] = 1;
    if (vertex == root) continue;
    const std::uint32_t arc = problem.in[trees.parent(vertex)];
    EXPECT_EQ(problem.head[arc], vertex);
    EXPECT_EQ(problem.tail[arc], trees.tail(trees.parent(vertex)));
    EXPECT_EQ(seen[problem.tail[arc]], 1) << "a parent comes first";
    EXPECT_EQ(distance[problem.tail[arc]] + cost[arc], distance[vertex]);
  }
  const auto reached =
      std::count_if(distance.begin(), distance.end(), [](double d) { return d < infinity; });
  EXPECT_EQ(order.size(), static_cast<std::size_t>(reached));
}

/// Costs between 0 and 10, many of them equal, many 0, some closed; and, if they are `wild`, of any
/// size.
double random_cost(test::Dice& dice, bool wild) {
  if (dice.roll(10) == 0) return infinity;
  const auto small = static_cast<double>(dice.roll(11));
  return wild ? small * std::pow(10.0, static_cast<double>(dice.roll(24)) - 12) : small;
}

TEST(CostTrees, AreRightHoweverCostsChange) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    test::Dice dice{seed};
    test::Congested on;
    const AssignmentProblem problem = random_problem(on, dice, 2 + dice.roll(40), dice.roll(160));
    CostTrees trees{problem};
    std::vector<CostTrees::Order> orders(problem.vertex_count);
    std::vector<double> cost(problem.arc_count());
    for (int round = 0; round < 6; ++round) {
      // All costs anew, or one in eight, or a little of each. What is closed stays so meanwhile.
      if (round % 3 == 0) orders.assign(problem.vertex_count, {});
      for (double& c : cost) {
        if (round % 3 == 0) {
          c = random_cost(dice, seed % 2 == 0);
        } else if (c < infinity && round % 3 == 1 && dice.roll(8) == 0) {
          c = static_cast<double>(dice.roll(11));
        } else if (round % 3 == 2) {
          c *= 1 + 1e-3 * static_cast<double>(dice.roll(10));
        }
      }
      trees.set_costs(cost);
      for (int i = 0; i < 4; ++i) {
        const auto root = static_cast<std::uint32_t>(dice.roll(on.graph.vertex_count()));
        trees.grow(root, orders[root]);
        expect_tree(problem, cost, root, trees, orders[root]);
      }
    }
  }
}

TEST(CostTrees, FindPathsWhereCostsAreTooFarApartForBuckets) {
  // A path of dear arcs beside cheap ones: 0 -> 1 -> 2 -> 3 at 10^9 each, and from each vertex of
  // the path a way of ten steps of 1 to the next that is dearer at its end by 2 x 10^9.
  std::vector<test::SketchLink> links;
  std::size_t next = 4;
  const LinkDelay one = test::affine(1, 0);
  for (std::size_t i = 0; i < 3; ++i) {
    links.push_back({i, i + 1, test::affine(1e9, 0)});
    std::size_t from = i;
    for (int step = 0; step < 10; ++step, from = next++) links.push_back({from, next, one});
    links.push_back({from, i + 1, test::affine(2e9, 0)});
  }
  test::Congested on;
  build(on, next, links, {});
  const AssignmentProblem problem = problem_of(on.network, on.classes, Principle::user_equilibrium);
  std::vector<double> cost(problem.arc_count());
  problem.delays.times(cost, cost);
  CostTrees trees{problem};
  trees.set_costs(cost);
  CostTrees::Order order;
  trees.grow(0, order);
  EXPECT_EQ(trees.distance(3), 3e9);
  expect_tree(problem, cost, 0, trees, order);
}

}  // namespace
}  // namespace corridor::detail
