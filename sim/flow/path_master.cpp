#include "flow/path_master.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace corridor {

namespace {

constexpr double row_slip = 1e-10;         // of a capacity: more is overfull
constexpr double split_slip = 1e-10;       // of a demand
constexpr double first_overload_cost = 8;  // times the mean cost of a unit of load
constexpr double above_all = 2;            // times the dearest price: overload is never worth it

}  // namespace

PathMaster::PathMaster(const FlowProblem& problem, const PathPool& pool, MasterAim aim,
                       std::vector<PathIndex> keys)
    : problem_{&problem},
      pool_{&pool},
      aim_{aim},
      keys_{std::move(keys)},
      key_load_(problem.row_count(), 0),
      load_(problem.row_count(), 0),
      part_(keys_.size(), 0),
      row_(problem.row_count(), -1),
      split_(keys_.size(), -1),
      column_(pool.size(), no_column),
      tally_(problem.row_count(), 0) {
  for (std::uint32_t row = 0; row < problem.row_count(); ++row) {
    if (!std::isinf(problem.capacity(row))) limited_.push_back(row);
  }
  for (const PathIndex key : keys_) {
    column_[key] = key_column;
    tally(key, 1);
    const Commodity& commodity = commodity_of(key);
    const double load = commodity.volume * problem.load(commodity.id.cargo);
    for (const std::uint32_t row : tallied_) key_load_[row] += load * std::exchange(tally_[row], 0);
    tallied_.clear();
  }
  choose_units();
  if (aim_ == MasterAim::least_congestion) {
    SparseLines line;
    line.end_line();
    const double upper = std::numeric_limits<double>::max();
    const double cost = 1;
    program_.add_columns(line, {&upper, 1}, {&cost, 1});
  }
  measure();
}

/// Numbers near 1 for the simplex method: parts of demands, of the fuller capacities, of the mean
/// cost of a commodity.
void PathMaster::choose_units() {
  double total_cost = 0;
  for (const PathIndex key : keys_) {
    const Commodity& commodity = commodity_of(key);
    const double load = problem_->load(commodity.id.cargo);
    total_cost += commodity.volume * pool_->cost(key);
    load_unit_ = std::max(load_unit_, commodity.volume * load);
    dearest_price_ = std::max(dearest_price_, commodity.penalty / load);
  }
  if (load_unit_ == 0) load_unit_ = 1;
  if (aim_ == MasterAim::least_congestion) {
    stretch_unit_ = 0;
    for (std::size_t row = 0; row < key_load_.size(); ++row) {
      if (key_load_[row] > 0) {
        stretch_unit_ = std::max(stretch_unit_, key_load_[row] / problem_->capacity(row));
      }
    }
    if (stretch_unit_ == 0) stretch_unit_ = 1;
    return;
  }
  dearest_overload_ = dearest_price_ > 0 ? above_all * dearest_price_ : 1;
  cost_unit_ = total_cost > 0 ? total_cost / static_cast<double>(keys_.size())
                              : dearest_overload_ * load_unit_;
  overload_cost_ = std::min(dearest_overload_, first_overload_cost * cost_unit_ / load_unit_);
}

/// Units of load in one of the program's row.
double PathMaster::scale(std::uint32_t row) const {
  const double capacity = problem_->capacity(row);
  if (aim_ == MasterAim::least_congestion) return capacity * stretch_unit_;
  return std::max(capacity, load_unit_);
}

bool PathMaster::can_bind(std::uint32_t row) const {
  const double capacity = problem_->capacity(row);
  return !std::isinf(capacity) && (aim_ == MasterAim::least_cost || capacity > 0);
}

const Commodity& PathMaster::commodity_of(PathIndex path) const {
  return problem_->commodities()[pool_->commodity(path)];
}

/// How often the path passes each row.
void PathMaster::tally(PathIndex path, double sign) {
  for (const std::uint32_t row : pool_->rows(path)) {
    tally_[row] += sign;
    tallied_.push_back(row);
  }
}

/// Of the program's rows, what a change from the key to the path puts on each.
void PathMaster::add_line(PathIndex path, SparseLines& lines) {
  const Commodity& commodity = commodity_of(path);
  const double load = commodity.volume * problem_->load(commodity.id.cargo);
  tally(path, 1);
  tally(keys_[pool_->commodity(path)], -1);
  for (const std::uint32_t row : tallied_) {
    const double passes = std::exchange(tally_[row], 0);
    if (row_[row] >= 0 && passes != 0) lines.put(row_[row], passes * load / scale(row));
  }
  tallied_.clear();
}

void PathMaster::add_columns(std::span<const PathIndex> paths) {
  column_.resize(pool_->size(), no_column);
  SparseLines lines;
  std::vector<double> cost;
  for (const PathIndex path : paths) {
    if (column_[path] != no_column) continue;
    const std::size_t commodity = pool_->commodity(path);
    column_[path] = static_cast<int>(program_.column_count() + cost.size());
    columns_.push_back(path);
    add_line(path, lines);
    if (split_[commodity] >= 0) lines.put(split_[commodity], 1);
    lines.end_line();
    const double more = pool_->cost(path) - pool_->cost(keys_[commodity]);
    const double volume = problem_->commodities()[commodity].volume;
    cost.push_back(aim_ == MasterAim::least_cost ? volume * more / cost_unit_ : 0);
  }
  if (cost.empty()) return;
  const std::vector<double> upper(cost.size(), 1);
  program_.add_columns(lines, upper, cost);
  solved_ = false;
}

