#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corridor/graph/metric.hpp"
#include "corridor/route/hierarchy.hpp"

namespace corridor {

/// Where a path starts and where it ends.
struct Ends {
  VertexId from;
  VertexId to;
};

/// How far apart each of `ends` is under each of `metrics` (weights by arc): a row a metric, a
/// column a pair; infinite_weight where there is no path. Metrics are customised and asked eight at
/// a time, a lane each, and such blocks are spread over threads; the result does not depend on
/// their number.
std::vector<Weight> distance_table(const Graph& graph, const Hierarchy& hierarchy,
                                   std::span<const std::span<const Weight>> metrics,
                                   std::span<const Ends> ends, std::size_t threads = 1);

}  // namespace corridor
