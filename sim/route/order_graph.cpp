#include "route/order_graph.hpp"

#include <algorithm>
#include <stdexcept>

namespace corridor::detail {

namespace {

constexpr std::uint32_t left_out = UINT32_MAX;

std::vector<std::uint32_t> places(const Graph& graph, std::span<const VertexId> vertices) {
  std::vector<std::uint32_t> place(graph.vertex_count(), left_out);
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    if (vertices[i].index() >= place.size() || place[vertices[i].index()] != left_out)
      throw std::invalid_argument{"vertices to be ordered must be the graph's, once each"};
    place[vertices[i].index()] = static_cast<std::uint32_t>(i);
  }
  return place;
}

}  // namespace

SimpleGraph simple_graph(const Graph& graph, std::span<const VertexId> vertices) {
  const std::vector<std::uint32_t> place = places(graph, vertices);
  std::vector<std::uint32_t> seen(vertices.size(), left_out);  // the last vertex to have met it
  SimpleGraph result;
  result.first.reserve(vertices.size() + 1);
  result.head.reserve(graph.arc_count());
  for (std::uint32_t i = 0; i < vertices.size(); ++i) {
    seen[i] = i;
    const auto meet = [&](VertexId other) {
      const std::uint32_t j = place[other.index()];
      if (j == left_out || seen[j] == i) return;
      seen[j] = i;
      result.head.push_back(j);
    };
    for (const ArcId arc : graph.out(vertices[i])) meet(graph.head(arc));
    for (const ArcId arc : graph.in(vertices[i])) meet(graph.tail(arc));
    std::sort(result.head.begin() + result.first.back(), result.head.end());
    result.first.push_back(static_cast<std::uint32_t>(result.head.size()));
  }
  return result;
}

}  // namespace corridor::detail
