#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corridor/report/table.hpp"
#include "corridor/study/fitting_share.hpp"
#include "corridor/study/unmet.hpp"

namespace corridor {

/// How much of a demand fits at once in scenarios, each against its baseline. Text shows the `most`
/// largest rows of long tables; csv and json hold all.
struct ShareReport {
  std::vector<ShareResult> results;
  CarriageOptions options;
  std::size_t most = 10;
  std::vector<std::vector<UnmetCause>> causes;  // by result, of what the scenario leaves out
};
std::string report_share(const Compiled& compiled, const ShareReport& report, Format format);

}  // namespace corridor
