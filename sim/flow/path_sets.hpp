#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/flow/stochastic_assignment.hpp"

#include "flow/assignment_parts.hpp"
#include "flow/cost_trees.hpp"

namespace corridor::detail {

/// The paths among which the trips of a pair choose, by arcs of the problem.
struct PathSet {
  std::size_t of_class;
  std::uint32_t from;
  double volume;  // in units of link volume
  std::vector<std::vector<std::uint32_t>> paths;
};

/// Makes sets of paths, which grow with each call.
class PathSets {
 public:
  PathSets(const AssignmentProblem& problem, const StochasticOptions& options);

  /// By class, origin and destination.
  const std::vector<PathSet>& sets() const { return sets_; }

  /// Adds the cheapest path of each pair at the times given, and those that are cheapest once the
  /// arcs of the former have become dearer, and so on, until a pair has `most`. Returns how many
  /// were added.
  std::size_t add(std::span<const double> time, std::size_t most);

 private:
  std::size_t add_from(const ProblemClass& of, const ProblemOrigin& origin, PathSet* first);
  bool keep(PathSet& set, double detour_limit);
  void trace(std::uint32_t from, std::uint32_t to);
  void penalise();

  const AssignmentProblem& problem_;
  const StochasticOptions& options_;
  std::size_t most_ = 0;
  std::vector<PathSet> sets_;
  CostTrees trees_;
  std::vector<double> cost_;
  std::vector<double> penalised_;
  std::vector<char> used_;  // by arc: by a path of the last tree
  std::vector<std::uint32_t> path_;
  std::vector<double> cheapest_;  // by pair of an origin
};

}  // namespace corridor::detail
