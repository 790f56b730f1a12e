#include "corridor/flow/assignment.hpp"

#include <stdexcept>

#include "flow/assignment_parts.hpp"

namespace corridor {

Assignment assign(const CongestedNetwork& network, std::span<const DemandClass> classes,
                  const AssignmentOptions& options) {
  if (!(options.gap >= 0)) throw std::invalid_argument{"the gap is negative or not a number"};
  const detail::AssignmentProblem problem = detail::problem_of(network, classes, options.principle);
  if (options.method == AssignmentMethod::algorithm_b) return assign_by_bushes(problem, options);
  if (options.method == AssignmentMethod::gradient_projection) {
    return assign_by_paths(problem, options);
  }
  return assign_by_directions(problem, options);
}

}  // namespace corridor
