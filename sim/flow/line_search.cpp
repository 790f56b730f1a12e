#include "flow/line_search.hpp"

#include <algorithm>
#include <cmath>

namespace corridor::detail {

namespace {

constexpr int most_steps = 100;
/// Of a step, before the last step of Newton's method, which squares it.
constexpr double precision = 1e-10;

}  // namespace

LineSearch::LineSearch(const AssignmentProblem& problem)
    : problem_{problem},
      volume_(problem.arc_count()),
      time_(problem.arc_count()),
      slope_(problem.arc_count()) {}

LineSearch::Derivatives LineSearch::derivatives_at(double step, std::span<const double> volume,
                                                   std::span<const double> direction,
                                                   double fixed_slope) {
  for (std::size_t arc = 0; arc < volume_.size(); ++arc) {
    // Rounding must not make a volume negative: powers would not be numbers.
    volume_[arc] = std::max(0.0, volume[arc] + step * direction[arc]);
  }
  problem_.delays.times_and_slopes(volume_, time_, slope_);
  Derivatives sum{fixed_slope, 0};
  for (std::size_t arc = 0; arc < volume_.size(); ++arc) {
    sum.first += time_[arc] * direction[arc];
    sum.second += slope_[arc] * direction[arc] * direction[arc];
  }
  return sum;
}

double LineSearch::best_step(std::span<const double> volume, std::span<const double> direction,
                             double fixed_slope) {
  double low = 0;
  double high = 1;
  if (derivatives_at(1, volume, direction, fixed_slope).first <= 0) return 1;
  double step = 0;
  for (int i = 0; i < most_steps; ++i) {
    const Derivatives at = derivatives_at(step, volume, direction, fixed_slope);
    (at.first > 0 ? high : low) = step;
    const double newton = step - at.first / at.second;
    if (std::abs(newton - step) <= precision * step || high - low <= precision * high) {
      return std::clamp(newton, low, high);
    }
    // Where Newton's step leaves the bounds, as it may at kinks, half way is a safe one.
    const double next = newton > low && newton < high ? newton : (low + high) / 2;
    step = next;
  }
  return step;
}

}  // namespace corridor::detail
