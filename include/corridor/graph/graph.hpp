#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corridor/core/id.hpp"

namespace corridor {

using VertexId = Id<struct VertexTag>;
using ArcId = Id<struct ArcTag>;

struct ArcEnds {
  VertexId tail;
  VertexId head;
};

/// Which vertex leads to which, as compressed sparse rows in both directions, and nothing else:
/// costs, capacities and flows are arrays by ArcId that live beside it.
class Graph {
 public:
  Graph() = default;
  /// `arcs` must be sorted by tail; the i-th becomes ArcId{i}. Parallel arcs and loops are kept.
  Graph(std::size_t vertex_count, std::span<const ArcEnds> arcs);

  std::size_t vertex_count() const { return first_out_.empty() ? 0 : first_out_.size() - 1; }
  std::size_t arc_count() const { return head_.size(); }
  IdRange<VertexId> vertices() const { return {0, vertex_count()}; }
  IdRange<ArcId> arcs() const { return {0, arc_count()}; }
  IdRange<ArcId> out(VertexId v) const {
    return {first_out_[v.index()], first_out_[v.index() + 1]};
  }
  /// The arcs that end at `v`, ascending.
  std::span<const ArcId> in(VertexId v) const {
    return std::span{in_}.subspan(first_in_[v.index()],
                                  first_in_[v.index() + 1] - first_in_[v.index()]);
  }
  VertexId tail(ArcId arc) const { return tail_[arc]; }
  VertexId head(ArcId arc) const { return head_[arc]; }

 private:
  std::vector<std::size_t> first_out_;  // by vertex, and one past the last
  IdVector<ArcId, VertexId> tail_;
  IdVector<ArcId, VertexId> head_;
  std::vector<std::size_t> first_in_;
  std::vector<ArcId> in_;
};

}  // namespace corridor
