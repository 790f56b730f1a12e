#pragma once

#include <chrono>

namespace corridor {

/// Seconds by the wall.
class Stopwatch {
 public:
  /// Since the last lap, or since the beginning.
  double lap() {
    const Clock::time_point now = Clock::now();
    const std::chrono::duration<double> passed = now - last_;
    last_ = now;
    return passed.count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point last_ = Clock::now();
};

}  // namespace corridor
