#include "corridor/route/order.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/hierarchy.hpp"

#include "route/order_elimination.hpp"
#include "route/order_graph.hpp"
#include "support/random_graph.hpp"

namespace corridor::test {
namespace {

using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

Graph both_ways(std::size_t vertices, const Edges& edges) {
  std::vector<WeightedArc> arcs;
  for (const auto& [a, b] : edges) {
    arcs.push_back({a, b, 1});
    arcs.push_back({b, a, 1});
  }
  return weighted_graph(vertices, arcs).graph;
}

std::vector<VertexId> all_vertices(const Graph& graph) {
  return {graph.vertices().begin(), graph.vertices().end()};
}

std::vector<VertexId> shuffled_vertices(Dice& dice, const Graph& graph) {
  std::vector<VertexId> vertices = all_vertices(graph);
  for (std::size_t i = vertices.size(); i > 1; --i)
    std::swap(vertices[i - 1], vertices[dice.roll(i)]);
  return vertices;
}

Hierarchy dissected(const Graph& graph, const std::vector<Point>& points = {}) {
  return {graph, nested_dissection_order(graph, all_vertices(graph), points)};
}

Graph grid(std::size_t side) {
  Edges edges;
  for (std::size_t v = 0; v < side * side; ++v) {
    if (v % side + 1 < side) edges.push_back({v, v + 1});
    if (v + side < side * side) edges.push_back({v, v + side});
  }
  return both_ways(side * side, edges);
}

std::vector<Point> grid_points(std::size_t side) {
  std::vector<Point> points;
  for (std::size_t row = 0; row < side; ++row)
    for (std::size_t column = 0; column < side; ++column)
      points.push_back({static_cast<double>(column), static_cast<double>(row)});
  return points;
}

/// Always the vertex with the fewest neighbours left, and of those the one with the lowest id.
std::vector<VertexId> minimum_degree_order(const Graph& graph) {
  std::vector<std::set<std::size_t>> near(graph.vertex_count());
  for (const ArcId arc : graph.arcs()) {
    if (graph.tail(arc) == graph.head(arc)) continue;
    near[graph.tail(arc).index()].insert(graph.head(arc).index());
    near[graph.head(arc).index()].insert(graph.tail(arc).index());
  }
  std::set<std::pair<std::size_t, std::size_t>> queue;
  for (std::size_t v = 0; v < near.size(); ++v) queue.insert({near[v].size(), v});
  std::vector<VertexId> order;
  while (!queue.empty()) {
    const std::size_t v = queue.begin()->second;
    queue.erase(queue.begin());
    order.emplace_back(v);
    for (const std::size_t a : near[v]) {
      queue.erase({near[a].size(), a});
      near[a].insert(near[v].begin(), near[v].end());
      near[a].erase(a);
      near[a].erase(v);
      queue.insert({near[a].size(), a});
    }
  }
  return order;
}

/// Points of every troublesome kind: random ones, few different ones, all the same, not numbers.
std::vector<Point> any_points(Dice& dice, std::size_t count) {
  const std::size_t kind = dice.roll(5);
  std::vector<Point> points;
  if (kind == 4) return points;
  for (std::size_t v = 0; v < count; ++v) {
    const std::size_t many[] = {1000, 3, 1, 1000};
    points.push_back(
        {static_cast<double>(dice.roll(many[kind])), -static_cast<double>(dice.roll(many[kind]))});
    if (kind == 3 && dice.roll(3) == 0) points.back().x = std::numeric_limits<double>::quiet_NaN();
    if (kind == 3 && dice.roll(3) == 0) points.back().y = std::numeric_limits<double>::infinity();
  }
  return points;
}

TEST(NestedDissection, HoldsEachVertexGivenOnceAndFollowsFromItsArguments) {
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t vertices = 1 + dice.roll(seed % 10 == 0 ? 600 : 90);
    const Graph graph = random_graph(seed, vertices, dice.roll(4 * vertices)).graph;
    std::vector<VertexId> some = shuffled_vertices(dice, graph);
    if (seed % 2 == 0) some.resize(dice.roll(some.size() + 1));
    const std::vector<Point> points = any_points(dice, vertices);
    const std::vector<VertexId> order = nested_dissection_order(graph, some, points);
    EXPECT_EQ(order, nested_dissection_order(graph, some, points));
    ASSERT_TRUE(std::is_permutation(order.begin(), order.end(), some.begin(), some.end()));
  }
}

TEST(NestedDissection, OfNothingIsEmpty) {
  EXPECT_TRUE(nested_dissection_order(Graph{}, {}, {}).empty());
  EXPECT_TRUE(nested_dissection_order(both_ways(3, {{0, 1}}), {}, {}).empty());
}

TEST(NestedDissection, RefusesWhatIsNotAListOfVerticesWithTheirPoints) {
  const Graph graph = both_ways(2, {{0, 1}});
  const std::vector<VertexId> twice{VertexId{0}, VertexId{0}};
  const std::vector<VertexId> beyond{VertexId{2}};
  EXPECT_THROW(nested_dissection_order(graph, twice, {}), std::invalid_argument);
  EXPECT_THROW(nested_dissection_order(graph, beyond, {}), std::invalid_argument);
  const std::vector<Point> too_few(1);
  EXPECT_THROW(nested_dissection_order(graph, all_vertices(graph), too_few), std::invalid_argument);
}

// A round of eliminations takes away no neighbours, but as many as it can: of a path at least every
// third vertex. Of 1000 there is nothing left after 18 rounds, as 1000 x (2/3)^18 < 1.
TEST(NestedDissection, OfAPathIsLowHoweverItIsNumbered) {
  for (std::uint32_t seed = 0; seed < 10; ++seed) {
    Dice dice{seed};
    std::vector<std::size_t> name(1000);
    std::iota(name.begin(), name.end(), std::size_t{0});
    if (seed > 0)
      for (std::size_t i = name.size(); i > 1; --i) std::swap(name[i - 1], name[dice.roll(i)]);
    Edges edges;
    for (std::size_t i = 0; i + 1 < name.size(); ++i) edges.push_back({name[i], name[i + 1]});
    const Hierarchy hierarchy = dissected(both_ways(name.size(), edges));
    EXPECT_LE(hierarchy.height(), 18U);
    EXPECT_LE(hierarchy.triangle_count(), name.size() - 2);
    // In the order of the path every second goes: 1000, 500, 250, 125, 62, 31, 15, 7, 3, 1.
    if (seed == 0) {
      EXPECT_EQ(hierarchy.height(), 10U);
    }
  }
}

// A vertex with at most two neighbours makes one triangle at most; the last two make none.
TEST(NestedDissection, OfTreesAndRingsOfTriangulatedFansMakesAtMostATriangleAVertex) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t vertices = 3 + dice.roll(500);
    Edges edges{{0, 1}};
    for (std::size_t v = 2; v < vertices; ++v) {  // a tree, or a triangle on an edge there is
      const auto [a, b] = edges[dice.roll(edges.size())];
      edges.push_back({a, v});
      if (seed % 2 == 0) edges.push_back({b, v});
    }
    const Hierarchy hierarchy = dissected(both_ways(vertices, edges));
    EXPECT_LE(hierarchy.triangle_count(), vertices - 2);
  }
}

