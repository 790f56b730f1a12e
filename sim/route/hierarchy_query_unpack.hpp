#pragma once

#include <vector>

#include "corridor/route/hierarchy_metric.hpp"

#include "route/hierarchy_query_ends.hpp"

namespace corridor::detail {

/// Turns edges of a hierarchy into the arcs of a path, by triangles: an edge that is dearer by all
/// its arcs than by its weight is a path over a lower rank, which both ends have an edge to.
template <HierarchyWeight W>
class Unpacker {
 public:
  Unpacker(const Ground& ground, const HierarchyMetric<W>& metric)
      : ground_{ground}, metric_{&metric} {}

  /// Appends the arcs of an edge from its lower end to its upper one (`is_up`), or back.
  void unpack(EdgeIndex edge, bool is_up, std::vector<ArcId>& arcs);

 private:
  struct Step {
    EdgeIndex edge;
    bool is_up;
  };

  void push_triangle(const Step& step, W weight);

  Ground ground_;
  const HierarchyMetric<W>* metric_;
  std::vector<Step> steps_;
};

}  // namespace corridor::detail
