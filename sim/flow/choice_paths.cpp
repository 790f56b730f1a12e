#include "flow/choice_paths.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace corridor::detail {

ChoicePaths::ChoicePaths(const AssignmentProblem& problem, const StochasticOptions& options)
    : problem_{problem},
      options_{options},
      cost_(problem.arc_count() * problem.classes.size()),
      first_path_{0},
      first_arc_{0} {}

void ChoicePaths::take(const std::vector<PathSet>& sets) {
  const std::vector<std::size_t> old_first = std::exchange(first_path_, {0});
  const std::vector<double> old_share = std::exchange(share_, {});
  std::vector<double> count(problem_.arc_count());
  first_arc_ = {0};
  arcs_.clear();
  weight_.clear();
  class_.clear();
  volume_.clear();
  for (const PathSet& set : sets) {
    const std::size_t s = class_.size();
    class_.push_back(set.of_class);
    volume_.push_back(set.volume);
    for (std::size_t i = 0; i < set.paths.size(); ++i) {
      arcs_.insert(arcs_.end(), set.paths[i].begin(), set.paths[i].end());
      first_arc_.push_back(arcs_.size());
      const bool is_old = s + 1 < old_first.size() && i < old_first[s + 1] - old_first[s];
      share_.push_back(is_old ? old_share[old_first[s] + i] : 0);
    }
    weigh(set, count);
    first_path_.push_back(share_.size());
  }
  wanted_.assign(share_.size(), 0);
}

void ChoicePaths::weigh(const PathSet& set, std::vector<double>& count) {
  if (options_.choice == RouteChoice::logit) {
    weight_.resize(weight_.size() + set.paths.size(), 1);
    return;
  }
  const std::vector<double>& fixed = problem_.classes[set.of_class].fixed;
  for (const auto& path : set.paths) {
    for (const std::uint32_t arc : path) count[arc] += 1;
  }
  for (const auto& path : set.paths) {
    double whole = 0;
    double own = 0;
    for (const std::uint32_t arc : path) {
      const double length = problem_.delays.time(arc, 0) + (fixed.empty() ? 0 : fixed[arc]);
      whole += length;
      own += length / count[arc];
    }
    weight_.push_back(whole > 0 ? own / whole : 1);
  }
  for (const auto& path : set.paths) {
    for (const std::uint32_t arc : path) count[arc] = 0;
  }
}

void ChoicePaths::load(ClassVolumes& by_class) const {
  std::fill(by_class.begin(), by_class.end(), 0.0);
  for (std::size_t set = 0; set < class_.size(); ++set) {
    double* volume = by_class.data() + class_[set] * problem_.arc_count();
    for (std::size_t path = first_path_[set]; path < first_path_[set + 1]; ++path) {
      const double trips = volume_[set] * share_[path];
      for (std::size_t i = first_arc_[path]; i < first_arc_[path + 1]; ++i) {
        volume[arcs_[i]] += trips;
      }
    }
  }
}

double ChoicePaths::choose(std::span<const double> time) {
  const std::size_t arcs = problem_.arc_count();
  for (std::size_t k = 0; k < problem_.classes.size(); ++k) {
    costs_of(problem_, problem_.classes[k], time, std::span{cost_}.subspan(k * arcs, arcs));
  }
  double trips = 0;
  double astray = 0;
  for (std::size_t set = 0; set < class_.size(); ++set) {
    choose_in(set, cost_.data() + class_[set] * arcs);
    double moving = 0;
    for (std::size_t path = first_path_[set]; path < first_path_[set + 1]; ++path) {
      moving += std::abs(wanted_[path] - share_[path]);
    }
    trips += volume_[set];
    astray += volume_[set] * moving / 2;  // who leaves one path arrives at another
  }
  return trips > 0 ? astray / trips : 0;
}

void ChoicePaths::choose_in(std::size_t set, const double* cost) {
  double cheapest = std::numeric_limits<double>::infinity();
  for (std::size_t path = first_path_[set]; path < first_path_[set + 1]; ++path) {
    double sum = 0;
    for (std::size_t i = first_arc_[path]; i < first_arc_[path + 1]; ++i) sum += cost[arcs_[i]];
    wanted_[path] = sum;
    cheapest = std::min(cheapest, sum);
  }
  const double scale = options_.scale_of(class_[set]);
  double all = 0;
  for (std::size_t path = first_path_[set]; path < first_path_[set + 1]; ++path) {
    wanted_[path] = weight_[path] * std::exp(-scale * (wanted_[path] - cheapest));
    all += wanted_[path];
  }
  for (std::size_t path = first_path_[set]; path < first_path_[set + 1]; ++path) {
    wanted_[path] /= all;
  }
}

void ChoicePaths::move(double step) {
  for (std::size_t path = 0; path < share_.size(); ++path) {
    share_[path] += step * (wanted_[path] - share_[path]);
  }
}

}  // namespace corridor::detail
