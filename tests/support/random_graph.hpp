#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"

namespace corridor::test {

/// An arc that has yet to be sorted by tail.
struct WeightedArc {
  std::size_t tail = 0;
  std::size_t head = 0;
  Weight weight = 0;
};

struct WeightedGraph {
  Graph graph;
  IdVector<ArcId, Weight> weight;
  std::span<const Weight> weights() const { return weight.values(); }
};

/// Arcs get their ids by tail, and for one tail in the order given.
inline WeightedGraph weighted_graph(std::size_t vertices, std::vector<WeightedArc> arcs) {
  std::stable_sort(arcs.begin(), arcs.end(),
                   [](const WeightedArc& a, const WeightedArc& b) { return a.tail < b.tail; });
  WeightedGraph result;
  std::vector<ArcEnds> ends;
  for (const WeightedArc& arc : arcs) {
    ends.push_back({VertexId{arc.tail}, VertexId{arc.head}});
    result.weight.add(arc.weight);
  }
  result.graph = Graph{vertices, ends};
  return result;
}

/// Whole numbers that are the same on every machine, unlike those of std::uniform_int_distribution.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_{seed} {}
  /// One of 0, 1, ..., sides - 1.
  std::size_t roll(std::size_t sides) { return engine_() % sides; }

 private:
  std::mt19937 engine_;
};

/// A graph on which searches go wrong if they can: weights from 0 to `most_weight` (so that ties
/// are common), parallel arcs, loops, closed arcs (one in eight) and, where `arcs` is small, parts
/// that cannot be reached.
inline WeightedGraph random_graph(std::uint32_t seed, std::size_t vertices, std::size_t arcs,
                                  std::size_t most_weight = 4) {
  Dice dice{seed};
  std::vector<WeightedArc> list;
  while (list.size() < arcs) {
    WeightedArc arc{dice.roll(vertices), dice.roll(vertices),
                    static_cast<Weight>(dice.roll(most_weight + 1))};
    if (dice.roll(8) == 0) arc.weight = infinite_weight;
    if (dice.roll(10) == 0) arc.head = arc.tail;
    list.push_back(arc);
    if (dice.roll(6) == 0) list.push_back(arc);
  }
  return weighted_graph(vertices, list);
}

}  // namespace corridor::test
