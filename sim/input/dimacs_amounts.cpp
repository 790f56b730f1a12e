#include <algorithm>

#include <fmt/format.h>

#include "input/dimacs_flow.hpp"

namespace corridor {

std::optional<std::int64_t> DimacsAmounts::from_zero(std::string_view what) {
  const auto amount = lines_.whole_number(what);
  if (!amount) return {};
  if (*amount < 0) {
    lines_.error(lines_.last_place(), fmt::format("{} {} is negative", what, *amount),
                 fmt::format("amounts are whole numbers from 0; from {} nothing limits them",
                             unlimited_in_files));
    return {};
  }
  if (*amount >= unlimited_in_files) return unlimited_in_files;
  if (!add(*amount)) return {};
  return amount;
}

std::optional<std::int64_t> DimacsAmounts::limited(std::string_view what) {
  const auto amount = lines_.whole_number(what);
  if (!amount) return {};
  if (*amount < 0) {
    lines_.error(lines_.last_place(), fmt::format("{} {} is negative", what, *amount),
                 "amounts are whole numbers from 0");
    return {};
  }
  if (!add(*amount)) return {};
  return amount;
}

std::optional<std::int64_t> DimacsAmounts::of_either_sign(std::string_view what) {
  const auto amount = lines_.whole_number(what);
  // The least of all numbers has no opposite; its successor is too much as well.
  if (!amount || !add(std::abs(std::max(*amount, -INT64_MAX)))) return {};
  return amount;
}

bool DimacsAmounts::add(std::int64_t amount) {
  if (amount < unlimited_in_files - total_) {
    total_ += amount;
    return true;
  }
  if (!too_much_) {
    lines_.error(
        lines_.last_place(), "from here the amounts add up to more than can be told apart",
        fmt::format("all together may be {}: count in a larger unit", unlimited_in_files - 1));
  }
  too_much_ = true;
  return false;
}

}  // namespace corridor
