#pragma once

#include <cstddef>
#include <span>

#include "corridor/route/shortest_path.hpp"

namespace corridor::detail {

/// How many vias somebody has passed who was in `stage` and is now at `vertex`.
std::size_t stage_at(const PathQuery& query, VertexId vertex, std::size_t stage);

struct Walk {
  bool connected = false;      // leads from the origin to the target by way of the vias
  bool open = false;           // over open arcs
  bool weight_agrees = false;  // that add up to the path's weight
};

/// Follows a path from the origin.
Walk walk(const Graph& graph, std::span<const Weight> weight, const PathQuery& query,
          const Path& path);

}  // namespace corridor::detail
