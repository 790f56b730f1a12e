#include "corridor/flow/stochastic_assignment.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "corridor/core/stopwatch.hpp"

#include "flow/assignment_parts.hpp"
#include "flow/choice_paths.hpp"
#include "flow/path_sets.hpp"

namespace corridor {

namespace {

/// By how much the divisor of the step grows after a step that has widened the gap, and after one
/// that has not.
constexpr double growth_after_loss = 1.9;
constexpr double growth_after_gain = 0.05;

/// How well the first sets of paths are loaded, only to find more at the times that come of it.
constexpr double first_gap = 1e-3;

void check(const StochasticOptions& options, std::size_t classes) {
  if (!options.scales.empty() && options.scales.size() != classes) {
    throw std::invalid_argument{"there is not a scale for each class"};
  }
  for (std::size_t i = 0; i < std::max<std::size_t>(1, options.scales.size()); ++i) {
    if (options.scale_of(i) > 0 && std::isfinite(options.scale_of(i))) continue;
    throw std::invalid_argument{"the scale of the choice is not above 0"};
  }
  if (options.most_paths == 0) throw std::invalid_argument{"a pair needs a path"};
  if (!(options.most_detour >= 1)) throw std::invalid_argument{"the most detour is less than 1"};
  if (!(options.gap >= 0)) throw std::invalid_argument{"the gap is negative or not a number"};
}

class Averaging {
 public:
  Averaging(const detail::AssignmentProblem& problem, const StochasticOptions& options)
      : problem_{problem},
        options_{options},
        sets_{problem, options},
        paths_{problem, options},
        by_class_(problem.arc_count() * problem.classes.size()),
        volume_(problem.arc_count()),
        time_(problem.arc_count()) {}

  StochasticAssignment run() {
    // Half of the paths are of the empty network.
    add_paths(options_.most_paths - options_.most_paths / 2);
    // All that have yet to choose do so in the empty network.
    paths_.choose(time_);
    paths_.move(1);
    average(std::max(options_.gap, first_gap));
    if (add_paths(options_.most_paths) > 0 || gap_ > options_.gap) average(options_.gap);
    return answer();
  }

 private:
  std::size_t add_paths(std::size_t most) {
    problem_.delays.times(volume_, time_);
    const std::size_t added = sets_.add(time_, most);
    if (added > 0) paths_.take(sets_.sets());
    return added;
  }

  void average(double gap) {
    double divisor = 1;
    double last = std::numeric_limits<double>::infinity();
    for (;; ++iterations_) {
      paths_.load(by_class_);
      add_up(problem_, by_class_, volume_);
      problem_.delays.times(volume_, time_);
      gap_ = paths_.choose(time_);
      tell();
      if (gap_ <= gap || iterations_ == options_.most_iterations) return;
      paths_.move(1 / divisor);
      divisor += gap_ < last ? growth_after_gain : growth_after_loss;
      last = gap_;
    }
  }

  void tell() {
    seconds_ += watch_.lap();
    if (!options_.progress) return;
    options_.progress({iterations_, gap_, 0, seconds_});
    watch_.lap();
  }

  StochasticAssignment answer() const {
    Assignment plain = answer_of(problem_, by_class_);
    StochasticAssignment result;
    result.volume = std::move(plain.volume);
    result.by_class = std::move(plain.by_class);
    result.carried = std::move(plain.carried);
    result.gap = gap_;
    result.iterations = iterations_;
    result.converged = gap_ <= options_.gap;
    const std::vector<detail::PathSet>& sets = sets_.sets();
    for (std::size_t i = 0; i < sets.size(); ++i) {
      result.pairs.push_back(pair_of(sets[i], paths_.shares(i)));
    }
    return result;
  }

  ChoosingPair pair_of(const detail::PathSet& set, std::span<const double> shares) const {
    const Graph& graph = *problem_.network->graph;
    ChoosingPair pair;
    pair.of_class = set.of_class;
    pair.volume = set.volume / problem_.classes[set.of_class].load;
    for (std::size_t i = 0; i < set.paths.size(); ++i) {
      ChosenPath path;
      for (const std::uint32_t arc : set.paths[i]) path.arcs.push_back(problem_.id[arc]);
      path.share = shares[i];
      pair.paths.push_back(std::move(path));
    }
    pair.from = graph.tail(pair.paths[0].arcs.front());
    pair.to = graph.head(pair.paths[0].arcs.back());
    return pair;
  }

  const detail::AssignmentProblem& problem_;
  const StochasticOptions& options_;
  detail::PathSets sets_;
  detail::ChoicePaths paths_;
  detail::ClassVolumes by_class_;
  std::vector<double> volume_;
  std::vector<double> time_;
  double gap_ = 0;
  std::size_t iterations_ = 0;
  double seconds_ = 0;
  Stopwatch watch_;
};

}  // namespace

StochasticAssignment assign_by_choice(const CongestedNetwork& network,
                                      std::span<const DemandClass> classes,
                                      const StochasticOptions& options) {
  check(options, classes.size());
  const detail::AssignmentProblem problem =
      detail::problem_of(network, classes, Principle::user_equilibrium);
  return Averaging{problem, options}.run();
}

}  // namespace corridor
