#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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
  std::uint32_t nearest_sources = 0;  // bit by vertex: the sources' side of the nearest to them
  std::uint32_t nearest_sinks = 0;    // and of the one nearest the sinks
};

inline std::uint32_t bits_of(std::span<const VertexId> vertices) {
  std::uint32_t bits = 0;
  for (const VertexId vertex : vertices) bits |= 1U << vertex.index();
  return bits;
}

/// Tries every set of vertices with the sources and without the sinks. The least cuts are closed
/// under intersection and union, so that what all share is the one nearest the sources, and what
/// any has the one nearest the sinks.
inline LeastCut least_cut_by_brute_force(const WeightedGraph& graph, const Terminals& terminals) {
  LeastCut least;
  const std::uint32_t sources = bits_of(terminals.sources);
  const std::uint32_t sinks = bits_of(terminals.sinks);
  const auto has = [](std::uint32_t set, VertexId vertex) {
    return (set >> vertex.index() & 1U) != 0;
  };
  for (std::uint32_t set = 0; set < 1U << graph.graph.vertex_count(); ++set) {
    if ((set & sources) != sources || (set & sinks) != 0) continue;
    Tonnage value = 0;
    for (const ArcId arc : graph.graph.arcs()) {
      if (!has(set, graph.graph.tail(arc)) || has(set, graph.graph.head(arc))) continue;
      value = graph.weight[arc] >= unlimited_tonnage || value >= unlimited_tonnage
                  ? unlimited_tonnage
                  : value + graph.weight[arc];
    }
    if (value >= unlimited_tonnage || value > least.value) continue;
    const bool is_new = value < least.value;
    least.nearest_sources = is_new ? set : (least.nearest_sources & set);
    least.nearest_sinks = is_new ? set : (least.nearest_sinks | set);
    least.value = value;
  }
  return least;
}

/// `graph` with as much capacity back as forth between any two vertices.
inline WeightedGraph symmetric(const WeightedGraph& graph) {
  std::vector<WeightedArc> arcs;
  for (const ArcId arc : graph.graph.arcs()) {
    const std::size_t tail = graph.graph.tail(arc).index();
    const std::size_t head = graph.graph.head(arc).index();
    arcs.push_back({tail, head, graph.weight[arc]});
    arcs.push_back({head, tail, graph.weight[arc]});
  }
  return weighted_graph(graph.graph.vertex_count(), arcs);
}

}  // namespace corridor::test