TEST(NestedDissection, OfAStarEliminatesTheRaysFirst) {
  Edges edges;
  for (std::size_t ray = 1; ray <= 5000; ++ray) edges.push_back({0, ray});
  const Graph graph = both_ways(5001, edges);
  const Hierarchy hierarchy = dissected(graph, std::vector<Point>(5001));
  EXPECT_EQ(hierarchy.height(), 2U);
  EXPECT_EQ(hierarchy.triangle_count(), 0U);
}

// A ring of n: each vertex joins its two neighbours, until an edge is left: n - 2 triangles.
TEST(NestedDissection, OfARingJoinsAllButTwo) {
  Edges edges;
  for (std::size_t v = 0; v < 777; ++v) edges.push_back({v, (v + 1) % 777});
  EXPECT_EQ(dissected(both_ways(777, edges)).triangle_count(), 775U);
}

TEST(NestedDissection, OfACompleteGraphHasAllTriangles) {
  for (const std::size_t n : {1U, 2U, 3U, 4U, 48U, 49U, 120U}) {
    Edges edges;
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < a; ++b) edges.push_back({a, b});
    const Hierarchy hierarchy = dissected(both_ways(n, edges));
    EXPECT_EQ(hierarchy.height(), n);
    EXPECT_EQ(hierarchy.triangle_count(), n * (n - 1) * (n - 2) / 6);
  }
}

