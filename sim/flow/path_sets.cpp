#include "flow/path_sets.hpp"

#include <algorithm>

namespace corridor::detail {

namespace {

/// By which the cost of an arc rises that the last tree has used: small steps miss no path that is
/// nearly as cheap, large ones find others sooner.
constexpr double penalty = 1.2;

/// Trees for each path that a pair may have: not every one brings a path to every pair.
constexpr std::size_t trees_for_a_path = 3;

}  // namespace

PathSets::PathSets(const AssignmentProblem& problem, const StochasticOptions& options)
    : problem_{problem},
      options_{options},
      trees_{problem},
      cost_(problem.arc_count()),
      used_(problem.arc_count()) {
  for (std::size_t k = 0; k < problem.classes.size(); ++k) {
    for (const ProblemOrigin& origin : problem.classes[k].origins) {
      for (std::uint32_t i = origin.first; i < origin.last; ++i) {
        sets_.push_back({k, origin.vertex, problem.classes[k].pairs[i].volume, {}});
      }
    }
  }
}

std::size_t PathSets::add(std::span<const double> time, std::size_t most) {
  most_ = most;
  std::size_t added = 0;
  PathSet* next = sets_.data();
  for (const ProblemClass& of : problem_.classes) {
    costs_of(problem_, of, time, cost_);
    for (const ProblemOrigin& origin : of.origins) {
      added += add_from(of, origin, next);
      next += origin.last - origin.first;
    }
  }
  return added;
}

std::size_t PathSets::add_from(const ProblemClass& of, const ProblemOrigin& origin,
                               PathSet* first) {
  const std::size_t pairs = origin.last - origin.first;
  cheapest_.assign(pairs, 0);
  penalised_ = cost_;
  CostTrees::Order order;
  std::size_t added = 0;
  for (std::size_t tree = 0; tree < trees_for_a_path * most_; ++tree) {
    trees_.set_costs(penalised_);
    trees_.grow(origin.vertex, order);
    std::fill(used_.begin(), used_.end(), 0);
    bool is_any_open = false;
    for (std::size_t i = 0; i < pairs; ++i) {
      const std::uint32_t to = of.pairs[origin.first + i].to;
      trace(origin.vertex, to);
      if (tree == 0) cheapest_[i] = trees_.distance(to);
      if (keep(first[i], options_.most_detour * cheapest_[i])) ++added;
      is_any_open = is_any_open || first[i].paths.size() < most_;
    }
    if (!is_any_open) break;
    penalise();
  }
  return added;
}

void PathSets::trace(std::uint32_t from, std::uint32_t to) {
  path_.clear();
  for (std::uint32_t vertex = to; vertex != from;) {
    const std::uint32_t arc = problem_.in[trees_.parent(vertex)];
    path_.push_back(arc);
    used_[arc] = 1;
    vertex = problem_.tail[arc];
  }
  std::reverse(path_.begin(), path_.end());
}

bool PathSets::keep(PathSet& set, double detour_limit) {
  if (set.paths.size() >= most_) return false;
  double cost = 0;
  for (const std::uint32_t arc : path_) cost += cost_[arc];
  const bool is_first = set.paths.empty();
  if (!is_first && !(cost <= detour_limit)) return false;
  if (std::find(set.paths.begin(), set.paths.end(), path_) != set.paths.end()) return false;
  set.paths.push_back(path_);
  return true;
}

void PathSets::penalise() {
  for (std::size_t arc = 0; arc < used_.size(); ++arc) {
    if (used_[arc] != 0) penalised_[arc] *= penalty;
  }
}

}  // namespace corridor::detail
