#include "corridor/flow/cut_tree.hpp"

namespace corridor {

namespace {

bool is_tree(const CutTree& tree) {
  const std::size_t size = tree.places.size();
  if (tree.parent.size() != size || tree.value.size() != size) return false;
  for (std::size_t i = 0; i < size; ++i) {
    if (tree.parent[i] >= size) return false;
    std::size_t steps = 0;
    for (std::size_t above = i; above != 0; above = tree.parent[above]) {
      if (tree.parent[above] >= size || ++steps > size) return false;
    }
  }
  return size == 0 || tree.parent[0] == 0;
}

bool hangs_from(const CutTree& tree, std::size_t place, std::size_t top) {
  while (place != top && place != 0) place = tree.parent[place];
  return place == top;
}

/// Whether the most between the terminals is `value`, as a flow and a cut of its own show.
bool is_most(Tonnage value, const Graph& graph, std::span<const Tonnage> capacity,
             const Terminals& terminals) {
  const MaxFlow answer = max_flow(graph, capacity, terminals);
  if (!certify(graph, capacity, terminals, answer).holds()) return false;
  return answer.unlimited ? value == unlimited_tonnage : value == answer.value;
}

}  // namespace

bool certify(const Graph& graph, std::span<const Tonnage> capacity, const CutTree& tree) {
  if (!is_tree(tree)) return false;
  for (std::size_t i = 1; i < tree.places.size(); ++i) {
    const VertexId& place = tree.places[i];
    const VertexId& parent = tree.places[tree.parent[i]];
    if (!is_most(tree.value[i], graph, capacity, {{&place, 1}, {&parent, 1}})) return false;
    std::vector<VertexId> below;
    std::vector<VertexId> others;
    for (std::size_t other = 0; other < tree.places.size(); ++other) {
      (hangs_from(tree, other, i) ? below : others).push_back(tree.places[other]);
    }
    if (!is_most(tree.value[i], graph, capacity, {below, others})) return false;
  }
  return true;
}

}  // namespace corridor
