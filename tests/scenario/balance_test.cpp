#include "corridor/scenario/balance.hpp"

#include <cmath>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace corridor {
namespace {

/// Margins made from a table, so that there is one that has them.
BalanceProblem random_problem() {
  const auto rows = *rc::gen::inRange<std::size_t>(1, 7);
  const auto columns = *rc::gen::inRange<std::size_t>(1, 7);
  BalanceProblem problem;
  problem.rows.assign(rows, 0);
  problem.columns.assign(columns, 0);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      problem.seed.push_back(*rc::gen::inRange(1, 1000));
      const double amount = *rc::gen::inRange(1, 1000);
      problem.rows[i] += amount;
      problem.columns[j] += amount;
    }
  }
  return problem;
}

double sum(const std::vector<double>& list) {
  return std::accumulate(list.begin(), list.end(), 0.0);
}

TEST(BalanceOf, AFlatSeedIsTheProductOfItsMargins) {
  // 30 of 100 leave the first row, 60 arrive in the first column: 18 do both, and so on.
  const Balance found = balance({{1, 1, 1, 1}, {30, 70}, {60, 40}});
  ASSERT_TRUE(found.converged);
  const std::vector<double> wanted = {18, 12, 42, 28};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(found.flows[i], wanted[i], 1e-12);
}

TEST(BalanceOf, ATwoByTwoTableKeepsTheRatioOfItsSeed) {
  // Margins 10, 10 and 10, 10 leave one unknown: x, 10 - x / 10 - x, x. The seed's cross ratio is
  // (4 x 1)/(1 x 1) = 4 = x^2/(10 - x)^2, so x = 2 (10 - x) = 20/3.
  const Balance found = balance({{4, 1, 1, 1}, {10, 10}, {10, 10}});
  ASSERT_TRUE(found.converged);
  const double x = 20.0 / 3;
  const std::vector<double> wanted = {x, 10 - x, 10 - x, x};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(found.flows[i], wanted[i], 1e-10);
}

TEST(BalanceOf, ThreePlacesSendNothingToThemselves) {
  // Each of three places sends and takes as much as the others: half to each of the other two.
  const Balance found = balance({{0, 1, 1, 1, 0, 1, 1, 1, 0}, {2, 2, 2}, {2, 2, 2}});
  ASSERT_TRUE(found.converged);
  const std::vector<double> wanted = {0, 1, 1, 1, 0, 1, 1, 1, 0};
  for (std::size_t i = 0; i < 9; ++i) EXPECT_NEAR(found.flows[i], wanted[i], 1e-12);
}

TEST(BalanceOf, ZerosOfTheSeedThatLeaveNoTableAreTold) {
  // The first row may go to the first column only, which takes 1 of its 2.
  EXPECT_FALSE(balance({{1, 0, 1, 1}, {2, 1}, {1, 2}}).converged);
  // Nothing may stand in the second row.
  EXPECT_FALSE(balance({{1, 1, 0, 0}, {1, 1}, {1, 1}}).converged);
}

TEST(BalanceOf, MarginsOfDifferentSumsAreTold) {
  EXPECT_FALSE(balance({{1, 1, 1, 1}, {1, 1}, {1, 2}}).converged);
}

TEST(BalanceOf, MarginsOfNothingTakeNothing) {
  const Balance found = balance({{1, 2, 3, 4}, {0, 5}, {5, 0}});
  ASSERT_TRUE(found.converged);
  EXPECT_EQ(found.flows, (std::vector<double>{0, 0, 5, 0}));
}

TEST(BalanceOf, ItsMarginsHold) {
  EXPECT_TRUE(rc::check([] {
    const BalanceProblem problem = random_problem();
    const Balance found = balance(problem);
    RC_ASSERT(found.converged);
    const double near = 1e-11 * sum(problem.rows);
    const std::size_t columns = problem.columns.size();
    std::vector<double> column_sums(columns, 0);
    for (std::size_t i = 0; i < problem.rows.size(); ++i) {
      double row_sum = 0;
      for (std::size_t j = 0; j < columns; ++j) {
        row_sum += found.flows[i * columns + j];
        column_sums[j] += found.flows[i * columns + j];
      }
      RC_ASSERT(std::abs(row_sum - problem.rows[i]) <= near);
    }
    for (std::size_t j = 0; j < columns; ++j) {
      RC_ASSERT(std::abs(column_sums[j] - problem.columns[j]) <= near);
    }
  }));
}

