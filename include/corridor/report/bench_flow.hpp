#pragma once

#include <span>
#include <string>

#include "corridor/report/table.hpp"
#include "corridor/study/bench_flow.hpp"

namespace corridor {

/// What was measured, of what: a table a problem. Times in csv and json are in seconds; only ratios
/// within one run mean anything.
struct FlowBenchReport {
  std::string subject;  // "grids of seed 1", or the name of a file
  std::span<const FlowProblemBench> problems;
};

std::string report_bench(const FlowBenchReport& report, Format format);

}  // namespace corridor
