#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"

namespace corridor::detail {

/// An undirected graph without loops and parallel edges, as compressed sparse rows, ascending.
struct SimpleGraph {
  std::vector<std::uint32_t> first{0};  // by vertex, and one past the last
  std::vector<std::uint32_t> head;      // each edge twice

  std::size_t size() const { return first.size() - 1; }
  std::span<const std::uint32_t> neighbours(std::uint32_t vertex) const {
    return std::span{head}.subspan(first[vertex], first[vertex + 1] - first[vertex]);
  }
  void clear() {
    first.assign(1, 0);
    head.clear();
  }
};

/// What the arcs between `vertices` join, whichever way they lead; vertex i is vertices[i]. Throws
/// std::invalid_argument if one is given twice, or is none of the graph's.
SimpleGraph simple_graph(const Graph& graph, std::span<const VertexId> vertices);

}  // namespace corridor::detail
