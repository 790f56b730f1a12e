#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "flow/assignment_parts.hpp"
#include "flow/vertex_buckets.hpp"

namespace corridor::detail {

/// Shortest-path trees by costs that are not whole numbers and change little between one tree and
/// the next from the same root.
///
/// The vertices of the last tree, in order of distance, are swept again: each takes the least of
/// what its arcs in offer, without a branch. The new tree is proved in passing. An arc that points
/// back in the order can only spoil it if its tail, with the cheapest arc out of it, is nearer than
/// the farthest vertex before; few are, and their arcs are looked at. Where the proof fails, and
/// the first time, the tree is searched for with buckets (Dial 1969). Dead ends, as zones mostly
/// are, take no part in that: they come last in the order.
class CostTrees {
 public:
  /// The vertices that a root reaches, each after its parent; empty before the first tree.
  using Order = std::vector<std::uint32_t>;

  explicit CostTrees(const AssignmentProblem& problem);

  /// Of every arc, from 0; infinite where it is closed.
  void set_costs(std::span<const double> cost);
  /// Grows the tree of a root, whose order it takes up and leaves behind. The arcs that are closed
  /// must be those that were when the order was left.
  void grow(std::uint32_t root, Order& order);

  /// Of a vertex that the root reaches.
  double distance(std::uint32_t vertex) const { return distance_[vertex]; }
  /// The arc by which the tree enters a vertex, as its place in AssignmentProblem::in; not of the
  /// root.
  std::uint32_t parent(std::uint32_t vertex) const { return parent_[vertex]; }
  std::uint32_t tail(std::uint32_t place) const { return tail_in_[place]; }

 private:
  void find_dead_ends();
  bool sweep(std::uint32_t root, Order& order);
  bool spoils(std::uint32_t vertex) const;
  void search(std::uint32_t root, Order& order);
  template <bool Again>
  void scan(std::uint32_t vertex);
  void keep_last_scans(Order& order);
  void add_dead_ends(std::uint32_t root, Order& order) const;
  std::uint64_t unit(double distance) const;

  const AssignmentProblem& problem_;
  std::vector<std::uint32_t> place_;    // of each arc in AssignmentProblem::in
  std::vector<std::uint32_t> tail_in_;  // by that place
  std::vector<double> cost_in_;
  std::vector<double> cost_;
  std::vector<char> is_dead_end_;  // by vertex: no cheapest path passes it
  std::vector<std::uint32_t> dead_ends_;
  std::vector<double> least_out_;  // by vertex; infinite of dead ends
  double units_per_cost_ = 1;

  std::vector<double> distance_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> suspects_;
  VertexBuckets buckets_;
  std::vector<char> scanned_;
  std::vector<double> sorted_;  // scratch
};

}  // namespace corridor::detail
