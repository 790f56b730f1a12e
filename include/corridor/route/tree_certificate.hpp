#pragma once

#include <cstddef>
#include <span>

#include "corridor/route/shortest_path.hpp"

namespace corridor {

/// What was checked about a tree of cheapest paths from its origin, and whether it held.
struct TreeCertificate {
  bool rooted = false;    // the origin, and no other vertex without a last arc, is reached: at 0
  bool open = false;      // no last arc is closed
  bool tight = false;     // each reached vertex is as far as its last arc adds to, one hop on
  bool feasible = false;  // no arc leads anywhere for less: nothing is nearer, or reached besides
  std::size_t arcs_checked = 0;
  bool holds() const { return rooted && open && tight && feasible; }
};

/// Checks a tree of shortest_paths, sharing no code with the search. Hops that count up along the
/// last arcs leave no room for a circle, which arcs of no weight could otherwise form.
TreeCertificate certify(const Graph& graph, std::span<const Weight> weight, const PathTree& tree);

}  // namespace corridor
