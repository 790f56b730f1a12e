#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "corridor/route/shortest_path.hpp"

#include "route/radix_arcs.hpp"
#include "route/radix_search.hpp"

namespace corridor {

/// What searches in one direction under one metric share.
template <class Word>
struct TreeGround {
  const Graph* graph;
  std::shared_ptr<const MemoryOrder> order;
  Direction direction;
  WeightRange range;
  RadixArcs<Word> arcs;
};

/// A search for trees on its ground.
template <class KeysOfTree, class WordOfArc>
class RadixTree {
 public:
  using Keys = KeysOfTree;
  using Word = WordOfArc;

  explicit RadixTree(std::shared_ptr<const TreeGround<Word>> ground)
      : ground_{std::move(ground)}, search_{ground_->order->size(), ground_->range} {}

  /// Makes the search fit for estimates.
  void narrow_for_estimates() {
    search_ =
        RadixSearch<Keys>{order().size(), ground_->range, RadixSearch<Keys>::narrow_for_estimates};
  }

  const MemoryOrder& order() const { return *ground_->order; }
  const RadixArcs<Word>& arcs() const { return ground_->arcs; }
  const RadixSearch<Keys>& search() const { return search_; }
  RadixSearch<Keys>& search() { return search_; }

  void run(VertexId root) { search_.run(arcs(), order().place(root)); }
  void run(VertexId root, std::span<const VertexId> targets) {
    targets_.clear();
    for (const VertexId target : targets) targets_.push_back(order().place(target));
    if (!targets_.empty()) search_.run(arcs(), order().place(root), targets_);
  }

  Weight distance(VertexId vertex) const { return search_.distance(order().place(vertex)); }
  std::uint32_t hops(VertexId vertex) const { return search_.hops(order().place(vertex)); }
  ArcId parent(VertexId vertex) const { return parent_at(order().place(vertex)); }
  ArcId parent_at(std::uint32_t place) const {
    const std::uint32_t at = search_.parent(place);
    return at == RadixSearch<Keys>::no_arc ? ArcId{} : arcs().id(at);
  }
  /// The vertex before another in the tree, which has a parent.
  VertexId before(ArcId parent) const {
    return ground_->direction == Direction::forward ? ground_->graph->tail(parent)
                                                    : ground_->graph->head(parent);
  }

  /// The walk between the root and a vertex, in travel order.
  Path path(VertexId vertex) const {
    Path path;
    path.weight = distance(vertex);
    path.found = path.weight < infinite_weight;
    if (!path.found) return path;
    path.arcs.reserve(hops(vertex));
    for (ArcId arc = parent(vertex); arc.valid(); arc = parent(before(arc))) {
      path.arcs.push_back(arc);
    }
    if (ground_->direction == Direction::forward) {
      std::reverse(path.arcs.begin(), path.arcs.end());
    }
    path.stage.assign(path.arcs.size(), 0);
    return path;
  }

  std::size_t memory() const {
    return order().memory() + arcs().memory() + search_.memory() +
           targets_.capacity() * sizeof(std::uint32_t);
  }

 private:
  std::shared_ptr<const TreeGround<Word>> ground_;
  RadixSearch<Keys> search_;
  std::vector<std::uint32_t> targets_;
};

template <class Tree>
PathTree tree_of(const Tree& tree, const Graph& graph, VertexId root) {
  PathTree result;
  result.origin = root;
  result.distance.reserve(graph.vertex_count());
  result.hops.reserve(graph.vertex_count());
  result.parent.reserve(graph.vertex_count());
  for (const VertexId vertex : graph.vertices()) {
    const std::uint32_t place = tree.order().place(vertex);
    result.distance.add(tree.search().distance(place));
    result.hops.add(tree.search().hops(place));
    result.parent.add(tree.parent_at(place));
  }
  return result;
}

/// In as little memory as the weights allow.
using AnyRadixTree =
    std::variant<RadixTree<TreeKeys<std::uint64_t>, std::uint32_t>,
                 RadixTree<TreeKeys<std::uint64_t>, Weight>, RadixTree<TreeKeys<WideKey>, Weight>>;

template <class Tree>
Tree radix_tree(const Graph& graph, std::span<const Weight> weight, const WeightRange& range,
                std::pair<std::shared_ptr<const MemoryOrder>, Direction> how) {
  using Word = typename Tree::Word;
  RadixArcs<Word> arcs{graph, weight, *how.first, how.second};
  return Tree{std::make_shared<const TreeGround<Word>>(
      TreeGround<Word>{&graph, std::move(how.first), how.second, range, std::move(arcs)})};
}

inline AnyRadixTree any_radix_tree(
    const Graph& graph, std::span<const Weight> weight,
    const std::pair<std::shared_ptr<const MemoryOrder>, Direction>& how) {
  using Narrow = std::variant_alternative_t<0, AnyRadixTree>;
  using Medium = std::variant_alternative_t<1, AnyRadixTree>;
  using Wide = std::variant_alternative_t<2, AnyRadixTree>;
  const WeightRange range = range_for<Narrow::Keys>(graph, weight);
  if (!Narrow::Keys::fit(range, graph.vertex_count())) {
    return radix_tree<Wide>(graph, weight, range, how);
  }
  if (range.heaviest > std::numeric_limits<std::uint32_t>::max()) {
    return radix_tree<Medium>(graph, weight, range, how);
  }
  return radix_tree<Narrow>(graph, weight, range, how);
}

}  // namespace corridor
