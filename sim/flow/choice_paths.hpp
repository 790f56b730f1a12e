#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/flow/stochastic_assignment.hpp"

#include "flow/assignment_parts.hpp"
#include "flow/path_sets.hpp"

namespace corridor::detail {

/// Trips on sets of paths in plain arrays, by path: what shares of their pair's trips they carry,
/// and what shares they would carry if trips chose anew.
class ChoicePaths {
 public:
  ChoicePaths(const AssignmentProblem& problem, const StochasticOptions& options);

  /// Takes up sets that have grown since. New paths begin without trips.
  void take(const std::vector<PathSet>& sets);

  /// What the shares add up to.
  void load(ClassVolumes& by_class) const;
  /// Chooses at the times given, and tells what share of all trips would move.
  double choose(std::span<const double> time);
  /// Moves so much of the trips that would.
  void move(double step);

  /// Of the paths of a set.
  std::span<const double> shares(std::size_t set) const {
    return std::span{share_}.subspan(first_path_[set], first_path_[set + 1] - first_path_[set]);
  }

 private:
  void weigh(const PathSet& set, std::vector<double>& count);
  void choose_in(std::size_t set, const double* cost);

  const AssignmentProblem& problem_;
  const StochasticOptions& options_;
  ClassVolumes cost_;                    // of arcs, by class
  std::vector<std::size_t> class_;       // by set
  std::vector<double> volume_;           // by set
  std::vector<std::size_t> first_path_;  // by set, and one past the last
  std::vector<std::size_t> first_arc_;   // by path, and one past the last
  std::vector<std::uint32_t> arcs_;
  std::vector<double> weight_;  // by path
  std::vector<double> share_;
  std::vector<double> wanted_;
};

}  // namespace corridor::detail
