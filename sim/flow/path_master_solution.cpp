#include <algorithm>

#include "flow/path_master.hpp"

namespace corridor {

namespace {

constexpr double rise_of_overload_cost = 8;

}  // namespace

double PathMaster::objective() const {
  if (aim_ == MasterAim::least_cost) {
    double cost = 0;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      cost += problem_->commodities()[i].volume * pool_->cost(keys_[i]);
    }
    for (const PathIndex path : columns_) {
      const std::size_t i = pool_->commodity(path);
      const double more = pool_->cost(path) - pool_->cost(keys_[i]);
      cost += problem_->commodities()[i].volume * part(path) * more;
    }
    return cost;
  }
  double fullest = 0;
  for (std::size_t row = 0; row < load_.size(); ++row) {
    if (load_[row] > 0) fullest = std::max(fullest, load_[row] / problem_->capacity(row));
  }
  return fullest;
}

double PathMaster::part(PathIndex path) const {
  if (!holds(path)) return 0;
  if (column_[path] == key_column) return std::max(0.0, 1 - part_[pool_->commodity(path)]);
  return std::clamp(program_.value(static_cast<std::size_t>(column_[path])), 0.0, 1.0);
}

double PathMaster::overload() const {
  double sum = 0;
  for (std::size_t i = 0; i < extra_.size(); ++i) {
    sum += program_.value(static_cast<std::size_t>(extra_[i])) * scale(rows_[i]);
  }
  return sum;
}

void PathMaster::prices(std::vector<double>& by_row) const {
  by_row.assign(problem_->row_count(), 0);
  for (const std::uint32_t row : rows_) {
    const double price = program_.price(static_cast<std::size_t>(row_[row]));
    by_row[row] = aim_ == MasterAim::least_cost ? price * cost_unit_ / scale(row)
                                                : price / problem_->capacity(row);
  }
}

bool PathMaster::raise_overload_cost() {
  if (extra_.empty() || overload_cost_ >= dearest_overload_) return false;
  overload_cost_ = std::min(dearest_overload_, rise_of_overload_cost * overload_cost_);
  for (std::size_t i = 0; i < extra_.size(); ++i) {
    const double cost = overload_cost_ * scale(rows_[i]) / cost_unit_;
    program_.set_cost(static_cast<std::size_t>(extra_[i]), cost);
  }
  solved_ = false;
  return true;
}

void PathMaster::expect_overload_cost(double cost) {
  overload_cost_ = std::clamp(cost, overload_cost_, std::max(overload_cost_, dearest_overload_));
}

std::uint8_t PathMaster::status(PathIndex path) const {
  return column_[path] >= 0 ? program_.column_status(static_cast<std::size_t>(column_[path])) : 0;
}

std::uint8_t PathMaster::status_of_row(std::size_t position) const {
  return program_.row_status(static_cast<std::size_t>(row_[rows_[position]]));
}

std::uint8_t PathMaster::status_of_split(std::size_t position) const {
  return program_.row_status(static_cast<std::size_t>(split_[splits_[position]]));
}

std::uint8_t PathMaster::status_of_extra(std::size_t position) const {
  return program_.column_status(
      position < extra_.size() ? static_cast<std::size_t>(extra_[position]) : 0);
}

void PathMaster::set_status(PathIndex path, std::uint8_t status) {
  if (column_[path] < 0) return;
  program_.set_column_status(static_cast<std::size_t>(column_[path]), status);
}

void PathMaster::set_status_of_row(std::size_t position, std::uint8_t status) {
  program_.set_row_status(static_cast<std::size_t>(row_[rows_[position]]), status);
}

void PathMaster::set_status_of_split(std::size_t position, std::uint8_t status) {
  program_.set_row_status(static_cast<std::size_t>(split_[splits_[position]]), status);
}

void PathMaster::set_status_of_extra(std::size_t position, std::uint8_t status) {
  program_.set_column_status(
      position < extra_.size() ? static_cast<std::size_t>(extra_[position]) : 0, status);
}

}  // namespace corridor
