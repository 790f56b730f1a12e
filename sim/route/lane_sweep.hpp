#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "corridor/route/hierarchy_metric.hpp"

namespace corridor {

/// A distance in each lane.
template <std::size_t lanes>
using LaneRow = std::array<Weight, lanes>;

/// Distances from a set of vertices to all others, in all lanes of a customised hierarchy: up the
/// edges and down again (Delling, Goldberg, Nowatzyk, Werneck 2011). Vertices that the hierarchy
/// leaves out are reached over their arcs.
template <std::size_t lanes>
class LaneSweep {
 public:
  using Row = LaneRow<lanes>;

  /// `weights` are those that the metric was customised with, a span a lane.
  LaneSweep(const Graph& graph, const HierarchyLanes<Weight>& metric,
            std::span<const std::vector<Weight>> weights)
      : graph_{graph}, metric_{metric}, weights_{weights} {
    Row nothing;
    nothing.fill(infinite_weight);
    rows_.assign(metric.hierarchy().size(), nothing);
  }

  /// To be called before `run`, once or more.
  void start_from(VertexId vertex, const Row& distance) {
    const Rank rank = metric_.hierarchy().rank(vertex);
    if (rank != no_rank) {
      improve(rows_[rank], distance);
      return;
    }
    left_out_.push_back({vertex, distance});
    for (const ArcId arc : graph_.out(vertex)) {
      const Rank head = metric_.hierarchy().rank(graph_.head(arc));
      if (head != no_rank) improve(rows_[head], after(distance, arc));
    }
  }

  void run() {
    const Hierarchy& hierarchy = metric_.hierarchy();
    const auto size = static_cast<Rank>(hierarchy.size());
    for (Rank rank = 0; rank < size; ++rank) {
      const Row& from = rows_[rank];
      for (EdgeIndex e = hierarchy.first_up(rank); e < hierarchy.first_up(rank + 1); ++e) {
        relax(from, metric_.up(), e, rows_[hierarchy.head(e)]);
      }
    }
    for (Rank rank = size; rank-- > 0;) {
      Row& to = rows_[rank];
      for (EdgeIndex e = hierarchy.first_up(rank); e < hierarchy.first_up(rank + 1); ++e) {
        relax(rows_[hierarchy.head(e)], metric_.down(), e, to);
      }
    }
  }

  Row distance(VertexId vertex) const {
    const Rank rank = metric_.hierarchy().rank(vertex);
    if (rank != no_rank) return rows_[rank];
    Row row;
    row.fill(infinite_weight);
    for (const auto& [start, distance] : left_out_) {
      if (start == vertex) improve(row, distance);
    }
    for (const ArcId arc : graph_.in(vertex)) improve(row, after(distance_to_tail(arc), arc));
    return row;
  }

 private:
  struct Start {
    VertexId vertex;
    Row distance;
  };

  static void improve(Row& row, const Row& by) {
    for (std::size_t l = 0; l < lanes; ++l) row[l] = by[l] < row[l] ? by[l] : row[l];
  }

  static void relax(const Row& from, std::span<const Weight> edges, EdgeIndex edge, Row& to) {
    const Weight* const weight = edges.data() + std::size_t{edge} * lanes;
    for (std::size_t l = 0; l < lanes; ++l) {
      const Weight sum = from[l] + weight[l];
      to[l] = sum < to[l] ? sum : to[l];
    }
  }

  Row after(const Row& distance, ArcId arc) const {
    Row sum;
    for (std::size_t l = 0; l < lanes; ++l) {
      sum[l] = l < weights_.size() ? distance[l] + weights_[l][arc.index()] : infinite_weight;
    }
    return sum;
  }

  /// Of an arc to a vertex left out. If its tail is left out too, nothing leads there, but that a
  /// path may start from it.
  Row distance_to_tail(ArcId arc) const {
    const VertexId tail = graph_.tail(arc);
    const Rank rank = metric_.hierarchy().rank(tail);
    if (rank != no_rank) return rows_[rank];
    Row row;
    row.fill(infinite_weight);
    for (const auto& [start, distance] : left_out_) {
      if (start == tail) improve(row, distance);
    }
    return row;
  }

  const Graph& graph_;
  const HierarchyLanes<Weight>& metric_;
  std::span<const std::vector<Weight>> weights_;
  std::vector<Row> rows_;  // by rank
  std::vector<Start> left_out_;
};

}  // namespace corridor
