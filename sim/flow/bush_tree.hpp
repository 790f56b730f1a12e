#pragma once

#include <span>
#include <vector>

#include "flow/bush_network.hpp"

namespace corridor::detail {

/// The cheapest paths of a class from one origin, found by going through the vertices in the order
/// of their distances of last time: where the order has hardly changed, a single sweep without a
/// queue finds almost all of them, and a search from the few arcs that would still improve their
/// heads mends the rest.
class BushTree {
 public:
  using Index = BushNetwork::Index;

  explicit BushTree(const BushNetwork& network);

  /// Finds the cheapest paths. `order` is a permutation of all vertices, best if nearly by
  /// distance; in the end, paths go through vertices in its order.
  void find(Index origin, std::span<const double> costs, std::span<Index> order) {
    sweep(origin, costs, order);
    mend(costs, order);
  }
  /// The first half of find: paths that are cheapest if no arc has a negative excess.
  void sweep(Index origin, std::span<const double> costs, std::span<const Index> order);
  /// The second half.
  void mend(std::span<const double> costs, std::span<Index> order);

  double distance(Index vertex) const { return distance_[vertex]; }
  /// The last arc of the path, or none.
  Index arc_into(Index vertex) const { return arc_into_[vertex]; }
  bool reaches(Index vertex) const { return distance_[vertex] < BushNetwork::out_of_reach; }
  std::span<const double> distances() const { return distance_; }

 private:
  struct Entry {
    double distance;
    Index vertex;
  };

  void improve(Index arc, double distance);
  void search(std::span<const double> costs);
  void sort(std::span<Index> order) const;
  bool is_after(Index a, Index b) const {
    if (distance_[a] != distance_[b]) return distance_[a] > distance_[b];
    return depth_[a] > depth_[b];  // arcs that cost nothing
  }

  const BushNetwork* network_;
  std::vector<double> distance_;
  std::vector<Index> arc_into_;
  std::vector<Index> depth_;  // arcs on the path
  std::vector<Entry> queue_;  // a heap; entries that have been bettered since are skipped
};

}  // namespace corridor::detail
