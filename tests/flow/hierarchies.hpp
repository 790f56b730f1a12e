#pragma once

#include <memory>

#include "corridor/route/hierarchy.hpp"
#include "corridor/route/order.hpp"

#include "support/random_graph.hpp"

namespace corridor::test {

inline std::shared_ptr<const Hierarchy> hierarchy_of(const Graph& graph) {
  return std::make_shared<const Hierarchy>(
      graph, nested_dissection_order(graph, core_vertices(graph), {}));
}

}  // namespace corridor::test
