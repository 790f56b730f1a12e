#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corridor/flow/max_flow.hpp"

#include "support/random_graph.hpp"

namespace corridor::test {

/// A graph whose weights are capacities: small whole numbers, a third of them zero, some unlimited,
/// with parallels and loops.
inline WeightedGraph random_capacities(std::uint32_t seed, std::size_t vertices, std::size_t arcs) {
  Dice dice{seed};
  std::vector<WeightedArc> list;
  for (std::size_t i = 0; i < arcs; ++i) {
    WeightedArc arc{dice.roll(vertices), dice.roll(vertices), 0};
    if (dice.roll(3) != 0) arc.weight = static_cast<Tonnage>(dice.roll(8));
    if (dice.roll(10) == 0) arc.weight = unlimited_tonnage;
    list.push_back(arc);
    if (dice.roll(8) == 0) list.push_back(arc);
  }
  return weighted_graph(vertices, list);
}

struct LeastCut {
  Tonnage value = unlimited_tonnage;  // of no finite cut
  std::uint32_t source_side = 0;      // bit by vertex: what is in all least cuts
};

/// Tries every set of vertices with the source and without the sink. The least cuts are closed
/// under intersection, so that what they share is the one nearest the source.
inline LeastCut least_cut_by_brute_force(const WeightedGraph& graph, VertexId source,
                                         VertexId sink) {
  LeastCut least;
  const auto has = [](std::uint32_t set, VertexId vertex) {
    return (set >> vertex.index() & 1U) != 0;
  };
  for (std::uint32_t set = 0; set < 1U << graph.graph.vertex_count(); ++set) {
    if (!has(set, source) || has(set, sink)) continue;
    Tonnage value = 0;
    for (const ArcId arc : graph.graph.arcs()) {
      if (!has(set, graph.graph.tail(arc)) || has(set, graph.graph.head(arc))) continue;
      value = graph.weight[arc] >= unlimited_tonnage || value >= unlimited_tonnage
                  ? unlimited_tonnage
                  : value + graph.weight[arc];
    }
    if (value >= unlimited_tonnage || value > least.value) continue;
    least.source_side = value < least.value ? set : (least.source_side & set);
    least.value = value;
  }
  return least;
}

}  // namespace corridor::test
