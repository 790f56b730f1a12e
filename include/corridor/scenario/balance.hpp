#pragma once

#include <cstddef>
#include <vector>

namespace corridor {

/// A table of weights, and what its rows and columns shall add up to.
struct BalanceProblem {
  std::vector<double> seed;     // row by row, 0 or more; 0: nothing may stand there
  std::vector<double> rows;     // 0 or more
  std::vector<double> columns;  // 0 or more, with the same sum as the rows
};

struct BalanceOptions {
  double tolerance = 1e-12;  // of a margin, as a share of the whole
  int most_rounds = 2'000;
};

/// The table with row i multiplied by row_factors[i] and column j by column_factors[j].
struct Balance {
  std::vector<double> flows;  // row by row
  std::vector<double> row_factors;
  std::vector<double> column_factors;
  int rounds = 0;
  double worst = 0;  // greatest error of a margin, as a share of the whole
  bool converged = false;
};

/// The table that is nearest to the seed (in relative entropy) among those with the wanted margins:
/// the doubly constrained gravity model. Rows and columns are scaled in turn until all margins hold
/// (iterative proportional fitting: Deming and Stephan 1940; Furness 1965). The ratios
/// t_ij t_kl / (t_il t_kj) are those of the seed, which makes the answer the only one. Where zeros
/// of the seed, or margins of different sums, leave no such table, it does not converge.
Balance balance(const BalanceProblem& problem, const BalanceOptions& options = {});

}  // namespace corridor
