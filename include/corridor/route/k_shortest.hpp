#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "corridor/route/shortest_path.hpp"

namespace corridor {

/// The paths that answer a query, one after the other: by weight, of equal weight by arcs, and of
/// these, compared backwards from the end, by the lowest arc where they first differ (of one arc
/// taken in two stages, the earlier stage). This is the order of shortest_path, which gives the
/// first. None passes a vertex twice in one stage; paths that differ by a parallel arc alone are
/// different paths. A path that weighs infinite_weight or more is none.
///
/// The method is Yen's (1971) with the partition of Lawler (1972), from the target back: the paths
/// given so far form a tree of endings, and each of its vertices stands for all paths that leave
/// the tree there. What such a set weighs at least follows from one tree of cheapest paths from the
/// origin, and where the way in that tree does not run into the ending, it is the set's best. Only
/// where it does, and only once it would be next, a set is searched, by A* on the distances of the
/// tree. So nothing is done for sets that no answer comes from, and nobody need say how many paths
/// there shall be. O(k n (m + n log n)) for k paths in the worst case; mostly one Dijkstra and a
/// look at the arcs into each path.
class LooplessPaths {
 public:
  explicit LooplessPaths(const Graph& graph);
  ~LooplessPaths();
  LooplessPaths(LooplessPaths&& other) noexcept;
  LooplessPaths& operator=(LooplessPaths&& other) noexcept;

  /// Begins anew. `weight` must outlive the calls that follow; memory is used again.
  void ask(std::span<const Weight> weight, const PathQuery& query);

  /// What the next path weighs at least; infinite_weight if there is none.
  Weight bound() const;

  /// The next path; none is found once all have been given.
  Path next();

 private:
  class Enumeration;
  std::unique_ptr<Enumeration> enumeration_;
};

/// The first `k` of them, or all if there are fewer.
std::vector<Path> k_shortest_paths(const Graph& graph, std::span<const Weight> weight,
                                   const PathQuery& query, std::size_t k);

}  // namespace corridor
