#pragma once

#include <memory>
#include <span>

#include "corridor/route/hierarchy_metric.hpp"
#include "corridor/route/shortest_path.hpp"

namespace corridor {

/// A vertex with what it costs to get to it (of a set to start from), or on from it (of a set to
/// end in). Offsets are not negative.
struct Seed {
  VertexId vertex;
  Weight offset = 0;
};

namespace detail {
template <HierarchyWeight W>
class QuerySearch;
}

/// Cheapest paths between two vertices, or two sets of them, on a customised hierarchy: two walks
/// up the elimination tree, and what they meet at (Dibbelt, Strasser, Wagner 2016). The walks go in
/// one, supernode by supernode, each of which is relaxed like a dense triangular system. Vertices
/// that the hierarchy leaves out are fine as ends. The graph, the metric and the weights must
/// outlive it and be those of the last customisation; answers follow them when they change. Sums
/// that come to unreachable<W> count as no path. How edges unpack is found once and remembered
/// until the metric changes: the first paths of a metric take longer, and memory grows by what they
/// pass, up to 32 bytes an edge of the hierarchy. Not for two threads at once.
template <HierarchyWeight W>
class HierarchyQuery {
 public:
  HierarchyQuery(const Graph& graph, const HierarchyMetric<W>& metric,
                 std::span<const Weight> weight);
  HierarchyQuery(HierarchyQuery&&) noexcept;
  HierarchyQuery& operator=(HierarchyQuery&&) noexcept;
  ~HierarchyQuery();

  /// infinite_weight where there is no path. Offsets count.
  Weight distance(VertexId from, VertexId to);
  Weight distance(std::span<const Seed> from, std::span<const Seed> to);
  /// The path, unpacked to arcs. Of equally cheap ones the order of elimination decides. Its weight
  /// is the distance, offsets and all.
  Path path(VertexId from, VertexId to);
  Path path(std::span<const Seed> from, std::span<const Seed> to);
  /// The same into a path whose memory is used again.
  void path(std::span<const Seed> from, std::span<const Seed> to, Path& result);
  /// The path with potentials that certify() accepts: distances from `from`, or the weight of the
  /// path where that is less. One sweep over the hierarchy.
  ProvedPath prove(VertexId from, VertexId to);

 private:
  std::unique_ptr<detail::QuerySearch<W>> search_;
};

}  // namespace corridor
