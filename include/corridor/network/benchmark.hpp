#pragma once

#include <string>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/core/figure.hpp"
#include "corridor/network/ids.hpp"

namespace corridor {

enum class BenchmarkMeasure { length_km, time_d, cost_usd_teu, capacity_t_yr, ratio, not_modelled };
enum class UsedAsInput { no, partly, yes };

/// A published figure to hold the model against: of a corridor, or of the part of it between two
/// nodes. `against` names a second corridor where the figure is a comparison (a saving in per
/// cent).
struct Benchmark {
  std::string id;
  std::string what;
  std::string corridor;  // id; empty where nothing in the model answers to it
  std::string from;      // node ids; empty: the whole corridor
  std::string to;
  std::string against;
  BenchmarkMeasure measure = BenchmarkMeasure::not_modelled;
  double value = 0;
  double low = 0;
  double high = 0;
  std::string unit;
  int year = 0;
  UsedAsInput used_as_input = UsedAsInput::no;
  std::string why_not;  // of rows that are not modelled
  Provenance provenance;
  SourcePos at;
};

}  // namespace corridor
