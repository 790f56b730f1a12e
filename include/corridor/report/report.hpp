#pragma once

#include <string>
#include <vector>

#include "corridor/report/table.hpp"
#include "corridor/scenario/diff.hpp"
#include "corridor/study/compare.hpp"
#include "corridor/study/run.hpp"
#include "corridor/study/validate.hpp"

namespace corridor {

// Values in, text out. JSON follows the contract "corridor/1" of docs/output.md.

std::string report_run(const Compiled& compiled, const std::vector<RunResult>& runs, Format format);
std::string report_comparison(const Compiled& compiled, const ComparisonTable& table, Format format);
std::string report_routes(const Compiled& compiled, const std::vector<RunResult>& runs, Format format);
std::string report_validation(const Compiled& compiled, const Validation& validation, Format format);

/// What a scenario changes, before anything is computed.
struct DiffReport {
  const Scenario* scenario = nullptr;
  std::string cargo;
  std::vector<Effect> effects;
  std::vector<AttributeChange> changes;
};
std::string report_diff(const Network& network, const std::vector<DiffReport>& diffs, Format format);

}  // namespace corridor
