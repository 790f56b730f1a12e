#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corridor/graph/point.hpp"

#include "route/order_graph.hpp"

namespace corridor::detail {

/// Nested dissection of a graph: the order in which to eliminate its vertices. `points` is by
/// vertex, or empty.
std::vector<std::uint32_t> dissect(const SimpleGraph& graph, std::span<const Point> points);

}  // namespace corridor::detail
