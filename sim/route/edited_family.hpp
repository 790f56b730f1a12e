#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/edited_tables.hpp"

namespace corridor::detail {

/// Distances under a base, by rank: from a vertex, or to it.
struct BaseTree {
  VertexId root;
  std::vector<Weight> distance;

  /// A vertex that the hierarchy leaves out is at its own root, or nowhere.
  Weight at(const Hierarchy& hierarchy, VertexId vertex) const {
    const Rank rank = hierarchy.rank(vertex);
    if (rank != no_rank) return distance[rank];
    return vertex == root ? 0 : infinite_weight;
  }
};

/// A family made ready: each metric once, edited from what most of them have in common, and what is
/// asked, by origin and destination.
class EditedFamily {
 public:
  explicit EditedFamily(const MetricFamily& family);

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
  std::span<BaseTree> from() { return from_; }
  std::span<BaseTree> to() { return to_; }
  std::span<const BaseTree> from() const { return from_; }
  std::span<const BaseTree> to() const { return to_; }
  void take_distances(const Graph& graph, const Hierarchy& hierarchy);
  Weight distance(std::size_t pair) const { return distance_[pair]; }

 private:
  void find_distinct(const MetricFamily& family);
  std::vector<ArcEdit> majority(const MetricFamily& family) const;
  void edit_from(const MetricFamily& family, std::span<const ArcEdit> moved);
  void list_ends();

  std::vector<std::uint32_t> metric_of_;
  std::vector<std::uint32_t> given_;
  std::vector<Weight> base_;
  std::vector<ArcEdit> edits_;
  std::vector<std::size_t> first_;  // by metric, and one past the last
  std::size_t open_arcs_ = 0;
  std::span<const Ends> ends_;
  std::vector<std::uint32_t> from_of_;
  std::vector<std::uint32_t> to_of_;
  std::vector<BaseTree> from_;
  std::vector<BaseTree> to_;
  std::vector<Weight> distance_;
};

}  // namespace corridor::detail
