#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "flow/flow_problem.hpp"
#include "flow/linear_program.hpp"
#include "flow/path_pool.hpp"

namespace corridor {

enum class MasterAim : std::uint8_t { least_cost, least_congestion };

/// The master problem over some of the paths. Each commodity has a key path that takes what the
/// others leave, so that a column is a change from the key to another path, as a part of the
/// demand, and a commodity whose key is enough takes no room at all (Barr, Farvolden and Powell
/// 1993 use such keys inside the simplex method). Rows are kept lazily: of capacities once they are
/// overfull, of a commodity once its other paths take more than there is.
///
/// For least cost, an overfull capacity costs a price a unit, which bounds the prices while there
/// are few paths and is raised until it is never paid. For least congestion, every capacity is
/// stretched by the same factor, which is the objective.
class PathMaster {
 public:
  PathMaster(const FlowProblem& problem, const PathPool& pool, MasterAim aim,
             std::vector<PathIndex> keys);

  void add_rows(std::span<const std::uint32_t> rows);
  void add_splits(std::span<const std::uint32_t> commodities);
  void add_columns(std::span<const PathIndex> paths);

  /// Solves it over the columns, with as many rows as it takes. False: the simplex method gave up.
  bool solve();

  bool holds(PathIndex path) const { return path < column_.size() && column_[path] != no_column; }
  const std::vector<PathIndex>& keys() const { return keys_; }
  MasterAim aim() const { return aim_; }
  const std::vector<double>& key_load() const { return key_load_; }  // by row
  /// Whether the row limits anything that is not closed.
  bool can_bind(std::uint32_t row) const;

  /// Of a commodity's key; 0 for least congestion.
  double mean_cost() const { return aim_ == MasterAim::least_cost ? cost_unit_ : 0; }

  // Of the last solution.
  double objective() const;           // cost, or congestion: the fullest capacity's share
  double part(PathIndex path) const;  // of its commodity's demand
  double overload() const;            // units above capacities that are paid for
  void prices(std::vector<double>& by_row) const;
  /// A price at which everything rather stays: more proves no better bound, but the program may
  /// give it to a capacity of which no more is worth having.
  double dearest_price() const { return dearest_price_; }
  /// Raises what overfull capacities cost; false if that is as high as it need ever be.
  bool raise_overload_cost();
  double overload_cost() const { return overload_cost_; }
  /// Before there are rows: begins no lower than with what was needed elsewhere.
  void expect_overload_cost(double cost);

  // The basis.
  const std::vector<std::uint32_t>& rows() const { return rows_; }
  const std::vector<std::uint32_t>& splits() const { return splits_; }
  const std::vector<PathIndex>& columns() const { return columns_; }
  std::uint8_t status(PathIndex path) const;
  std::uint8_t status_of_row(std::size_t position) const;    // in rows()
  std::uint8_t status_of_split(std::size_t position) const;  // in splits()
  std::uint8_t status_of_extra(std::size_t position) const;  // what pays for rows()[position]
  void set_status(PathIndex path, std::uint8_t status);
  void set_status_of_row(std::size_t position, std::uint8_t status);
  void set_status_of_split(std::size_t position, std::uint8_t status);
  void set_status_of_extra(std::size_t position, std::uint8_t status);

 private:
  static constexpr int no_column = -1;
  static constexpr int key_column = -2;

  void choose_units();
  double scale(std::uint32_t row) const;
  const Commodity& commodity_of(PathIndex path) const;
  void tally(PathIndex path, double sign);
  void add_line(PathIndex path, SparseLines& lines);
  void add_extras(std::span<const std::uint32_t> rows);
  void measure();
  bool cut();
  bool add_known_paths();
  double stretch() const;

  const FlowProblem* problem_;
  const PathPool* pool_;
  MasterAim aim_;
  std::vector<PathIndex> keys_;  // by commodity
  LinearProgram program_;

  double cost_unit_ = 1;
  double load_unit_ = 0;      // the largest commodity's load
  double stretch_unit_ = 1;   // the keys' congestion
  double dearest_price_ = 0;  // of a unit of load
  double overload_cost_ = 0;  // of a unit above any capacity
  double dearest_overload_ = 0;
  std::vector<std::uint32_t> limited_;  // rows of finite capacity
  std::vector<double> key_load_;        // by row
  std::vector<double> load_;            // by row, of the last solution
  std::vector<double> part_;            // by commodity: of all but the key

  std::vector<int> row_;             // by row: in the program
  std::vector<int> split_;           // by commodity: likewise
  std::vector<int> column_;          // by path: likewise
  std::vector<int> extra_;           // by position in rows_: the column that pays
  std::vector<std::uint32_t> rows_;  // in the program
  std::vector<std::uint32_t> splits_;
  std::vector<PathIndex> columns_;
  std::vector<std::uint32_t> fresh_;  // rows that known paths outside the program may relieve
  std::vector<double> tally_;         // by row, zero between uses
  std::vector<std::uint32_t> tallied_;
  bool solved_ = true;
};

}  // namespace corridor
