#pragma once

#include <string>
#include <vector>

#include "corridor/report/table.hpp"
#include "corridor/study/carriage.hpp"
#include "corridor/study/unmet.hpp"

namespace corridor {

/// Demand carried in scenarios, each against its baseline. Text shows the `most` largest rows of
/// long tables; csv and json hold all.
struct CarriageReport {
  std::vector<CarriageResult> results;
  CarriageOptions options;
  std::size_t most = 10;
  std::vector<std::vector<UnmetCause>> causes = {};  // by result, of what the scenario leaves
};
std::string report_carriage(const Compiled& compiled, const CarriageReport& report, Format format);

}  // namespace corridor
