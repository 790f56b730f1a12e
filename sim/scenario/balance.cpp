#include "corridor/scenario/balance.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace corridor {

namespace {

/// Scales the rows and columns of one table in turn.
class Fitting {
 public:
  explicit Fitting(const BalanceProblem& problem)
      : problem_{problem},
        whole_{std::accumulate(problem.rows.begin(), problem.rows.end(), 0.0)},
        row_factors_(problem.rows.size(), 1),
        column_factors_(problem.columns.size(), 1),
        sums_(std::max(problem.rows.size(), problem.columns.size())) {
    assert(problem.seed.size() == problem.rows.size() * problem.columns.size());
  }

  Balance run(const BalanceOptions& options) {
    Balance result;
    while (result.rounds < options.most_rounds) {
      ++result.rounds;
      fit_rows();
      fit_columns();
      result.worst = row_error();
      if (!std::isfinite(result.worst)) break;
      result.converged = result.worst <= options.tolerance;
      if (result.converged) break;
    }
    result.flows = flows();
    result.worst = std::max(result.worst, column_error(result.flows));
    result.converged = result.converged && result.worst <= options.tolerance;
    result.row_factors = std::move(row_factors_);
    result.column_factors = std::move(column_factors_);
    return result;
  }

 private:
  std::size_t columns() const { return problem_.columns.size(); }
  double seed(std::size_t row, std::size_t column) const {
    return problem_.seed[row * columns() + column];
  }

  /// What stands in the way of a margin of 0, and cannot be scaled to another, gets the factor 0.
  static double factor(double wanted, double sum) { return sum > 0 ? wanted / sum : 0; }

  void fit_rows() {
    for (std::size_t i = 0; i < row_factors_.size(); ++i) {
      row_factors_[i] = factor(problem_.rows[i], row_sum(i));
    }
  }

  void fit_columns() {
    std::fill(sums_.begin(), sums_.end(), 0.0);
    for (std::size_t i = 0; i < row_factors_.size(); ++i) {
      for (std::size_t j = 0; j < columns(); ++j) sums_[j] += seed(i, j) * row_factors_[i];
    }
    for (std::size_t j = 0; j < columns(); ++j) {
      column_factors_[j] = factor(problem_.columns[j], sums_[j]);
    }
  }

  double row_sum(std::size_t row) const {
    double sum = 0;
    for (std::size_t j = 0; j < columns(); ++j) sum += seed(row, j) * column_factors_[j];
    return sum;
  }

  double share(double amount) const { return whole_ > 0 ? amount / whole_ : amount; }

  double row_error() const {
    double worst = 0;
    for (std::size_t i = 0; i < row_factors_.size(); ++i) {
      const double error = std::abs(row_factors_[i] * row_sum(i) - problem_.rows[i]);
      if (!std::isfinite(error)) return error;  // factors that run off: no table fits
      worst = std::max(worst, share(error));
    }
    return worst;
  }

  double column_error(const std::vector<double>& flows) const {
    double worst = 0;
    for (std::size_t j = 0; j < columns(); ++j) {
      double sum = 0;
      for (std::size_t i = 0; i < row_factors_.size(); ++i) sum += flows[i * columns() + j];
      worst = std::max(worst, share(std::abs(sum - problem_.columns[j])));
    }
    return worst;
  }

  std::vector<double> flows() const {
    std::vector<double> flows;
    flows.reserve(problem_.seed.size());
    for (std::size_t i = 0; i < row_factors_.size(); ++i) {
      for (std::size_t j = 0; j < columns(); ++j) {
        flows.push_back(row_factors_[i] * seed(i, j) * column_factors_[j]);
      }
    }
    return flows;
  }

  const BalanceProblem& problem_;
  double whole_;
  std::vector<double> row_factors_;
  std::vector<double> column_factors_;
  std::vector<double> sums_;
};

}  // namespace

Balance balance(const BalanceProblem& problem, const BalanceOptions& options) {
  return Fitting{problem}.run(options);
}

}  // namespace corridor
