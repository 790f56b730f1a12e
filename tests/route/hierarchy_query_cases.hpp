#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/route/hierarchy_query.hpp"
#include "corridor/route/order.hpp"

#include "support/random_graph.hpp"

namespace corridor::test {

/// An order for a hierarchy: by turns all vertices, the core, or the core and some of the others,
/// in any order; or the core by nested dissection.
inline std::vector<VertexId> some_order(const Graph& graph, std::uint32_t turn, Dice& dice) {
  std::vector<VertexId> order = core_vertices(graph);
  if (turn % 4 == 3) return nested_dissection_order(graph, order, {});
  std::vector<char> chosen(graph.vertex_count(), turn % 4 == 0 ? 1 : 0);
  for (const VertexId vertex : graph.vertices()) {
    if (turn % 4 == 2 && dice.roll(2) == 0) chosen[vertex.index()] = 1;
  }
  for (const VertexId vertex : order) chosen[vertex.index()] = 1;
  order.clear();
  for (const VertexId vertex : graph.vertices()) {
    if (chosen[vertex.index()] != 0) order.push_back(vertex);
  }
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice.roll(i)]);
  return order;
}

/// Calls check(graph, hierarchy, dice) for graphs from sparse, most of which cannot be reached, to
/// dense, and some of a single vertex; every eighth is large enough for whole vectors.
template <class Check>
void for_hierarchies(std::uint32_t count, const Check& check) {
  for (std::uint32_t seed = 0; seed < count; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice{seed};
    const std::size_t vertices = 1 + (seed % 8 == 7 ? 40 + seed % 90 : seed % 30);
    const WeightedGraph graph = random_graph(seed, vertices, vertices * (seed % 6), seed % 5);
    const Hierarchy hierarchy{graph.graph, some_order(graph.graph, seed / 8, dice)};
    check(graph, hierarchy, dice);
    if (testing::Test::HasFailure()) return;
  }
}

/// Up to three vertices, with offsets; the same vertex may come twice.
inline std::vector<Seed> some_seeds(const Graph& graph, Dice& dice) {
  std::vector<Seed> seeds;
  for (std::size_t i = dice.roll(4); i > 0; --i) {
    const VertexId vertex{dice.roll(graph.vertex_count())};
    seeds.push_back({vertex, static_cast<Weight>(dice.roll(4))});
  }
  return seeds;
}

/// The least sum of an offset, a distance and an offset; `trees` are by origin.
inline Weight least_sum(const std::vector<PathTree>& trees, const std::vector<Seed>& from,
                        const std::vector<Seed>& to) {
  Weight least = infinite_weight;
  for (const Seed& a : from) {
    for (const Seed& b : to) {
      const Weight distance = trees[a.vertex.index()].distance[b.vertex];
      if (distance < infinite_weight) least = std::min(least, a.offset + distance + b.offset);
    }
  }
  return least;
}

inline std::vector<PathTree> all_trees(const WeightedGraph& graph) {
  std::vector<PathTree> trees;
  for (const VertexId origin : graph.graph.vertices()) {
    trees.push_back(shortest_paths(graph.graph, graph.weights(), origin));
  }
  return trees;
}

}  // namespace corridor::test
