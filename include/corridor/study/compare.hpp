#pragma once

#include <string>
#include <vector>

#include "corridor/study/run.hpp"

namespace corridor {

enum class CompareBy { trip, corridor, country, mode };

/// Scenarios side by side in one measure: a row a trip (or corridor, country, mode), a column a
/// scenario. By country and by mode the measure is summed over the stretches there of all trips
/// that have a route in every scenario; a haul or border between two countries counts half in each,
/// and what is done at stops has a row of its own beside the modes. Throughput is the smallest
/// there.
struct ComparisonTable {
  Measure measure = Measure::cost;
  CompareBy by = CompareBy::trip;
  std::vector<std::string> columns;  // scenario ids
  std::vector<std::string> rows;
  std::vector<std::string> row_units;
  std::vector<std::vector<double>> values;  // NaN: no route
  std::vector<int> best;                    // column of each row; -1 where all are alike
  std::vector<int> worst;
  std::vector<std::string> left_out;  // trips that sums leave out
};

ComparisonTable compare(const Compiled& compiled, const std::vector<RunResult>& runs,
                        Measure measure, CompareBy by);

}  // namespace corridor
