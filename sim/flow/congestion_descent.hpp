#pragma once

#include <vector>

#include "flow/path_pool.hpp"
#include "flow/path_search.hpp"

namespace corridor {

/// A routing of all demand that is near the least congested one.
struct CongestionDescent {
  std::vector<PathIndex> keys;  // by commodity: the path that takes most of it
  std::vector<double> load;     // by row
  std::vector<double> prices;   // by row: of the best bound
  double congestion = 0;        // load / capacity of the fullest
};

/// Conditional gradients on an exponential penalty of congestion, ever steeper: each step sends
/// part of all demand along paths that are cheapest under the penalty's slopes (Bienstock and
/// Raskina 2002). Paths that matter are kept in the pool.
CongestionDescent descend(const FlowProblem& problem, PathPool& pool, PathSearch& search);

}  // namespace corridor
