#pragma once

#include "corridor/flow/link_delay.hpp"

namespace corridor::detail {

/// A delay without units, time over t0 as a function of x, volume over capacity.
struct DelayShape {
  double value;
  double rise;  // first derivative by x
  double bend;  // x times the second, which is finite where the second is not
};

/// `x` is 0 or more.
DelayShape shape_at(const LinkDelay& link, double x);
/// Integral from 0 to `x`.
double shape_area(const LinkDelay& link, double x);

}  // namespace corridor::detail
