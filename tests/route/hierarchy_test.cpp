#include "corridor/route/hierarchy.hpp"

#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "route/hierarchy_reference.hpp"

namespace corridor::test {
namespace {

using Pairs = std::set<std::pair<std::size_t, std::size_t>>;  // of vertices, the lower id first

std::pair<std::size_t, std::size_t> pair_of(VertexId a, VertexId b) {
  return std::minmax(a.index(), b.index());
}

/// Joins the neighbours of each vertex in turn, and forgets the vertex.
Pairs eliminate(const Graph& graph, const std::vector<VertexId>& order) {
  Pairs pairs;
  for (const ArcId arc : graph.arcs()) {
    if (graph.tail(arc) != graph.head(arc)) pairs.insert(pair_of(graph.tail(arc), graph.head(arc)));
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      if (!pairs.contains(pair_of(order[i], order[j]))) continue;
      for (std::size_t k = j + 1; k < order.size(); ++k) {
        if (pairs.contains(pair_of(order[i], order[k]))) pairs.insert(pair_of(order[j], order[k]));
      }
    }
  }
  return pairs;
}

bool has_edge(const Hierarchy& hierarchy, Rank lower, Rank upper) {
  for (EdgeIndex e = hierarchy.first_up(lower); e < hierarchy.first_up(lower + 1); ++e) {
    if (hierarchy.head(e) == upper) return true;
  }
  return false;
}

/// Runs `check` on the hierarchies of many graphs, in random orders.
template <class Check>
void for_many(Check check) {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    SCOPED_TRACE(seed);
    const WeightedGraph graph = any_graph(seed, 16);
    Dice dice{seed};
    const std::vector<VertexId> order = random_order(dice, graph.graph);
    check(graph.graph, order, Hierarchy{graph.graph, order});
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(Hierarchy, EliminatesWithTheSameEdgesAsTheOrderGiven) {
  for_many([](const Graph& graph, const std::vector<VertexId>& order, const Hierarchy& hierarchy) {
    Pairs pairs;
    for (EdgeIndex e = 0; e < hierarchy.edge_count(); ++e) {
      const auto ends =
          pair_of(hierarchy.vertex(hierarchy.tail(e)), hierarchy.vertex(hierarchy.head(e)));
      EXPECT_TRUE(pairs.insert(ends).second) << "an edge stands there twice";
    }
    EXPECT_EQ(pairs, eliminate(graph, order));
    for (Rank rank = 0; rank < hierarchy.size(); ++rank) {
      EXPECT_EQ(hierarchy.rank(hierarchy.vertex(rank)), rank);
    }
  });
}

TEST(Hierarchy, EdgesRiseByTailThenByHead) {
  for_many([](const Graph&, const std::vector<VertexId>&, const Hierarchy& hierarchy) {
    std::size_t down = 0;
    for (Rank rank = 0; rank < hierarchy.size(); ++rank) {
      Rank last = rank;
      for (EdgeIndex e = hierarchy.first_up(rank); e < hierarchy.first_up(rank + 1); ++e) {
        EXPECT_EQ(hierarchy.tail(e), rank);
        EXPECT_GT(hierarchy.head(e), last);
        last = hierarchy.head(e);
      }
      down += hierarchy.down(rank).size();
      for (std::size_t i = 0; i < hierarchy.down(rank).size(); ++i) {
        EXPECT_EQ(hierarchy.head(hierarchy.down(rank)[i]), rank);
        if (i > 0) {
          EXPECT_LT(hierarchy.down(rank)[i - 1], hierarchy.down(rank)[i]);
        }
      }
    }
    EXPECT_EQ(hierarchy.first_up(static_cast<Rank>(hierarchy.size())), hierarchy.edge_count());
    EXPECT_EQ(down, hierarchy.edge_count());
  });
}

TEST(Hierarchy, CountsTheTrianglesAndAnyTwoUpperNeighboursAreJoined) {
  for_many([](const Graph&, const std::vector<VertexId>&, const Hierarchy& hierarchy) {
    std::size_t triangles = 0;
    for (Rank x = 0; x < hierarchy.size(); ++x) {
      for (EdgeIndex xy = hierarchy.first_up(x); xy < hierarchy.first_up(x + 1); ++xy) {
        for (EdgeIndex xz = xy + 1; xz < hierarchy.first_up(x + 1); ++xz) {
          EXPECT_TRUE(has_edge(hierarchy, hierarchy.head(xy), hierarchy.head(xz)));
          ++triangles;
        }
      }
    }
    EXPECT_EQ(hierarchy.triangle_count(), triangles);
  });
}

TEST(Hierarchy, SubtreesAreContiguousBelowTheLowestUpperNeighbour) {
  for_many([](const Graph&, const std::vector<VertexId>&, const Hierarchy& hierarchy) {
    std::size_t height = 0;
    for (Rank rank = 0; rank < hierarchy.size(); ++rank) {
      const bool is_root = hierarchy.first_up(rank) == hierarchy.first_up(rank + 1);
      EXPECT_EQ(hierarchy.parent(rank),
                is_root ? no_rank : hierarchy.head(hierarchy.first_up(rank)));
      std::uint32_t depth = 0;
      for (Rank up = hierarchy.parent(rank); up != no_rank; up = hierarchy.parent(up)) {
        ++depth;
        EXPECT_LE(hierarchy.first_below(up), hierarchy.first_below(rank));
        EXPECT_LT(rank, up);
      }
      EXPECT_EQ(hierarchy.depth(rank), depth);
      height = std::max<std::size_t>(height, depth + 1);
      for (Rank other = 0; other < hierarchy.size(); ++other) {
        Rank up = other;
        while (up != no_rank && up < rank) up = hierarchy.parent(up);
        EXPECT_EQ(up == rank, other >= hierarchy.first_below(rank) && other <= rank);
      }
    }
    EXPECT_EQ(hierarchy.height(), height);
  });
}

TEST(Hierarchy, EveryArcLiesOnTheEdgeBetweenItsEnds) {
  for_many([](const Graph& graph, const std::vector<VertexId>&, const Hierarchy& hierarchy) {
    std::vector<ArcId> seen;
    for (EdgeIndex e = 0; e < hierarchy.edge_count(); ++e) {
      for (const ArcId arc : hierarchy.arcs_up(e)) {
        EXPECT_EQ(hierarchy.rank(graph.tail(arc)), hierarchy.tail(e));
        EXPECT_EQ(hierarchy.edge_of(arc), e);
      }
      for (const ArcId arc : hierarchy.arcs_down(e)) {
        EXPECT_EQ(hierarchy.rank(graph.tail(arc)), hierarchy.head(e));
        EXPECT_EQ(hierarchy.edge_of(arc), e);
      }
      for (const auto& arcs : {hierarchy.arcs_up(e), hierarchy.arcs_down(e)}) {
        EXPECT_TRUE(std::is_sorted(arcs.begin(), arcs.end()));
        seen.insert(seen.end(), arcs.begin(), arcs.end());
      }
    }
    for (const ArcId arc : graph.arcs()) {
      if (graph.tail(arc) == graph.head(arc)) {
        EXPECT_EQ(hierarchy.edge_of(arc), no_edge);
        seen.push_back(arc);
      }
    }
    std::sort(seen.begin(), seen.end());
    EXPECT_TRUE(std::equal(seen.begin(), seen.end(), graph.arcs().begin(), graph.arcs().end()));
  });
}

// 0 -> 1 -> 2 -> 1, 0 -> 2, 2 <-> 3, 4 alone.
Graph small_graph() {
  const std::vector<ArcEnds> arcs{{VertexId{0}, VertexId{1}}, {VertexId{0}, VertexId{2}},
                                  {VertexId{1}, VertexId{2}}, {VertexId{2}, VertexId{1}},
                                  {VertexId{2}, VertexId{3}}, {VertexId{3}, VertexId{2}}};
  return Graph{5, arcs};
}

TEST(Hierarchy, VerticesWherePathsOnlyStartOrEndMayBeLeftOut) {
  // 0 has no arc in, 3 but one neighbour, 4 none.
  const Hierarchy hierarchy{small_graph(), std::vector{VertexId{2}, VertexId{1}}};
  EXPECT_EQ(hierarchy.size(), 2U);
  EXPECT_EQ(hierarchy.edge_count(), 1U);
  EXPECT_EQ(hierarchy.rank(VertexId{0}), no_rank);
  EXPECT_EQ(hierarchy.rank(VertexId{2}), 0U);
  EXPECT_EQ(hierarchy.edge_of(ArcId{0}), no_edge);
  EXPECT_EQ(hierarchy.edge_of(ArcId{3}), 0U);
  ASSERT_EQ(hierarchy.arcs_up(0).size(), 1U);
  EXPECT_EQ(hierarchy.arcs_up(0).front(), ArcId{3});
  ASSERT_EQ(hierarchy.arcs_down(0).size(), 1U);
  EXPECT_EQ(hierarchy.arcs_down(0).front(), ArcId{2});
}

TEST(Hierarchy, VerticesThatPathsPassMayNotBeLeftOut) {
  // 0 -> 1 -> 2 passes 1; 3 -> 2 -> 1 passes 2.
  EXPECT_THROW(Hierarchy(small_graph(), std::vector{VertexId{0}, VertexId{2}, VertexId{3}}),
               std::invalid_argument);
  EXPECT_THROW(Hierarchy(small_graph(), std::vector{VertexId{1}}), std::invalid_argument);
}

TEST(Hierarchy, RefusesOrdersThatAreNone) {
  const VertexId one{1};
  const VertexId two{2};
  EXPECT_THROW(Hierarchy(small_graph(), std::vector{one, two, one}), std::invalid_argument);
  EXPECT_THROW(Hierarchy(small_graph(), std::vector{one, two, VertexId{5}}), std::invalid_argument);
  EXPECT_THROW(Hierarchy(small_graph(), std::vector{one, two, VertexId{}}), std::invalid_argument);
}

TEST(Hierarchy, OfNothingIsEmpty) {
  for (const Graph& graph : {Graph{}, Graph{3, {}}}) {
    const Hierarchy hierarchy{graph, {}};
    EXPECT_EQ(hierarchy.size(), 0U);
    EXPECT_EQ(hierarchy.edge_count(), 0U);
    EXPECT_EQ(hierarchy.height(), 0U);
  }
}

}  // namespace
}  // namespace corridor::test
