#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/edited_tables.hpp"

#include "route/edited_majority.hpp"
#include "route/ranked_graph.hpp"

namespace corridor::detail {

/// Distances under a base: from a vertex, or to it.
struct BaseTree {
  VertexId root;
  RankedGraph::Node node;  // the root's
  /// By node. A vertex that the hierarchy leaves out is at its own root, or nowhere.
  std::vector<Weight> distance;
};

/// A family made ready: each metric once, edited from what most of them have in common, and what is
/// asked, by origin and destination.
class EditedFamily {
 public:
  /// Another family in place of the one before, whose memory it reuses.
  void take_up(const RankedGraph& graph, const MetricFamily& family, EditedMajority& majority);

  std::size_t metrics() const { return first_.size() - 1; }  // distinct
  /// Which of them a metric of the family is.
  std::size_t metric_of(std::size_t given) const { return metric_of_[given]; }
  /// The first metric of the family that is this one.
  std::size_t given(std::size_t metric) const { return given_[metric]; }

  /// No weight is above infinite_weight.
  std::span<const Weight> base() const { return base_; }
  std::span<const ArcEdit> edits(std::size_t metric) const {
    return std::span{edits_}.subspan(first_[metric], first_[metric + 1] - first_[metric]);
  }
  /// How many arcs of the base are open.
  std::size_t open_arcs() const { return open_arcs_; }

  std::span<const Ends> ends() const { return ends_; }
  std::size_t from_of(std::size_t pair) const { return from_of_[pair]; }
  std::size_t to_of(std::size_t pair) const { return to_of_[pair]; }

  // What the base answers, once it has been solved: trees by distinct origin and destination.
  std::span<BaseTree> from() { return std::span{from_}.first(from_count_); }
  std::span<BaseTree> to() { return std::span{to_}.first(to_count_); }
  std::span<const BaseTree> from() const { return std::span{from_}.first(from_count_); }
  std::span<const BaseTree> to() const { return std::span{to_}.first(to_count_); }
  void take_distances();
  Weight distance(std::size_t pair) const { return distance_[pair]; }

 private:
  void find_distinct(const MetricFamily& family);
  void move_base(std::span<const ArcEdit> agreed);
  void edit_from_base(const MetricFamily& family);
  void list_ends();

  const RankedGraph* graph_ = nullptr;
  std::vector<std::uint32_t> metric_of_;
  std::vector<std::uint32_t> given_;
  std::vector<Weight> base_;
  std::vector<ArcEdit> moved_;  // what the base said where it has been moved
  std::vector<ArcEdit> edits_;
  std::vector<std::size_t> first_;  // by metric, and one past the last
  std::size_t open_arcs_ = 0;
  std::span<const Ends> ends_;
  std::vector<std::uint32_t> from_of_;
  std::vector<std::uint32_t> to_of_;
  std::vector<BaseTree> from_;  // of which the first are in use
  std::vector<BaseTree> to_;
  std::size_t from_count_ = 0;
  std::size_t to_count_ = 0;
  std::vector<Weight> distance_;
};

}  // namespace corridor::detail
