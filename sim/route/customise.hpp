#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "corridor/route/hierarchy_metric.hpp"

namespace corridor::detail {

/// A weight as a hierarchy counts it.
template <HierarchyWeight W>
W counted(Weight weight) {
  return weight < Weight{unreachable<W>} ? static_cast<W>(weight) : unreachable<W>;
}

/// The least weight of several arcs.
template <HierarchyWeight W>
W least(std::span<const ArcId> arcs, std::span<const Weight> weight) {
  W result = unreachable<W>;
  for (const ArcId arc : arcs) result = std::min(result, counted<W>(weight[arc.index()]));
  return result;
}

/// Lowers all edges to the paths over their lower triangles: `lanes` weights an edge, edge by edge.
template <HierarchyWeight W>
void relax_triangles(const Hierarchy& hierarchy, std::size_t lanes, W* up, W* down) {
  std::vector<EdgeIndex> edge_to(hierarchy.size());
  for (Rank y = 0; y < hierarchy.size(); ++y) {
    for (EdgeIndex e = hierarchy.first_up(y); e < hierarchy.first_up(y + 1); ++e) {
      edge_to[hierarchy.head(e)] = e;
    }
    for (const EdgeIndex xy : hierarchy.down(y)) {
      const EdgeIndex last = hierarchy.first_up(hierarchy.tail(xy) + 1);
      for (EdgeIndex xz = xy + 1; xz < last; ++xz) {
        const EdgeIndex yz = edge_to[hierarchy.head(xz)];
        for (std::size_t l = 0; l < lanes; ++l) {
          W& yz_up = up[yz * lanes + l];
          W& yz_down = down[yz * lanes + l];
          const W over_up = down[xy * lanes + l] + up[xz * lanes + l];
          const W over_down = down[xz * lanes + l] + up[xy * lanes + l];
          yz_up = std::min(yz_up, over_up);
          yz_down = std::min(yz_down, over_down);
        }
      }
    }
  }
}

}  // namespace corridor::detail
