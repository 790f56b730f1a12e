#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "flow/bush_network.hpp"
#include "flow/vertex_buckets.hpp"

namespace corridor::detail {

/// The cheapest paths of a class from one origin, found by going through the vertices in the order
/// of their distances of last time: where the order has hardly changed, a single sweep without a
/// queue finds almost all of them, and a search from the few arcs that would still improve their
/// heads mends the rest.
class BushTree {
 public:
  using Index = BushNetwork::Index;

  explicit BushTree(const BushNetwork& network);

  /// Fits the buckets to costs like these.
  void prepare(std::span<const double> costs);

  /// Finds the cheapest paths anew and lists all vertices by distance; paths go through vertices in
  /// that order.
  void search(Index origin, std::span<const double> costs, std::span<Index> order);
  /// Finds them by an earlier order: those are cheapest if no arc has a negative excess, which is
  /// for the caller to see.
  void sweep(Index origin, std::span<const double> costs, std::span<const Index> order);
  /// After a sweep: finds what it has missed, and lists vertices as `search` does.
  void mend(std::span<const double> costs, std::span<Index> order);

  double distance(Index vertex) const { return distance_[vertex]; }
  /// The last arc of the path, or none.
  Index arc_into(Index vertex) const { return arc_into_[vertex]; }
  bool reaches(Index vertex) const { return distance_[vertex] < BushNetwork::out_of_reach; }
  std::span<const double> distances() const { return distance_; }

 private:
  void improve(Index arc, double distance);
  void empty_queue(std::span<const double> costs);
  std::uint64_t unit(double distance) const;
  void sort(std::span<Index> order);
  bool insert_in_order(std::span<Index> order) const;
  void sort_by_units(std::span<Index> order);
  bool is_after(Index a, Index b) const {
    if (distance_[a] != distance_[b]) return distance_[a] > distance_[b];
    return depth_[a] > depth_[b];  // arcs that cost nothing
  }

  const BushNetwork* network_;
  std::vector<double> distance_;
  std::vector<Index> arc_into_;
  std::vector<Index> depth_;  // arcs on the path
  VertexBuckets queue_;
  double units_per_cost_ = 1;
  // Scratch:
  std::vector<double> sorted_;
  std::vector<Index> counts_;  // by unit
  std::vector<Index> unsorted_;
};

}  // namespace corridor::detail
