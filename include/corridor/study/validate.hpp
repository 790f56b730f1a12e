#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/study/trip_solver.hpp"

namespace corridor {

/// A published figure beside the model's.
struct ValidationRow {
  const Benchmark* benchmark = nullptr;
  std::optional<double> model;  // none: not modelled, or no route; `why` says which
  double error = 0;             // model / published - 1
  bool within_range = false;    // between the published low and high
  std::string why;
};

struct ValidationMedian {
  BenchmarkMeasure measure = BenchmarkMeasure::length_km;
  int rows = 0;                 // independent rows with a model figure
  double median_error = 0;      // of absolute relative errors
  int routes = 0;               // quotes of several years for one stretch counted once,
  double median_of_routes = 0;  // at their median
};

struct Validation {
  std::vector<ValidationRow> rows;
  std::vector<ValidationMedian> medians;  // of rows whose figure was no input
};

/// Holds the model against the network's benchmarks, on the state date of its tables, for `cargo`.
Validation validate(const Compiled& compiled, CargoId cargo);

}  // namespace corridor
