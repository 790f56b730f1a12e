#include "corridor/graph/graph.hpp"

#include <cassert>
#include <stdexcept>

namespace corridor {

namespace {

/// Turns counts, each stored one place after its key, into the first position of each key.
void add_up(std::vector<std::size_t>& counts) {
  for (std::size_t i = 1; i < counts.size(); ++i) counts[i] += counts[i - 1];
}

}  // namespace

Graph::Graph(std::size_t vertex_count, std::span<const ArcEnds> arcs)
    : first_out_(vertex_count + 1), first_in_(vertex_count + 1), in_(arcs.size()) {
  if (vertex_count >= VertexId{}.index() || arcs.size() >= ArcId{}.index()) {
    throw std::length_error{"a graph holds fewer than 2^32 - 1 vertices and arcs"};
  }
  tail_.reserve(arcs.size());
  head_.reserve(arcs.size());
  for (const ArcEnds& ends : arcs) {
    assert(ends.tail.index() < vertex_count && ends.head.index() < vertex_count);
    assert(tail_.empty() || tail_[ArcId{tail_.size() - 1}] <= ends.tail);
    tail_.add(ends.tail);
    head_.add(ends.head);
    ++first_out_[ends.tail.index() + 1];
    ++first_in_[ends.head.index() + 1];
  }
  add_up(first_out_);
  add_up(first_in_);
  std::vector<std::size_t> next = first_in_;
  for (const ArcId arc : this->arcs()) in_[next[head_[arc].index()]++] = arc;
}

}  // namespace corridor