TEST(BalanceOf, CrossRatiosAreThoseOfTheSeed) {
  EXPECT_TRUE(rc::check([] {
    const BalanceProblem problem = random_problem();
    const Balance found = balance(problem);
    const std::size_t columns = problem.columns.size();
    const auto ratio = [&](const std::vector<double>& table, std::size_t i, std::size_t j) {
      return table[0] * table[i * columns + j] / (table[j] * table[i * columns]);
    };
    for (std::size_t i = 1; i < problem.rows.size(); ++i) {
      for (std::size_t j = 1; j < columns; ++j) {
        const double wanted = ratio(problem.seed, i, j);
        RC_ASSERT(std::abs(ratio(found.flows, i, j) - wanted) <= 1e-9 * wanted);
      }
    }
  }));
}

TEST(BalanceOf, ItsTableIsThatOfItsFactors) {
  EXPECT_TRUE(rc::check([] {
    const BalanceProblem problem = random_problem();
    const Balance found = balance(problem);
    for (std::size_t k = 0; k < problem.seed.size(); ++k) {
      const std::size_t columns = problem.columns.size();
      RC_ASSERT(found.flows[k] == found.row_factors[k / columns] * problem.seed[k] *
                                      found.column_factors[k % columns]);
    }
  }));
}

TEST(BalanceOf, DoublingTheMarginsDoublesEveryFlow) {
  EXPECT_TRUE(rc::check([] {
    BalanceProblem problem = random_problem();
    const Balance once = balance(problem);
    for (double& margin : problem.rows) margin *= 2;
    for (double& margin : problem.columns) margin *= 2;
    const Balance twice = balance(problem);
    for (std::size_t k = 0; k < once.flows.size(); ++k) {
      RC_ASSERT(twice.flows[k] == 2 * once.flows[k]);  // twice is exact
    }
  }));
}

TEST(BalanceOf, ScalingARowOfTheSeedChangesNothing) {
  EXPECT_TRUE(rc::check([] {
    BalanceProblem problem = random_problem();
    const Balance before = balance(problem);
    const std::size_t columns = problem.columns.size();
    for (std::size_t j = 0; j < columns; ++j) problem.seed[j] *= 37;
    const Balance after = balance(problem);
    const double near = 1e-9 * sum(problem.rows);
    for (std::size_t k = 0; k < before.flows.size(); ++k) {
      RC_ASSERT(std::abs(after.flows[k] - before.flows[k]) <= near);
    }
  }));
}

TEST(BalanceOf, NoOtherTableWithItsMarginsIsNearerToTheSeed) {
  // Moving a little round a square of four cells keeps the margins; the relative entropy
  // sum t log(t/s) must not fall.
  const auto entropy = [](const std::vector<double>& table, const std::vector<double>& seed) {
    double total = 0;
    for (std::size_t k = 0; k < table.size(); ++k) total += table[k] * std::log(table[k] / seed[k]);
    return total;
  };
  EXPECT_TRUE(rc::check([&] {
    const BalanceProblem problem = random_problem();
    const std::size_t columns = problem.columns.size();
    RC_PRE(problem.rows.size() >= 2U && columns >= 2U);
    const Balance found = balance(problem);
    const auto i = *rc::gen::inRange<std::size_t>(1, problem.rows.size());
    const auto j = *rc::gen::inRange<std::size_t>(1, columns);
    const double least = std::min(std::min(found.flows[0], found.flows[j]),
                                  std::min(found.flows[i * columns], found.flows[i * columns + j]));
    for (const double step : {0.1 * least, -0.1 * least}) {
      std::vector<double> other = found.flows;
      other[0] += step;
      other[j] -= step;
      other[i * columns] -= step;
      other[i * columns + j] += step;
      RC_ASSERT(entropy(other, problem.seed) >= entropy(found.flows, problem.seed));
    }
  }));
}

}  // namespace
}  // namespace corridor
