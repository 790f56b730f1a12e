#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "flow/assignment_parts.hpp"
#include "flow/path_flows.hpp"
#include "flow/path_search.hpp"

namespace corridor::detail {

namespace {

/// Rounds over the pairs after a pass at most, and what share of the first round's saving ends
/// them.
constexpr int most_rounds = 30;
constexpr double least_saving = 1e-2;
/// Of what a pair's paths cost: a path that is cheaper by less is the same to within rounding.
constexpr double cheaper = 1 - 1e-14;
/// Passes without a gap a tenth better than the best so far after which there is no more to be had
/// from doubles.
constexpr std::size_t patience = 40;

class PathSolver {
 public:
  PathSolver(const AssignmentProblem& problem, const AssignmentOptions& options)
      : problem_{problem},
        options_{options},
        flows_{problem},
        search_{*problem.network->graph, problem.network->no_passing, problem.network->hierarchy} {}

  Assignment solve();

 private:
  template <class Visit>
  void visit_pairs(bool is_loading, const Visit& visit);
  void load_what_has_no_path();
  void pass();
  void weigh();
  void consider(std::size_t pair);
  void even_out();
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }

  const AssignmentProblem& problem_;
  const AssignmentOptions& options_;
  PathFlows flows_;
  PathSearch search_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::vector<double> price_;
  std::vector<VertexId> targets_;
  std::vector<ArcId> path_;
  std::vector<std::size_t> moving_;  // pairs of several paths
  std::vector<double> excess_;       // of the pass, by class
  std::vector<double> cost_;
  double gap_ = 1;
  double worst_gap_ = 1;  // of a class by itself: in the sum, dear hours would hide others
  double best_gap_ = 1;
  std::size_t since_best_ = 0;
  std::size_t passes_ = 0;
};

/// Searches for the pairs, class by class, each at the times of when its class comes; where pairs
/// are loaded, only for those without a path.
template <class Visit>
void PathSolver::visit_pairs(bool is_loading, const Visit& visit) {
  const std::vector<PathFlows::Pair>& pairs = flows_.pairs();
  const auto is_meant = [&](std::size_t i) { return !is_loading || pairs[i].paths.empty(); };
  std::uint32_t priced = UINT32_MAX;
  for (std::size_t i = 0; i < pairs.size();) {
    const std::size_t first = i;
    targets_.clear();
    for (; i < pairs.size() && pairs[i].of_class == pairs[first].of_class &&
           pairs[i].from == pairs[first].from;
         ++i) {
      if (is_meant(i)) targets_.push_back(pairs[i].to);
    }
    if (targets_.empty()) continue;
    if (std::exchange(priced, pairs[first].of_class) != pairs[first].of_class) {
      flows_.costs(priced, price_);
      search_.price(price_);
    }
    search_.run(pairs[first].from, targets_);
    for (std::size_t at = first; at < i; ++at) {
      if (is_meant(at)) visit(at);
    }
  }
}

void PathSolver::load_what_has_no_path() {
  visit_pairs(true, [&](std::size_t i) {
    path_.clear();
    search_.path(flows_.pairs()[i].to, path_);
    flows_.load(flows_.add(i, path_), flows_.pairs()[i].volume);
  });
}

/// Weighs a pair by the last search, and lets it know a path that is cheaper than all it has.
void PathSolver::consider(std::size_t i) {
  const PathFlows::Pair& pair = flows_.pairs()[i];
  const double distance = search_.distance(pair.to);
  double least = flows_.cost(pair.paths.front());
  for (const PathFlows::Index path : pair.paths) {
    const double cost = flows_.cost(path);
    least = std::min(least, cost);
    cost_[pair.of_class] += flows_.flow(path) * cost;
    excess_[pair.of_class] += flows_.flow(path) * (cost - distance);
  }
  if (distance < least * cheaper) {
    path_.clear();
    search_.path(pair.to, path_);
    flows_.add(i, path_);
  }
  if (pair.paths.size() > 1) moving_.push_back(i);
}

void PathSolver::pass() {
  excess_.assign(problem_.classes.size(), 0);
  cost_.assign(problem_.classes.size(), 0);
  moving_.clear();
  visit_pairs(false, [&](std::size_t i) { consider(i); });
  weigh();
  ++passes_;
  since_best_ = worst_gap_ < 0.9 * best_gap_ ? 0 : since_best_ + 1;
  best_gap_ = std::min(best_gap_, worst_gap_);
  if (options_.progress) {
    options_.progress({passes_, gap_, objective_of(problem_, flows_.by_class()), seconds()});
  }
}

void PathSolver::weigh() {
  double excess = 0;
  double cost = 0;
  worst_gap_ = 0;
  for (std::size_t k = 0; k < excess_.size(); ++k) {
    excess += excess_[k];
    cost += cost_[k];
    if (cost_[k] > 0) worst_gap_ = std::max(worst_gap_, excess_[k] / cost_[k]);
  }
  gap_ = cost > 0 ? std::max(0.0, excess / cost) : 0;
}

void PathSolver::even_out() {
  double first = 0;
  for (int round = 0; round < most_rounds; ++round) {
    double saved = 0;
    for (const std::size_t pair : moving_) saved += flows_.even_out(pair);
    if (round == 0) first = saved;
    if (saved <= least_saving * first) break;
  }
  flows_.drop_idle();
  flows_.add_up();
}

Assignment PathSolver::solve() {
  const Assignment* start = options_.start;
  const bool is_warm =
      start != nullptr && start->memory != nullptr && start->memory->paths != nullptr;
  if (is_warm) flows_.take_over(*start->memory->paths);
  load_what_has_no_path();
  flows_.add_up();
  pass();
  while (worst_gap_ > options_.gap && passes_ < options_.most_iterations &&
         since_best_ < patience) {
    even_out();
    pass();
  }
  Assignment answer = answer_of(problem_, flows_.by_class(), nullptr, flows_.memory());
  answer.relative_gap = gap_;
  answer.iterations = passes_;
  answer.converged = gap_ <= options_.gap;
  return answer;
}

}  // namespace

Assignment assign_by_paths(const AssignmentProblem& problem, const AssignmentOptions& options) {
  return PathSolver{problem, options}.solve();
}

}  // namespace corridor::detail
