#pragma once

#include <cstddef>
#include <span>

#include "corridor/route/shortest_path.hpp"

namespace corridor {

/// What was checked about the best K paths without loops, and whether it held.
struct LooplessCertificate {
  bool sound = false;      // each answers the query over open arcs, and adds up to its weight
  bool loopless = false;   // and passes no vertex twice in one stage
  bool different = false;  // no two have the same arcs, taken in the same stages
  bool ordered = false;    // none weighs less than the one before
  bool none_missing =
      false;  // no path left out weighs less than the last; of fewer than K, none is
  std::size_t sets_searched = 0;  // of paths that leave the given ones at one place
  bool holds() const { return sound && loopless && different && ordered && none_missing; }
};

/// Checks the answer of k_shortest_paths, sharing no code with it. The paths left out are parted by
/// the place where they leave the tree of beginnings of the given ones (Lawler 1972); the best of
/// each part is searched by A* on distances to the target, no further than the weight of the last.
LooplessCertificate certify(const Graph& graph, std::span<const Weight> weight,
                            const PathQuery& query, std::span<const Path> paths, std::size_t k);

}  // namespace corridor
