#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "corridor/core/stopwatch.hpp"

#include "flow/all_or_nothing.hpp"
#include "flow/assignment_parts.hpp"
#include "flow/conjugate_target.hpp"
#include "flow/line_search.hpp"

namespace corridor::detail {

namespace {

/// A step longer than this arrives at its target, from which no conjugate way leads on.
constexpr double whole_step = 0.99;

/// Frank and Wolfe's method (1956) for assignment (LeBlanc, Morlok and Pierskalla 1975) and its
/// conjugate forms: from the volumes to a target, as far as the objective falls, again and again.
class Directions {
 public:
  Directions(const AssignmentProblem& problem, const AssignmentOptions& options)
      : problem_{problem},
        options_{options},
        all_or_nothing_{problem},
        line_search_{problem},
        time_(problem.arc_count()),
        slope_(problem.arc_count()),
        way_(problem.arc_count()) {
    for (Point* point : {&at_, &fresh_, &target_, &last_, &earlier_}) {
      point->by_class.resize(problem.arc_count() * problem.classes.size());
      point->volume.resize(problem.arc_count());
    }
  }

  Assignment run() {
    begin();
    std::size_t iteration = 0;
    for (;; ++iteration) {
      problem_.delays.times_and_slopes(at_.volume, time_, slope_);
      find_fresh();
      tell(iteration);
      if (relative_gap_ <= options_.gap || iteration == options_.most_iterations || !move()) break;
    }
    Assignment answer = answer_of(problem_, at_.by_class);
    answer.relative_gap = relative_gap_;
    answer.iterations = iteration;
    answer.converged = relative_gap_ <= options_.gap;
    return answer;
  }

 private:
  struct Point {
    ClassVolumes by_class;
    std::vector<double> volume;  // of links
  };

  void begin() {
    StartVolumes start = volumes_of_start(problem_, options_.start);
    if (start.carries_demand) {
      at_.by_class = std::move(start.by_class);
    } else {
      if (!start.by_class.empty()) add_up(problem_, start.by_class, at_.volume);
      problem_.delays.times(at_.volume, time_);
      all_or_nothing_.load(time_, at_.by_class);
    }
    add_up(problem_, at_.by_class, at_.volume);
  }

  /// The target of Frank and Wolfe, and how much cheaper it is at the present times.
  void find_fresh() {
    const double least = all_or_nothing_.load(time_, fresh_.by_class);
    add_up(problem_, fresh_.by_class, fresh_.volume);
    double cost = fixed_cost(at_);
    for (std::size_t arc = 0; arc < time_.size(); ++arc) cost += time_[arc] * at_.volume[arc];
    relative_gap_ = cost > 0 ? std::max(0.0, (cost - least) / cost) : 0;
  }

  double fixed_cost(const Point& point) const {
    const std::size_t arcs = problem_.arc_count();
    double sum = 0;
    for (std::size_t k = 0; k < problem_.classes.size(); ++k) {
      const std::vector<double>& fixed = problem_.classes[k].fixed;
      for (std::size_t arc = 0; arc < fixed.size(); ++arc) {
        const double volume = point.by_class[k * arcs + arc];
        if (volume != 0) sum += fixed[arc] * volume;
      }
    }
    return sum;
  }

  void tell(std::size_t iteration) {
    seconds_ += watch_.lap();
    if (!options_.progress) return;
    options_.progress({iteration, relative_gap_, objective_of(problem_, at_.by_class), seconds_});
    watch_.lap();
  }

  /// False where no way leads further down.
  bool move() {
    const TargetMix mix = mix_of(options_.method, {at_.volume, fresh_.volume, last_.volume,
                                                   earlier_.volume, slope_, targets_, step_});
    step_ = aim(mix);
    // Far from where they were found, old targets may lead up.
    if (step_ == 0 && !mix.is_plain()) step_ = aim({});
    if (step_ == 0) return false;
    for (std::size_t i = 0; i < at_.by_class.size(); ++i) {
      at_.by_class[i] += step_ * (target_.by_class[i] - at_.by_class[i]);
    }
    add_up(problem_, at_.by_class, at_.volume);
    std::swap(earlier_, last_);
    std::swap(last_, target_);
    targets_ = step_ > whole_step ? 0 : std::min<std::size_t>(targets_ + 1, 2);
    return true;
  }

  /// Mixes the target, and says how far to go to it.
  double aim(const TargetMix& mix) {
    for (std::size_t i = 0; i < target_.by_class.size(); ++i) {
      target_.by_class[i] = mix.fresh * fresh_.by_class[i];
      if (mix.is_plain()) continue;
      target_.by_class[i] += mix.last * last_.by_class[i] + mix.earlier * earlier_.by_class[i];
    }
    add_up(problem_, target_.by_class, target_.volume);
    const double fixed_slope = fixed_cost(target_) - fixed_cost(at_);
    double slope = fixed_slope;
    for (std::size_t arc = 0; arc < way_.size(); ++arc) {
      way_[arc] = target_.volume[arc] - at_.volume[arc];
      slope += time_[arc] * way_[arc];
    }
    return slope < 0 ? line_search_.best_step(at_.volume, way_, fixed_slope) : 0;
  }

  const AssignmentProblem& problem_;
  const AssignmentOptions& options_;
  AllOrNothing all_or_nothing_;
  LineSearch line_search_;
  Point at_;
  Point fresh_;
  Point target_;
  Point last_;               // the target before
  Point earlier_;            // and the one before that
  std::size_t targets_ = 0;  // how many of these two are there
  double step_ = 0;          // the last one
  std::vector<double> time_;
  std::vector<double> slope_;
  std::vector<double> way_;
  double relative_gap_ = 0;
  double seconds_ = 0;
  Stopwatch watch_;
};

}  // namespace

Assignment assign_by_directions(const AssignmentProblem& problem,
                                const AssignmentOptions& options) {
  return Directions{problem, options}.run();
}

}  // namespace corridor::detail
