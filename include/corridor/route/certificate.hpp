#pragma once

#include <span>
#include <string>

#include "corridor/route/shortest_path.hpp"

namespace corridor {

/// What was checked about an answer, and whether it held.
struct PathCertificate {
  bool connected = false;      // the arcs lead from the origin to the target by way of the vias
  bool open = false;           // and none of them is closed
  bool weight_agrees = false;  // their weights add up to the path's
  bool potentials_feasible = false;  // no arc beats the difference of its potentials
  bool tight = false;                // potential of the target = weight: nothing is cheaper
  std::size_t arcs_checked = 0;
  bool holds() const { return connected && open && weight_agrees && potentials_feasible && tight; }
};

/// Checks a path with its potentials, sharing no code with the search. A proved absence of a path
/// holds if the potentials are feasible and the target's is infinite.
PathCertificate certify(const Graph& graph, std::span<const Weight> weight, const PathQuery& query,
                        const ProvedPath& answer);

}  // namespace corridor
