#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"

namespace corridor {

/// The place of a vertex in the order of a hierarchy, from 0, the first to be eliminated.
using Rank = std::uint32_t;
/// An edge of a hierarchy: a pair of ranks that an arc, or a path over lower ranks, may join. Edges
/// are numbered by their lower end, then by their upper one.
using EdgeIndex = std::uint32_t;
inline constexpr Rank no_rank = UINT32_MAX;
inline constexpr EdgeIndex no_edge = UINT32_MAX;

namespace detail {

/// A hierarchy as customisation walks over it: all ancestors of a rank have different depths, so
/// the heads of its edges go by these. Empty if the tree is too high for its edges.
struct RowLayout {
  /// Up to eight or four successive depths (a line of 64 bytes) in which a rank has heads.
  struct Line {
    std::uint16_t number;  // depth / 8 or depth / 4
    std::uint16_t before;  // heads of the rank at or below that are not its last in the line
  };

  bool empty() const { return edge_depth.empty(); }

  std::vector<std::uint16_t> edge_depth;  // of the head, by edge
  std::vector<std::uint16_t> arc_place;   // twice that + (0 up, 1 down), in the order of arcs()
  std::vector<Line> lines_of_8;           // by rank, for each by falling depth
  std::vector<Line> lines_of_4;
};

}  // namespace detail

/// A customizable contraction hierarchy without weights (Dibbelt, Strasser, Wagner 2016): a chordal
/// graph that holds every arc between the ordered vertices, and the tree of their elimination. It
/// depends on the topology alone; weights are a HierarchyMetric. The ancestors of a vertex in the
/// tree hold all its upper neighbours, so a query walks from both ends to the root and keeps no
/// queue.
class Hierarchy {
 public:
  /// `order` holds vertices once each. A vertex left out must not lie on any path between others
  /// (see core_vertices); throws std::invalid_argument otherwise. Ranks follow an order that
  /// eliminates with the same edges as `order` does, laid out so that subtrees are contiguous: the
  /// post-order of the elimination tree.
  Hierarchy(const Graph& graph, std::span<const VertexId> order);

  std::size_t size() const { return vertex_.size(); }  // ranks
  std::size_t edge_count() const { return head_.size(); }
  std::size_t triangle_count() const { return triangles_; }  // lower triangles, over all edges
  std::size_t height() const { return height_; }             // ranks on the longest walk to a root

  /// no_rank if the vertex was left out.
  Rank rank(VertexId vertex) const { return rank_[vertex.index()]; }
  VertexId vertex(Rank rank) const { return vertex_[rank]; }
  /// The next rank of the elimination tree, the lowest upper neighbour; no_rank at a root.
  Rank parent(Rank rank) const { return parent_[rank]; }
  /// How many ranks lie above it on the way to its root.
  std::uint32_t depth(Rank rank) const { return depth_[rank]; }
  /// The subtree below and with `rank` is [first_below(rank), rank].
  Rank first_below(Rank rank) const { return first_below_[rank]; }

  /// The edges from `rank` to higher ranks are [first_up(rank), first_up(rank + 1)), ascending by
  /// head.
  EdgeIndex first_up(Rank rank) const { return first_up_[rank]; }
  Rank tail(EdgeIndex edge) const { return tail_[edge]; }  // the lower end
  Rank head(EdgeIndex edge) const { return head_[edge]; }  // the upper end
  /// The edges from lower ranks to `rank`, ascending by tail.
  std::span<const EdgeIndex> down(Rank rank) const {
    return std::span{down_}.subspan(first_down_[rank], first_down_[rank + 1] - first_down_[rank]);
  }
  /// Their tails: the lower neighbours of `rank`, ascending.
  std::span<const Rank> lower(Rank rank) const {
    return std::span{lower_}.subspan(first_down_[rank], first_down_[rank + 1] - first_down_[rank]);
  }

  // The same for loops over everything.
  std::span<const EdgeIndex> first_up() const { return first_up_; }
  std::span<const Rank> head() const { return head_; }
  std::span<const std::uint32_t> first_down() const { return first_down_; }
  std::span<const EdgeIndex> down() const { return down_; }
  std::span<const Rank> lower() const { return lower_; }
  std::span<const std::uint32_t> depth() const { return depth_; }
  std::span<const std::uint32_t> first_arc() const { return first_arc_; }
  std::span<const ArcId> arcs() const { return arcs_; }
  std::span<const std::uint32_t> sides() const { return sides_; }
  const detail::RowLayout& rows() const { return rows_; }

  /// The edge that an arc lies on; no_edge of loops and of arcs at a vertex left out.
  EdgeIndex edge_of(ArcId arc) const {
    const std::uint32_t side = side_of(arc);
    return side == no_edge ? no_edge : side / 2;
  }
  /// The same as 2 x edge + (0 up, 1 down).
  std::uint32_t side_of(ArcId arc) const { return side_of_[arc.index()]; }
  /// The arcs on an edge that lead up, and those that lead down; ascending.
  std::span<const ArcId> arcs_up(EdgeIndex edge) const { return arcs_on(2 * edge); }
  std::span<const ArcId> arcs_down(EdgeIndex edge) const { return arcs_on(2 * edge + 1); }

  /// The arcs between `rank` and higher ones by their edges, for each edge those up before those
  /// down; beside each in sides(rank) is 2 x edge + (0 up, 1 down).
  std::span<const ArcId> arcs(Rank rank) const {
    return std::span{arcs_}.subspan(first_arc_[rank], first_arc_[rank + 1] - first_arc_[rank]);
  }
  std::span<const std::uint32_t> sides(Rank rank) const {
    return std::span{sides_}.subspan(first_arc_[rank], first_arc_[rank + 1] - first_arc_[rank]);
  }

 private:
  std::span<const ArcId> arcs_on(std::uint32_t side) const;

  void index_down_edges();
  void place_arcs(const Graph& graph);
  void measure();
  void lay_out_rows();

  std::vector<Rank> rank_;            // by vertex
  std::vector<VertexId> vertex_;      // by rank
  std::vector<Rank> parent_;          // by rank
  std::vector<Rank> first_below_;     // by rank
  std::vector<std::uint32_t> depth_;  // by rank
  std::vector<EdgeIndex> first_up_;
  std::vector<Rank> tail_;
  std::vector<Rank> head_;
  std::vector<std::uint32_t> first_down_;
  std::vector<EdgeIndex> down_;
  std::vector<Rank> lower_;               // the tails of down_
  std::vector<std::uint32_t> side_of_;    // by arc
  std::vector<std::uint32_t> first_arc_;  // by rank, and one past the last
  std::vector<std::uint32_t> sides_;
  std::vector<ArcId> arcs_;
  detail::RowLayout rows_;
  std::size_t triangles_ = 0;
  std::size_t height_ = 0;
};

}  // namespace corridor
