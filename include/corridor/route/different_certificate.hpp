#pragma once

#include <cstddef>
#include <span>

#include "corridor/route/alternatives.hpp"

namespace corridor {

/// What was checked about paths that differ, and whether it held.
struct DifferenceCertificate {
  bool sound = false;      // each answers its query over open arcs, and adds up to its weight
  bool within = false;     // none weighs more than the stretch allows; none less than one before
  bool different = false;  // each leaves a piece long enough of every one before it
  /// Of those that the answer calls proved: no path that weighs less differs from all before it.
  /// If there are to be none after the last: no path within the stretch differs from all.
  bool none_missing = false;
  std::size_t searches = 0;  // for a path that was missed
  bool holds() const { return sound && within && different && none_missing; }
};

/// Checks the answer of different_paths, sharing no code with it. Whether a path was missed is
/// asked by branch and bound over the pieces that it would leave out: one of each earlier path,
/// halved until the cheapest path without what the pieces of a half have in common weighs too much,
/// or leaves out a piece of each.
DifferenceCertificate certify(const Graph& graph, std::span<const Weight> weight,
                              std::span<const PathQuery> queries, const Difference& difference,
                              const DifferentPaths& answer);

}  // namespace corridor
