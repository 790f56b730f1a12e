#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "corridor/route/shortest_path.hpp"

namespace corridor {

/// Many trees of cheapest paths under one metric: what depends on the graph and on the weights is
/// prepared once (vertices laid out so that neighbours lie close together, arcs with their weights
/// beside them), and a search then keeps its arrays. The trees are those of shortest_paths, or,
/// backward, of shortest_paths_to. Graph and weights must outlive it. Not for two threads at once;
/// a copy may be, and shares what was prepared.
class TreeSearch {
 public:
  TreeSearch(const Graph& graph, std::span<const Weight> weight,
             Direction direction = Direction::forward);
  TreeSearch(const TreeSearch& other);
  TreeSearch& operator=(const TreeSearch&) = delete;
  ~TreeSearch();

  /// Searches from `root` (or, backward, to it) as far as paths lead.
  void run(VertexId root);
  /// The same until all `targets` have their final labels; of other vertices nothing is promised.
  void run(VertexId root, std::span<const VertexId> targets);

  /// Of the last run.
  Weight distance(VertexId vertex) const;
  std::uint32_t hops(VertexId vertex) const;
  ArcId parent(VertexId vertex) const;
  PathTree tree() const;
  Path path(VertexId vertex) const;  // in travel order

  std::size_t memory() const;  // bytes

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace corridor
