#pragma once

#include <cstddef>
#include <span>

#include "corridor/flow/assignment.hpp"

namespace corridor::detail {

/// The shares of which a target is mixed.
struct TargetMix {
  double fresh = 1;    // of the trips all or nothing, the target of Frank and Wolfe
  double last = 0;     // of the target before
  double earlier = 0;  // of the one before that
  bool is_plain() const { return last == 0 && earlier == 0; }
};

/// Link volumes from which the shares follow, and the slopes of the links at the point.
struct TargetChoice {
  std::span<const double> at;
  std::span<const double> fresh;
  std::span<const double> last;
  std::span<const double> earlier;
  std::span<const double> slope;
  std::size_t known = 0;  // how many of `last` and `earlier` are there
  double step = 0;        // from the point before towards `last`
};

/// Shares such that the way to the target is conjugate, with respect to the Hessian at the point,
/// to the way before (conjugate) or the two ways before (bi-conjugate): Mitradjieva and Lindberg
/// 2013. Fixed costs are linear, so that link volumes are all that counts.
TargetMix mix_of(AssignmentMethod method, const TargetChoice& choice);

}  // namespace corridor::detail
