#pragma once

#include <vector>

#include "corridor/report/report.hpp"

namespace corridor::test {

/// A run made by hand, so that reports can be held against sums done by hand: `a` to `c` by rail
/// and road through `b` in the baseline, by rail over a new bridge in the scenario. For a container
/// of 14 t, so that 50 USD/t are 700 USD/TEU.
///
///     baseline  400 km, 30 h,    50 USD/t (haul 30, transfer 12, border 8), 20 kg/t, 5 Mt/yr
///     assumed scenario  300 km, 20.25 h, 40.05 USD/t (haul 25.05, transfer 7, border 8), 12 kg/t,
///     10 Mt/yr
class Sample {
 public:
  Sample();
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

  Network network;
  Scenario scenario;
  Compiled compiled;
  RunResult run;

  ArcId haul(const char* link) const;
  /// The subject with its scenario's side cut off: opening the bridge would restore it.
  Subject without_route() const;

 private:
  Subject subject() const;
};

}  // namespace corridor::test
