#pragma once

#include <cstdint>
#include <memory>
#include <vector>

// No LEMON in this header: LEMON 1.3 needs the allocators of C++17, and its source is compiled as
// that; so is nothing of C++20 here.

namespace corridor::bench {

/// The arcs of a graph, by id; nodes and arcs are numbered from 0.
struct LemonArcs {
  int nodes = 0;
  std::vector<int> tail;  // ascending
  std::vector<int> head;
  std::vector<std::int64_t> weight;
};

/// LEMON's Dijkstra on its static graph, with its default heap.
class LemonDijkstra {
 public:
  explicit LemonDijkstra(const LemonArcs& arcs);
  ~LemonDijkstra();
  LemonDijkstra(const LemonDijkstra&) = delete;
  LemonDijkstra& operator=(const LemonDijkstra&) = delete;

  void one_to_all(int origin);
  /// Stops at the target; -1 if it cannot be reached.
  std::int64_t one_to_one(int origin, int target);
  /// After a search; -1 if it has not been reached.
  std::int64_t distance(int node) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// A flow of least cost: by arc what fits, for its weight a unit; by node what it sends, or less
/// than 0 where it receives.
struct LemonFlow {
  LemonArcs arcs;
  std::vector<std::int64_t> capacity;
  std::vector<std::int64_t> supply;
};

/// LEMON's network simplex method on its static graph, with its defaults.
class LemonNetworkSimplex {
 public:
  explicit LemonNetworkSimplex(const LemonFlow& problem);
  ~LemonNetworkSimplex();
  LemonNetworkSimplex(const LemonNetworkSimplex&) = delete;
  LemonNetworkSimplex& operator=(const LemonNetworkSimplex&) = delete;

  /// From scratch: LEMON keeps no tree from one run to the next. -1 unless there is an optimum.
  std::int64_t least_cost();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace corridor::bench