void PathMaster::add_rows(std::span<const std::uint32_t> rows) {
  if (rows.empty()) return;
  const auto first = static_cast<int>(program_.row_count());
  std::vector<std::vector<std::pair<int, double>>> entries(rows.size());
  std::vector<double> limit;
  for (const std::uint32_t row : rows) {
    row_[row] = first + static_cast<int>(limit.size());
    rows_.push_back(row);
    fresh_.push_back(row);
    const double room = aim_ == MasterAim::least_cost ? problem_->capacity(row) : 0;
    limit.push_back((room - key_load_[row]) / scale(row));
    if (aim_ == MasterAim::least_congestion) entries[limit.size() - 1].emplace_back(0, -1.0);
  }
  for (const PathIndex path : columns_) {
    SparseLines line;
    add_line(path, line);
    for (std::size_t i = 0; i < line.index.size(); ++i) {
      if (line.index[i] < first) continue;
      entries[static_cast<std::size_t>(line.index[i] - first)].emplace_back(column_[path],
                                                                            line.value[i]);
    }
  }
  SparseLines lines;
  for (const auto& row : entries) {
    for (const auto& [column, value] : row) lines.put(column, value);
    lines.end_line();
  }
  program_.add_rows(lines, limit);
  if (aim_ == MasterAim::least_cost) add_extras(rows);
  solved_ = false;
}

/// The columns that pay for what is above a capacity.
void PathMaster::add_extras(std::span<const std::uint32_t> rows) {
  SparseLines lines;
  std::vector<double> cost;
  for (const std::uint32_t row : rows) {
    extra_.push_back(static_cast<int>(program_.column_count() + cost.size()));
    lines.put(row_[row], -1);
    lines.end_line();
    cost.push_back(overload_cost_ * scale(row) / cost_unit_);
  }
  const std::vector<double> upper(cost.size(), std::numeric_limits<double>::max());
  program_.add_columns(lines, upper, cost);
}

void PathMaster::add_splits(std::span<const std::uint32_t> commodities) {
  SparseLines lines;
  for (const std::uint32_t commodity : commodities) {
    split_[commodity] = static_cast<int>(program_.row_count() + lines.size());
    splits_.push_back(commodity);
    for (PathIndex path = pool_->newest(commodity); path != no_path_index;
         path = pool_->older(path)) {
      if (path < column_.size() && column_[path] >= 0) lines.put(column_[path], 1);
    }
    lines.end_line();
  }
  const std::vector<double> limit(lines.size(), 1);
  program_.add_rows(lines, limit);
  solved_ = false;
}

double PathMaster::stretch() const {
  return aim_ == MasterAim::least_congestion ? stretch_unit_ * program_.value(0) : 1;
}

/// What each row carries, and what part of each commodity has left its key.
void PathMaster::measure() {
  load_ = key_load_;
  std::fill(part_.begin(), part_.end(), 0);
  for (const PathIndex path : columns_) {
    const double part = program_.value(static_cast<std::size_t>(column_[path]));
    if (part == 0) continue;
    const std::size_t commodity = pool_->commodity(path);
    part_[commodity] += part;
    const Commodity& moved = problem_->commodities()[commodity];
    const double load = part * moved.volume * problem_->load(moved.id.cargo);
    tally(path, 1);
    tally(keys_[commodity], -1);
    for (const std::uint32_t row : tallied_) load_[row] += load * std::exchange(tally_[row], 0);
    tallied_.clear();
  }
}

/// Adds the rows that the solution breaks, if there are any.
bool PathMaster::cut() {
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> commodities;
  const double stretched = stretch();
  for (const std::uint32_t row : limited_) {
    const double limit = stretched * problem_->capacity(row);
    if (row_[row] < 0 && load_[row] > limit + row_slip * scale(row)) rows.push_back(row);
  }
  for (std::uint32_t commodity = 0; commodity < part_.size(); ++commodity) {
    if (split_[commodity] < 0 && part_[commodity] > 1 + split_slip)
      commodities.push_back(commodity);
  }
  add_rows(rows);
  if (!commodities.empty()) add_splits(commodities);
  return !rows.empty() || !commodities.empty();
}

/// Paths that are known but not in the program join it where their commodity's key passes a row
/// that has just been added, and they do not.
bool PathMaster::add_known_paths() {
  std::vector<char> is_fresh(problem_->row_count(), 0);
  for (const std::uint32_t row : fresh_) is_fresh[row] = 1;
  fresh_.clear();
  const auto passes = [&](PathIndex path) {
    std::uint32_t count = 0;
    for (const std::uint32_t row : pool_->rows(path)) count += is_fresh[row] != 0 ? 1U : 0U;
    return count;
  };
  std::vector<PathIndex> joining;
  for (std::size_t commodity = 0; commodity < keys_.size(); ++commodity) {
    const PathIndex newest = pool_->newest(commodity);
    if (pool_->older(newest) == no_path_index) continue;
    const std::uint32_t of_key = passes(keys_[commodity]);
    if (of_key == 0) continue;
    for (PathIndex path = newest; path != no_path_index; path = pool_->older(path)) {
      if (!holds(path) && passes(path) < of_key) joining.push_back(path);
    }
  }
  add_columns(joining);
  return !joining.empty();
}

bool PathMaster::solve() {
  bool optimal = true;
  if (!fresh_.empty()) add_known_paths();
  if (!solved_) optimal = program_.primal();
  measure();
  while (optimal && cut()) {
    optimal = program_.dual();
    if (add_known_paths()) optimal = program_.primal();
    measure();
  }
  solved_ = true;
  return optimal;
}

}  // namespace corridor
