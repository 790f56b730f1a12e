#pragma once

#include <cstdint>
#include <vector>

#include "route/order_graph.hpp"

namespace corridor::detail {

/// A graph after the elimination of vertices with at most two neighbours.
struct Reduction {
  std::vector<std::uint32_t> eliminated;  // first to last
  std::vector<std::uint32_t> kept;        // what each vertex of `rest` was in the graph
  SimpleGraph rest;
};

/// Eliminates, round by round, sets of vertices that have at most two neighbours and are not
/// neighbours of each other, until none is left: trees are raked, chains are compressed (Miller and
/// Reif 1985). Each vertex makes one triangle at most, which no order betters, and a path or a tree
/// of n vertices is gone after O(log n) rounds, so the elimination tree stays low. O(m log n).
Reduction reduce(const SimpleGraph& graph);

}  // namespace corridor::detail