TEST(NestedDissection, KeepsPartsThatDoNotHangTogetherApart) {
  const std::size_t side = 12;
  Edges edges;
  for (std::size_t part = 0; part < 3; ++part) {
    const Graph one = grid(side);
    for (const ArcId arc : one.arcs())
      edges.push_back({3 * one.tail(arc).index() + part, 3 * one.head(arc).index() + part});
  }
  const Hierarchy whole = dissected(both_ways(3 * side * side, edges));
  const Hierarchy one = dissected(grid(side));
  EXPECT_EQ(whole.height(), one.height());
  EXPECT_EQ(whole.triangle_count(), 3 * one.triangle_count());
}

TEST(NestedDissection, SeesNeitherLoopsNorParallelsNorWhichWayAnArcLeads) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const Graph plain = grid(10);
    std::vector<WeightedArc> arcs;
    for (const ArcId arc : plain.arcs()) {
      const std::size_t tail = plain.tail(arc).index();
      const std::size_t head = plain.head(arc).index();
      if (tail > head) continue;
      arcs.push_back(dice.roll(2) == 0 ? WeightedArc{tail, head, 1} : WeightedArc{head, tail, 1});
      if (dice.roll(3) == 0) arcs.push_back(arcs.back());
      if (dice.roll(3) == 0) arcs.push_back({tail, tail, 1});
    }
    const Graph messy = weighted_graph(plain.vertex_count(), arcs).graph;
    const std::vector<VertexId> vertices = all_vertices(plain);
    ASSERT_EQ(nested_dissection_order(plain, vertices, {}),
              nested_dissection_order(messy, vertices, {}));
  }
}

// George (1973) dissects a grid of n x n with 829/84 n^3 multiplications, more than there are
// triangles. A cut of n, one of n/2 in a half, and quarters in the same way: 3 n vertices lie on a
// way to the root, or 4 n where halves are no better than thirds and two thirds.
TEST(NestedDissection, OfAGridIsAsGoodAsIsKnown) {
  for (const std::size_t side : {16U, 40U, 80U}) {
    SCOPED_TRACE(side);
    const Graph graph = grid(side);
    for (const auto& points : {grid_points(side), std::vector<Point>{}}) {
      const Hierarchy hierarchy = dissected(graph, points);
      EXPECT_LT(hierarchy.triangle_count(), 829 * side * side * side / 84);
      EXPECT_LT(hierarchy.height(), 4 * side);
    }
  }
}

TEST(NestedDissection, OfAGridBeatsMinimumDegreeAndRandomOrders) {
  const std::size_t side = 64;
  const Graph graph = grid(side);
  const Hierarchy rival{graph, minimum_degree_order(graph)};
  for (const auto& points : {grid_points(side), std::vector<Point>{}}) {
    const Hierarchy hierarchy = dissected(graph, points);
    EXPECT_LT(hierarchy.triangle_count(), rival.triangle_count());
    EXPECT_LT(hierarchy.height(), rival.height());
  }
  Dice dice{1};
  const Graph small = grid(24);
  const Hierarchy random{small, shuffled_vertices(dice, small)};
  EXPECT_LT(20 * dissected(small).triangle_count(), random.triangle_count());
}

// Random graphs have no small cuts. A hundredth is left for ties that fall otherwise.
TEST(NestedDissection, IsGivenUpWhereMinimumDegreeIsBetter) {
  for (std::uint32_t seed = 0; seed < 5; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    Edges edges;
    for (std::size_t i = 0; i < 1200; ++i) edges.push_back({dice.roll(300), dice.roll(300)});
    const Graph graph = both_ways(300, edges);
    const Hierarchy rival{graph, minimum_degree_order(graph)};
    EXPECT_LE(dissected(graph).triangle_count(), rival.triangle_count() * 101 / 100);
  }
}

TEST(MinimumDegree, OfBitsIsThatOfSetsAndCountsItsTriangles) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 1 + 3 * (seed % 60);
    const Graph graph = random_graph(seed, vertices, 2 * vertices).graph;
    const detail::SimpleGraph simple = detail::simple_graph(graph, all_vertices(graph));
    const std::vector<std::uint32_t> found = detail::minimum_degree_order(simple);
    std::vector<VertexId> order;
    for (const std::uint32_t v : found) order.emplace_back(v);
    ASSERT_EQ(order, minimum_degree_order(graph));
    ASSERT_EQ(detail::triangles_of(simple, found), Hierarchy(graph, order).triangle_count());
  }
}

}  // namespace
}  // namespace corridor::test
