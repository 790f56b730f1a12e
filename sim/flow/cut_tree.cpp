#include "corridor/flow/cut_tree.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "flow/augmenting_trees.hpp"
#include "flow/flow_network.hpp"

namespace corridor {

namespace {

void require_symmetry(const FlowNetwork& network) {
  for (std::uint32_t half = 0; half < network.half_count(); half += 2) {
    if (network.left(half) == network.left(half + 1)) continue;
    throw std::invalid_argument{"the capacities of two directions differ"};
  }
}

void require_distinct(const Graph& graph, std::span<const VertexId> places) {
  IdVector<VertexId, char> seen(graph.vertex_count(), 0);
  for (const VertexId place : places) {
    if (!seen.contains(place)) throw std::invalid_argument{"a place is not in the graph"};
    if (std::exchange(seen[place], char{1}) != 0) {
      throw std::invalid_argument{"a place is given twice"};
    }
  }
}

/// For each place the first one that unlimited arcs join it with.
std::vector<std::size_t> first_without_limit(const Graph& graph, std::span<const Tonnage> capacity,
                                             std::span<const VertexId> places) {
  IdVector<VertexId, std::size_t> first(graph.vertex_count(), places.size());
  std::vector<VertexId> open;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (first[places[i]] < i) continue;
    first[places[i]] = i;
    open.push_back(places[i]);
    while (!open.empty()) {
      const VertexId vertex = open.back();
      open.pop_back();
      for (const ArcId arc : graph.out(vertex)) {
        const VertexId head = graph.head(arc);
        if (capacity[arc.index()] < unlimited_tonnage || first[head] <= i) continue;
        first[head] = i;
        open.push_back(head);
      }
    }
  }
  std::vector<std::size_t> result;
  for (const VertexId place : places) result.push_back(first[place]);
  return result;
}

/// Gusfield's step: parts `s` from its parent, and moves over whoever hangs on the parent but lies
/// on the side of `s`.
void part(CutTree& tree, std::size_t s, Tonnage value, const AugmentingTrees& cut) {
  const auto with_s = [&](std::size_t place) {
    return cut.is_before_cut(static_cast<AugmentingTrees::Vertex>(tree.places[place].index()));
  };
  const std::size_t t = tree.parent[s];
  tree.value[s] = value;
  for (std::size_t i = 1; i < tree.places.size(); ++i) {
    if (i != s && tree.parent[i] == t && with_s(i)) tree.parent[i] = s;
  }
  if (t != tree.parent[t] && with_s(tree.parent[t])) {
    tree.parent[s] = std::exchange(tree.parent[t], s);
    tree.value[s] = std::exchange(tree.value[t], value);
  }
}

}  // namespace

CutTree cut_tree(const Graph& graph, std::span<const Tonnage> capacity,
                 std::span<const VertexId> places) {
  FlowNetwork network{graph, capacity};
  require_symmetry(network);
  require_distinct(graph, places);
  const std::vector<std::size_t> first = first_without_limit(graph, capacity, places);
  CutTree tree;
  tree.places.assign(places.begin(), places.end());
  tree.parent.assign(places.size(), 0);
  tree.value.assign(places.size(), unlimited_tonnage);
  AugmentingTrees trees{network};
  for (std::size_t s = 1; s < places.size(); ++s) {
    if (first[s] != s) continue;
    const VertexId parent = places[tree.parent[s]];
    const Tonnage value = trees.send({&places[s], 1}, {&parent, 1});
    part(tree, s, value, trees);
    trees.take_back();
  }
  for (std::size_t s = 1; s < places.size(); ++s) {
    if (first[s] != s) tree.parent[s] = first[s];
  }
  return tree;
}

Tonnage most_between(const CutTree& tree, std::size_t from, std::size_t to) {
  std::vector<Tonnage> least(tree.places.size(), -1);  // from `from` up to a place
  Tonnage most = unlimited_tonnage;
  for (std::size_t i = from;; i = tree.parent[i]) {
    least[i] = most;
    most = std::min(most, tree.value[i]);
    if (i == tree.parent[i]) break;
  }
  most = unlimited_tonnage;
  for (; least[to] < 0; to = tree.parent[to]) most = std::min(most, tree.value[to]);
  return std::min(most, least[to]);
}

}  // namespace corridor
