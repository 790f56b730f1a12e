#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "flow/assignment_parts.hpp"
#include "flow/cost_trees.hpp"

namespace corridor::detail {

/// Loads all trips on shortest paths, time and again.
class AllOrNothing {
 public:
  explicit AllOrNothing(const AssignmentProblem& problem);

  /// The volumes of all classes at the times of links given, and what they cost there.
  double load(std::span<const double> time, ClassVolumes& by_class);

 private:
  /// Of trees that are remembered; more than these memories are worth nobody has caches for.
  static constexpr std::size_t most_remembered = std::size_t{1} << 24;

  double load_origin(const ProblemClass& of, const ProblemOrigin& origin,
                     const CostTrees::Order& order);

  const AssignmentProblem& problem_;
  CostTrees trees_;
  std::vector<std::vector<CostTrees::Order>> orders_;  // by class and origin
  bool remembers_;
  std::vector<double> cost_;
  std::vector<double> through_;    // trips that pass or reach a vertex
  std::vector<double> volume_in_;  // by place in AssignmentProblem::in
};

}  // namespace corridor::detail
