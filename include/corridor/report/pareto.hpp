#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corridor/report/table.hpp"
#include "corridor/study/pareto.hpp"

namespace corridor {

/// A run with the frontiers of its scenario's trips, in their order.
struct RunFrontiers {
  RunResult run;
  std::vector<Frontier> trips;
};

struct FrontierReport {
  FrontierOptions options;  // as asked for
  /// Most routes of a trip that are shown: those that are the best at some value of time first,
  /// then others spread over the frontier. 0: all.
  std::size_t top = 0;
};

/// The frontier of each trip with its figures, and, of cost against time, with the value of time at
/// which each route becomes the best.
std::string report_frontiers(const Compiled& compiled, const std::vector<RunFrontiers>& runs,
                             const FrontierReport& report, Format format);

}  // namespace corridor
