#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "corridor/study/compare.hpp"

namespace corridor {

/// Adds up a measure by country or by mode, a column a scenario; of throughput it keeps the
/// smallest. Where a scenario has nothing, the sum is 0 and the throughput infinite.
class Shares {
 public:
  Shares(const Compiled& compiled, Measure measure, CompareBy by, std::size_t columns)
      : compiled_{compiled}, measure_{measure}, by_{by}, columns_{columns} {}

  /// Adds the scenario's route of a trip.
  void add(const Subject& subject, std::size_t column, double tonnes_per_unit);
  /// By name of the country or mode, in the order of names.
  const std::map<std::string, std::vector<double>>& rows() const { return rows_; }

 private:
  void add_to(const std::string& row, std::size_t column, double value);
  /// The rows in which an arc counts, in equal parts.
  std::vector<std::string> rows_of(const ArcInfo& arc) const;
  std::string country(const Node& node) const;

  const Compiled& compiled_;
  Measure measure_;
  CompareBy by_;
  std::size_t columns_;
  std::map<std::string, std::vector<double>> rows_;
};

}  // namespace corridor
