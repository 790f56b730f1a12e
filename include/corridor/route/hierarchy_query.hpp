#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corridor/route/hierarchy_metric.hpp"
#include "corridor/route/shortest_path.hpp"

namespace corridor {

/// A vertex with what it costs to get to it (of a set to start from), or on from it (of a set to
/// end in).
struct Seed {
  VertexId vertex;
  Weight offset = 0;
};

/// Cheapest paths between two vertices, or two sets of them, on a customised hierarchy: two walks
/// up the elimination tree, and what they meet at. Vertices that the hierarchy leaves out are fine
/// as ends. The metric and the weights must outlive it and be those of the last customisation;
/// answers follow them when they change. Not for two threads at once.
template <HierarchyWeight W>
class HierarchyQuery {
 public:
  HierarchyQuery(const Graph& graph, const HierarchyMetric<W>& metric,
                 std::span<const Weight> weight);

  Weight distance(VertexId from, VertexId to);
  Weight distance(std::span<const Seed> from, std::span<const Seed> to);
  /// The path, unpacked to arcs. Of equally cheap ones the order of elimination decides.
  Path path(VertexId from, VertexId to);
  Path path(std::span<const Seed> from, std::span<const Seed> to);
};

/// Distances from up to `lanes` origins (or sets) to all vertices, in one sweep down the hierarchy
/// (Delling, Goldberg, Nowatzyk, Werneck 2011: PHAST).
/// Many to many: the sweep restricted to what the targets can see (RPHAST).
/// These two, and the query in lanes over HierarchyLanes, are designed by whoever writes them.

}  // namespace corridor
