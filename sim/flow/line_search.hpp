#pragma once

#include <span>
#include <vector>

#include "flow/assignment_parts.hpp"

namespace corridor::detail {

/// A straight line through the volumes of links, from a point towards a target, and what the
/// objective does on it.
class LineSearch {
 public:
  explicit LineSearch(const AssignmentProblem& problem);

  /// The step from 0 to 1 at which the objective is least, next to exactly.
  /// `fixed_slope` is by how much the fixed costs of all classes differ between target and point.
  double best_step(std::span<const double> volume, std::span<const double> direction,
                   double fixed_slope);

 private:
  struct Derivatives {
    double first;
    double second;
  };
  Derivatives derivatives_at(double step, std::span<const double> volume,
                             std::span<const double> direction, double fixed_slope);

  const AssignmentProblem& problem_;
  std::vector<double> volume_;
  std::vector<double> time_;
  std::vector<double> slope_;
};

}  // namespace corridor::detail
