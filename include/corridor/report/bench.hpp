#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "corridor/report/table.hpp"
#include "corridor/study/bench.hpp"

namespace corridor {

/// What was measured, of what.
struct BenchReport {
  std::string subject;  // "network eurasia", or the name of a file
  std::string weights;  // "generalised cost of container", or "as in the file"
  std::size_t asked = 0;
  std::uint32_t seed = 0;
  const BenchResult& result;
};

/// Times are in the unit of their column; in csv and json in seconds. Only ratios within one run
/// mean anything.
std::string report_bench(const BenchReport& report, Format format);

}  // namespace corridor
