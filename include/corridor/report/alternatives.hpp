#pragma once

#include <string>
#include <vector>

#include "corridor/report/table.hpp"
#include "corridor/study/alternatives.hpp"

namespace corridor {

/// A run with the routes of its scenario's trips, in their order.
struct RunAlternatives {
  RunResult run;
  std::vector<Alternatives> trips;
};

/// The routes of each trip side by side, grouped by the corridors and borders that they use. Json
/// holds what report_routes does, and `alternatives` besides.
std::string report_alternatives(const Compiled& compiled, const std::vector<RunAlternatives>& runs,
                                const AlternativesOptions& options, Format format);

}  // namespace corridor
