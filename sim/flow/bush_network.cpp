#include "flow/bush_network.hpp"

#include <cmath>

namespace corridor::detail {

BushNetwork::BushNetwork(const AssignmentProblem& problem, Principle principle)
    : first_in_{problem.first_in},
      first_out_{problem.first_out},
      out_(problem.arc_count()),
      in_problem_{problem.in},
      delays_{principle},
      state_(problem.arc_count()) {
  tail_.reserve(in_problem_.size());
  head_.reserve(in_problem_.size());
  for (Index arc = 0; arc < in_problem_.size(); ++arc) {
    const Index given = in_problem_[arc];
    tail_.push_back(problem.tail[given]);
    head_.push_back(problem.head[given]);
    out_[given] = arc;  // arcs of the problem are sorted by tail
    delays_.add(problem.network->delay[problem.id[given]]);
  }
  for (const ProblemClass& of : problem.classes) {
    for (const Index given : in_problem_) {
      const double fixed = of.fixed.empty() ? 0 : of.fixed[given];
      fixed_.push_back(std::isfinite(fixed) ? fixed : out_of_reach);
    }
  }
  costs_.resize(fixed_.size());
  for (Index arc = 0; arc < arc_count(); ++arc) set_volume(arc, 0);
}

}  // namespace corridor::detail
