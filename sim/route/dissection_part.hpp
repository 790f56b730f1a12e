#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "route/order_graph.hpp"

namespace corridor::detail {

/// A connected part of a graph that is being cut to pieces: it takes the places from `place` on,
/// one for each vertex, in the order that is being made. Each row of `halo` is a vertex outside
/// that will be eliminated after the part, and lists its neighbours in the part; the elimination
/// tree hangs the part below exactly these, so they are paid for by every vertex near the top.
struct Part {
  SimpleGraph graph;
  SimpleGraph halo;
  std::vector<std::uint32_t> vertex;  // what each vertex of `graph` is in the whole
  std::size_t place = 0;
};

}  // namespace corridor::detail
