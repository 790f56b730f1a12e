#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corridor/route/hierarchy_metric.hpp"
#include "corridor/route/shortest_path.hpp"

#include "route/hierarchy_query_walk.hpp"
#include "route/sweep_kernel.hpp"

namespace corridor::detail {

/// Distances from a vertex to all ranks or, backward, from all ranks to a vertex, in each lane of a
/// hierarchy from a vertex of its own: up the ancestors of these, and down all supernodes (PHAST;
/// Delling, Goldberg, Nowatzyk, Werneck 2011).
class LaneTrees {
 public:
  LaneTrees(const Graph& graph, const HierarchyLanes<Weight>& lanes);

  /// `roots` are by lane; lanes with an invalid root, or none, are unreachable. `weights` are those
  /// that the lanes were customised with, side by side. Row r of the answer holds the distances of
  /// rank r, until the next call.
  std::span<const Weight> run(std::span<const VertexId> roots, Direction direction,
                              std::span<const Weight> weights);

 private:
  void start(std::size_t lane, VertexId root, Direction direction, std::span<const Weight> weights);
  void lower(std::size_t lane, Rank rank, Weight value);

  const Graph* graph_;
  const HierarchyLanes<Weight>* lanes_;
  std::size_t width_;
  LanesKernels<Weight> kernels_;
  Supernodes supernodes_;
  std::vector<Block> blocks_;  // all of them, lowest first
  Ancestors ancestors_;
  LineVector<Weight> labels_;  // by rank, rows
  LineVector<Weight> bound_;   // unreachable in all lanes
};

}  // namespace corridor::detail
