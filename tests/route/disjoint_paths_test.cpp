#include <bit>
#include <vector>

#include <gtest/gtest.h>

#include "route/inertial_flow.hpp"
#include "support/random_graph.hpp"

namespace corridor::test {
namespace {

using detail::DisjointPaths;
using detail::SimpleGraph;
using Side = DisjointPaths::Side;
using Set = std::uint32_t;  // of vertices, as bits

constexpr Set bit(std::size_t vertex) { return Set{1} << vertex; }

SimpleGraph random_simple_graph(Dice& dice, std::size_t vertices) {
  std::vector<Set> near(vertices, 0);
  for (std::size_t i = dice.roll(2 * vertices + 1); i > 0; --i) {
    const std::size_t a = dice.roll(vertices);
    const std::size_t b = dice.roll(vertices);
    if (a == b) continue;
    near[a] |= bit(b);
    near[b] |= bit(a);
  }
  SimpleGraph graph;
  for (const Set row : near) {
    for (std::uint32_t v = 0; v < vertices; ++v)
      if ((row & bit(v)) != 0) graph.head.push_back(v);
    graph.first.push_back(static_cast<std::uint32_t>(graph.head.size()));
  }
  return graph;
}

/// Whether a path leads from one set to the other past the vertices that are shut.
bool connects(const SimpleGraph& graph, Set from, Set to, Set shut) {
  Set reached = from & ~shut;
  for (Set before = 0; before != reached;) {
    before = reached;
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
      if ((reached & bit(v)) == 0) continue;
      for (const std::uint32_t w : graph.neighbours(v)) reached |= bit(w) & ~shut;
    }
  }
  return (reached & to) != 0;
}

/// The fewest vertices that part the sets, by trying all sets of vertices.
std::size_t fewest(const SimpleGraph& graph, Set from, Set to) {
  std::size_t result = graph.size();
  for (Set shut = 0; shut < bit(graph.size()); ++shut) {
    const auto size = static_cast<std::size_t>(std::popcount(shut));
    if (size < result && !connects(graph, from, to, shut)) result = size;
  }
  return result;
}

template <class SideOf>
void expect_cut(const SimpleGraph& graph, std::size_t size, const SideOf& side_of) {
  std::size_t in_cut = 0;
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    in_cut += side_of(v) == Side::cut ? 1U : 0U;
    if (side_of(v) != Side::one) continue;
    for (const std::uint32_t w : graph.neighbours(v)) EXPECT_NE(side_of(w), Side::other);
  }
  EXPECT_EQ(in_cut, size);
}

TEST(DisjointPaths, AreAsManyAsTheFewestVerticesThatPartTheSetsWhileTheseGrow) {
  DisjointPaths paths;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t vertices = 2 + dice.roll(9);
    const SimpleGraph graph = random_simple_graph(dice, vertices);
    std::vector<std::int32_t> ahead;
    for (std::size_t v = 0; v < vertices; ++v)
      ahead.push_back(static_cast<std::int32_t>(dice.roll(5)));
    paths.start(graph, ahead);
    Set from = 0;
    Set to = 0;
    for (int step = 0; step < 4; ++step) {
      for (std::uint32_t v = 0; v < vertices; ++v) {
        if (((from | to) & bit(v)) != 0 || dice.roll(3) != 0) continue;
        const bool is_source = dice.roll(2) == 0;
        (is_source ? from : to) |= bit(v);
        is_source ? paths.add_source(v) : paths.add_target(v);
      }
      const std::size_t cut = paths.maximise(vertices);
      ASSERT_EQ(cut, fewest(graph, from, to));
      const auto by_source = [&](std::uint32_t v) { return paths.by_source_cut(v); };
      const auto by_target = [&](std::uint32_t v) { return paths.by_target_cut(v); };
      expect_cut(graph, cut, by_source);
      expect_cut(graph, cut, by_target);
      for (std::uint32_t v = 0; v < vertices; ++v) {
        if ((from & bit(v)) != 0) {
          EXPECT_NE(paths.by_source_cut(v), Side::other);
          EXPECT_NE(paths.by_target_cut(v), Side::other);
        }
        if ((to & bit(v)) != 0) {
          EXPECT_NE(paths.by_source_cut(v), Side::one);
          EXPECT_NE(paths.by_target_cut(v), Side::one);
        }
      }
      if (HasFailure()) return;
    }
  }
}

// Two columns of five, joined row by row: five paths, which are more than two.
TEST(DisjointPaths, StopBeyondTheLimit) {
  SimpleGraph graph;
  for (std::uint32_t v = 0; v < 10; ++v) {
    graph.head.push_back(v < 5 ? v + 5 : v - 5);
    graph.first.push_back(static_cast<std::uint32_t>(graph.head.size()));
  }
  const std::vector<std::int32_t> ahead(10, 0);
  DisjointPaths paths;
  paths.start(graph, ahead);
  for (std::uint32_t v = 0; v < 5; ++v) {
    paths.add_source(v);
    paths.add_target(v + 5);
  }
  EXPECT_GT(paths.maximise(2), 2U);
}

}  // namespace
}  // namespace corridor::test
