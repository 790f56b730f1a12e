#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace corridor {

/// Rows (or columns) with their entries, one after another.
struct SparseLines {
  std::vector<int> start{0};
  std::vector<int> index;
  std::vector<double> value;

  std::size_t size() const { return start.size() - 1; }
  void put(int at, double entry) {
    index.push_back(at);
    value.push_back(entry);
  }
  void end_line() { start.push_back(static_cast<int>(index.size())); }
};

/// Minimise cost x, subject to rows <= limit and 0 <= x <= upper, by the simplex methods of
/// COIN-OR Clp, each start being the last basis; the library's only door.
class LinearProgram {
 public:
  LinearProgram();
  ~LinearProgram();
  LinearProgram(LinearProgram&&) noexcept;
  LinearProgram& operator=(LinearProgram&&) noexcept;

  std::size_t row_count() const;
  std::size_t column_count() const;
  /// Slack, or at zero, until a solver finds better.
  void add_rows(const SparseLines& lines, std::span<const double> limit);
  void add_columns(const SparseLines& lines, std::span<const double> upper,
                   std::span<const double> cost);
  void set_cost(std::size_t column, double cost);

  /// For new columns and costs, and for new rows. False: no optimum within the iterations allowed.
  bool primal();
  bool dual();

  double objective() const;
  double value(std::size_t column) const;
  double price(std::size_t row) const;  // how far the objective falls by a unit more of the limit
  double reduced_cost(std::size_t column) const;

  /// Whether it is basic, at which bound: to be given back, nothing else.
  std::uint8_t row_status(std::size_t row) const;
  std::uint8_t column_status(std::size_t column) const;
  void set_row_status(std::size_t row, std::uint8_t status);
  void set_column_status(std::size_t column, std::uint8_t status);

 private:
  struct Model;
  void bound_effort();
  std::unique_ptr<Model> model_;
};

}  // namespace corridor
