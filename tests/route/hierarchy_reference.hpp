#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "corridor/route/hierarchy_metric.hpp"

#include "support/random_graph.hpp"

namespace corridor::test {

/// All vertices, shuffled.
inline std::vector<VertexId> random_order(Dice& dice, const Graph& graph) {
  std::vector<VertexId> order;
  for (const VertexId vertex : graph.vertices()) order.push_back(vertex);
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice.roll(i)]);
  return order;
}

/// A random graph of up to `most_vertices`: sparse ones and dense ones, few weights and many.
inline WeightedGraph any_graph(std::uint32_t seed, std::size_t most_vertices) {
  Dice dice{seed};
  const std::size_t vertices = 1 + dice.roll(most_vertices);
  const std::size_t arcs = dice.roll(1 + vertices * (1 + dice.roll(4)));
  return random_graph(seed, vertices, arcs, dice.roll(3) == 0 ? 1000 : 4);
}

/// A few rows of a grid with streets both ways, and weights of 0 to 9.
inline WeightedGraph grid(std::uint32_t seed, std::size_t rows, std::size_t columns) {
  Dice dice{seed};
  std::vector<WeightedArc> arcs;
  const auto street = [&](std::size_t a, std::size_t b) {
    arcs.push_back({a, b, static_cast<Weight>(dice.roll(10))});
    arcs.push_back({b, a, static_cast<Weight>(dice.roll(10))});
  };
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      const std::size_t v = r * columns + c;
      if (c + 1 < columns) street(v, v + 1);
      if (r + 1 < rows) street(v, v + columns);
    }
  }
  return weighted_graph(rows * columns, arcs);
}

/// A weight as W counts it.
template <HierarchyWeight W>
W in_hierarchy(Weight weight) {
  return weight >= Weight{unreachable<W>} ? unreachable<W> : static_cast<W>(weight);
}

using Square = std::vector<std::vector<Weight>>;  // from rank, to rank

/// The cheapest arc between each two ranks.
inline Square arcs_between(const WeightedGraph& graph, const Hierarchy& hierarchy) {
  Square result(hierarchy.size(), std::vector<Weight>(hierarchy.size(), infinite_weight));
  for (const ArcId arc : graph.graph.arcs()) {
    const Rank tail = hierarchy.rank(graph.graph.tail(arc));
    const Rank head = hierarchy.rank(graph.graph.head(arc));
    if (tail == no_rank || head == no_rank) continue;
    result[tail][head] = std::min(result[tail][head], graph.weight[arc]);
  }
  return result;
}

/// Lets paths pass one more vertex (Floyd 1962).
inline void pass(Square& weight, std::size_t by) {
  for (std::size_t i = 0; i < weight.size(); ++i) {
    for (std::size_t j = 0; j < weight.size(); ++j) {
      const Weight over = std::min(infinite_weight, weight[i][by] + weight[by][j]);
      weight[i][j] = std::min(weight[i][j], over);
    }
  }
}

/// The cheapest path between each two ranks.
inline Square distances(const WeightedGraph& graph, const Hierarchy& hierarchy) {
  Square result = arcs_between(graph, hierarchy);
  for (std::size_t by = 0; by < result.size(); ++by) pass(result, by);
  for (std::size_t v = 0; v < result.size(); ++v) result[v][v] = 0;
  return result;
}

/// New weights for one to four arcs, of which some close and others open again.
inline std::vector<ArcId> edit(Dice& dice, IdVector<ArcId, Weight>& weight) {
  std::vector<ArcId> changed;
  const std::size_t count = 1 + dice.roll(4);
  for (std::size_t i = 0; i < count; ++i) {
    const ArcId arc{dice.roll(weight.size())};
    weight[arc] = dice.roll(4) == 0 ? infinite_weight : static_cast<Weight>(dice.roll(6));
    changed.push_back(arc);
  }
  return changed;
}

}  // namespace corridor::test
