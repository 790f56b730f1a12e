#pragma once

#include <cstdint>
#include <vector>

#include "corridor/route/hierarchy_metric.hpp"

#include "route/hierarchy_query_ends.hpp"

namespace corridor::detail {

/// Turns edges of a hierarchy into the arcs of a path, by triangles: an edge that is dearer by all
/// its arcs than by its weight is a path over a lower rank, which both ends have an edge to. Of
/// several such ranks the highest is taken. All edges are split once in a round: they have nothing
/// to do with each other, so that what one waits for from memory does not hold up the next.
template <HierarchyWeight W>
class Unpacker {
 public:
  Unpacker(const Ground& ground, const HierarchyMetric<W>& metric)
      : ground_{ground}, metric_{&metric} {}

  /// Lengthens the path by an edge, from its lower end to its upper one (`is_up`) or back.
  void add(EdgeIndex edge, bool is_up);
  /// Appends the arcs of the path, and starts another.
  void finish(std::vector<ArcId>& arcs);

 private:
  using Index = std::uint32_t;
  static constexpr Index none = UINT32_MAX;
  struct Piece {
    EdgeIndex edge;
    Rank tail;
    Rank head;
    W weight;
    bool is_up;
    Index next;  // on the path
    ArcId arc;   // once it is known
  };
  /// The edges from an apex to both ends of an edge.
  struct Triangle {
    Rank apex;
    EdgeIndex to_tail;
    EdgeIndex to_head;
  };

  void fetch() const;
  bool take_arc(Piece& piece) const;
  bool is_path(const Piece& piece, EdgeIndex to_tail, EdgeIndex to_head) const;
  Triangle triangle(const Piece& piece) const;
  Triangle triangle_among_few(const Piece& piece) const;
  Triangle triangle_among_many(const Piece& piece) const;
  void split(Index index);
  W weight_of(EdgeIndex edge, bool is_up) const {
    return is_up ? metric_->up(edge) : metric_->down(edge);
  }

  Ground ground_;
  const HierarchyMetric<W>* metric_;
  std::vector<Piece> pieces_;
  std::vector<Index> open_;  // pieces whose arc is not known
  std::vector<Index> split_;
};

}  // namespace corridor::detail
