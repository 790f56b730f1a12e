#include "route/radix_arcs.hpp"

#include <numeric>

namespace corridor {

MemoryOrder MemoryOrder::as_given(const Graph& graph) {
  MemoryOrder order;
  order.vertex_.resize(graph.vertex_count());
  std::iota(order.vertex_.begin(), order.vertex_.end(), 0U);
  order.place_ = order.vertex_;
  return order;
}

MemoryOrder MemoryOrder::by_depth(const Graph& graph) {
  constexpr std::uint32_t unseen = UINT32_MAX;
  MemoryOrder order;
  order.vertex_.reserve(graph.vertex_count());
  order.place_.assign(graph.vertex_count(), unseen);
  std::vector<VertexId> stack;
  for (const VertexId start : graph.vertices()) {
    stack.push_back(start);
    while (!stack.empty()) {
      const VertexId vertex = stack.back();
      stack.pop_back();
      if (order.place_[vertex.index()] != unseen) continue;
      order.place_[vertex.index()] = static_cast<std::uint32_t>(order.vertex_.size());
      order.vertex_.push_back(static_cast<std::uint32_t>(vertex.index()));
      const auto come_to = [&](VertexId next) {
        if (order.place_[next.index()] == unseen) stack.push_back(next);
      };
      for (const ArcId arc : graph.in(vertex)) come_to(graph.tail(arc));
      for (const ArcId arc : graph.out(vertex)) come_to(graph.head(arc));
    }
  }
  return order;
}

}  // namespace corridor
