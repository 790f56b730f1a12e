#include "flow/congestion_descent.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace corridor {

namespace {

constexpr std::size_t most_steps = 15;
constexpr double good_enough = 0.01;       // relative gap
constexpr double first_steepness = 10;     // of the penalty's exponent, by the fullest capacity
constexpr double rise_of_steepness = 1.1;  // by step
constexpr double negligible = 1e-3;        // of a commodity's mean cost: a better path is not kept
constexpr int halvings = 20;               // of the step's length

class Descent {
 public:
  Descent(const FlowProblem& problem, PathPool& pool, PathSearch& search)
      : problem_{problem}, pool_{pool}, search_{search}, slope_(problem.row_count(), 0) {}

  CongestionDescent run() {
    const std::size_t rows = problem_.row_count();
    result_.load.assign(rows, 0);
    for (std::size_t row = 0; row < rows; ++row) {
      if (binds(row)) slope_[row] = 1 / problem_.capacity(row);
    }
    for (std::size_t step = 0; step < most_steps; ++step) {
      aim();
      move(step == 0 ? 1 : length());
      if (result_.congestion * (1 - good_enough) <= bound_) break;
      steepness_ *= rise_of_steepness;
      for (std::size_t row = 0; row < rows; ++row) {
        if (binds(row)) slope_[row] = excess(row, result_.load[row]) / problem_.capacity(row);
      }
    }
    choose_keys();
    return std::move(result_);
  }

 private:
  bool binds(std::size_t row) const {
    return problem_.capacity(row) > 0 && !std::isinf(problem_.capacity(row));
  }

  double excess(std::size_t row, double load) const {
    return std::exp(steepness_ * (load / problem_.capacity(row) / result_.congestion - 1));
  }

  /// Cheapest paths under the slopes: what all demand would load along them, and the bound.
  void aim() {
    aimed_.assign(slope_.size(), 0);
    chosen_.clear();
    double worth = 0;
    for (std::size_t row = 0; row < slope_.size(); ++row) {
      if (binds(row)) worth += slope_[row] * problem_.capacity(row);
    }
    slack_ = negligible * worth * result_.congestion /
             static_cast<double>(std::max<std::size_t>(problem_.commodities().size(), 1));
    double sum = 0;
    std::uint32_t cargo = UINT32_MAX;
    for (const Batch& batch : problem_.batches()) {
      if (std::exchange(cargo, batch.cargo) != batch.cargo) price_arcs(cargo);
      search_.run(batch.origin, problem_.targets(batch));
      for (std::size_t i = batch.first; i < batch.last; ++i) sum += choose(i);
    }
    if (worth <= 0 || sum / worth <= bound_) return;
    bound_ = sum / worth;
    result_.prices = slope_;
  }

  void price_arcs(std::uint32_t cargo) {
    problem_.spread(cargo, slope_, spread_);
    price_.resize(spread_.size());
    for (const ArcId arc : problem_.graph().arcs()) {
      const bool closed = problem_.cost(cargo, arc) == infinite_cost;
      price_[arc.index()] = closed ? infinite_cost : problem_.load(cargo) * spread_[arc.index()];
    }
    search_.price(price_);
  }

  /// The commodity's path: a known one, if no other is much better.
  double choose(std::size_t commodity) {
    const Commodity& wanted = problem_.commodities()[commodity];
    PathIndex best = no_path_index;
    double least = infinite_cost;
    for (PathIndex path = pool_.newest(commodity); path != no_path_index;
         path = pool_.older(path)) {
      double sum = 0;
      for (const ArcId arc : pool_.arcs(path)) sum += price_[arc.index()];
      if (sum < least) best = path;
      least = std::min(least, sum);
    }
    const double distance = search_.distance(wanted.to);
    if (best == no_path_index || wanted.volume * (least - distance) > slack_) {
      best = pool_.add(commodity, search_);
    }
    chosen_.push_back(best);
    const double load = wanted.volume * problem_.load(wanted.id.cargo);
    for (const std::uint32_t row : pool_.rows(best)) aimed_[row] += load;
    return wanted.volume * distance;
  }

  /// Where the penalty is least between the present loads and those aimed at.
  double length() const {
    double low = 0;
    double high = 1;
    for (int i = 0; i < halvings; ++i) {
      const double middle = (low + high) / 2;
      double rise = 0;
      double fullest = 0;
      for (std::size_t row = 0; row < aimed_.size(); ++row) {
        if (binds(row)) fullest = std::max(fullest, between(row, middle) / problem_.capacity(row));
      }
      for (std::size_t row = 0; row < aimed_.size(); ++row) {
        if (!binds(row)) continue;
        const double over = between(row, middle) / problem_.capacity(row) - fullest;
        rise += (aimed_[row] - result_.load[row]) / problem_.capacity(row) *
                std::exp(steepness_ * over / result_.congestion);
      }
      (rise > 0 ? high : low) = middle;
    }
    return (low + high) / 2;
  }

  double between(std::size_t row, double part) const {
    return (1 - part) * result_.load[row] + part * aimed_[row];
  }

  void move(double part) {
    weight_.resize(pool_.size(), 0);
    for (double& weight : weight_) weight *= 1 - part;
    for (const PathIndex path : chosen_) weight_[path] += part;
    result_.congestion = 0;
    for (std::size_t row = 0; row < aimed_.size(); ++row) {
      result_.load[row] = between(row, part);
      if (!binds(row)) continue;
      result_.congestion = std::max(result_.congestion, result_.load[row] / problem_.capacity(row));
    }
    if (result_.congestion == 0) result_.congestion = 1;
  }

  void choose_keys() {
    for (std::size_t i = 0; i < problem_.commodities().size(); ++i) {
      PathIndex key = pool_.newest(i);
      for (PathIndex path = key; path != no_path_index; path = pool_.older(path)) {
        if (weight_[path] > weight_[key]) key = path;
      }
      result_.keys.push_back(key);
    }
  }

  const FlowProblem& problem_;
  PathPool& pool_;
  PathSearch& search_;
  CongestionDescent result_;
  double bound_ = 0;
  double steepness_ = first_steepness;
  double slack_ = 0;
  std::vector<double> slope_;   // by row
  std::vector<double> aimed_;   // by row: load
  std::vector<double> spread_;  // by arc
  std::vector<double> price_;   // by arc
  std::vector<PathIndex> chosen_;
  std::vector<double> weight_;  // by path: part of its commodity
};

}  // namespace

CongestionDescent descend(const FlowProblem& problem, PathPool& pool, PathSearch& search) {
  return Descent{problem, pool, search}.run();
}

}  // namespace corridor
