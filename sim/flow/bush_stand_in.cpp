#include "flow/assignment_parts.hpp"

namespace corridor::detail {

Assignment assign_by_bushes(const AssignmentProblem& problem, const AssignmentOptions& options) {
  AssignmentOptions others = options;
  others.method = AssignmentMethod::biconjugate_frank_wolfe;
  return assign_by_directions(problem, others);
}

}  // namespace corridor::detail
