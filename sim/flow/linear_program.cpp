#include "flow/linear_program.hpp"

#include <algorithm>

#include <ClpSimplex.hpp>

namespace corridor {

namespace {

constexpr double tolerance = 1e-9;

}  // namespace

struct LinearProgram::Model {
  ClpSimplex simplex;
};

LinearProgram::LinearProgram() : model_{std::make_unique<Model>()} {
  model_->simplex.setLogLevel(0);
  model_->simplex.scaling(0);  // those who state programs choose units near 1
  model_->simplex.setPrimalTolerance(tolerance);
  model_->simplex.setDualTolerance(tolerance);
  // Clp 1.17 does not survive columns without any row: one that limits nothing.
  model_->simplex.addRow(0, nullptr, nullptr, -COIN_DBL_MAX, COIN_DBL_MAX);
  model_->simplex.createStatus();
}
LinearProgram::~LinearProgram() = default;
LinearProgram::LinearProgram(LinearProgram&&) noexcept = default;
LinearProgram& LinearProgram::operator=(LinearProgram&&) noexcept = default;

std::size_t LinearProgram::row_count() const {
  return static_cast<std::size_t>(model_->simplex.numberRows());
}

std::size_t LinearProgram::column_count() const {
  return static_cast<std::size_t>(model_->simplex.numberColumns());
}

void LinearProgram::add_rows(const SparseLines& lines, std::span<const double> limit) {
  const std::vector<double> lower(lines.size(), -COIN_DBL_MAX);
  model_->simplex.addRows(static_cast<int>(lines.size()), lower.data(), limit.data(),
                          lines.start.data(), lines.index.data(), lines.value.data());
}

void LinearProgram::add_columns(const SparseLines& lines, std::span<const double> upper,
                                std::span<const double> cost) {
  const std::vector<double> lower(lines.size(), 0.0);
  model_->simplex.addColumns(static_cast<int>(lines.size()), lower.data(), upper.data(),
                             cost.data(), lines.start.data(), lines.index.data(),
                             lines.value.data());
}

void LinearProgram::set_cost(std::size_t column, double cost) {
  model_->simplex.setObjectiveCoefficient(static_cast<int>(column), cost);
}

/// Far more iterations than a basis of this size takes, unless it circles.
void LinearProgram::bound_effort() {
  const std::size_t size = row_count() + column_count();
  model_->simplex.setMaximumIterations(
      static_cast<int>(std::min<std::size_t>(10'000 + 50 * size, 2'000'000'000)));
}

bool LinearProgram::primal() {
  bound_effort();
  model_->simplex.primal();
  return model_->simplex.status() == 0;
}

bool LinearProgram::dual() {
  bound_effort();
  model_->simplex.dual();
  return model_->simplex.status() == 0;
}

double LinearProgram::objective() const { return model_->simplex.objectiveValue(); }

double LinearProgram::value(std::size_t column) const {
  return model_->simplex.primalColumnSolution()[column];
}

double LinearProgram::price(std::size_t row) const {
  return std::max(0.0, -model_->simplex.dualRowSolution()[row]);
}

double LinearProgram::reduced_cost(std::size_t column) const {
  return model_->simplex.dualColumnSolution()[column];
}

std::uint8_t LinearProgram::row_status(std::size_t row) const {
  return model_->simplex.getRowStatus(static_cast<int>(row));
}

std::uint8_t LinearProgram::column_status(std::size_t column) const {
  return model_->simplex.getColumnStatus(static_cast<int>(column));
}

void LinearProgram::set_row_status(std::size_t row, std::uint8_t status) {
  model_->simplex.setRowStatus(static_cast<int>(row), static_cast<ClpSimplex::Status>(status));
}

void LinearProgram::set_column_status(std::size_t column, std::uint8_t status) {
  model_->simplex.setColumnStatus(static_cast<int>(column),
                                  static_cast<ClpSimplex::Status>(status));
}

}  // namespace corridor
