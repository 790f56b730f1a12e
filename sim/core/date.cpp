#include "corridor/core/date.hpp"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace corridor {

namespace {

std::chrono::year_month_day calendar(Date date) {
  return std::chrono::year{date.year} / std::chrono::month{static_cast<unsigned>(date.month)} /
         std::chrono::day{static_cast<unsigned>(date.day)};
}

/// Exactly `digits` digits, or nothing.
std::optional<int> number(std::string_view text, std::size_t digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (text.size() != digits || !whole || text.front() == '-') return {};
  return value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text, DayOfMonth missing_day) {
  if (text.size() != 7 && text.size() != 10) return {};
  if (text[4] != '-' || (text.size() == 10 && text[7] != '-')) return {};
  const auto year = number(text.substr(0, 4), 4);
  const auto month = number(text.substr(5, 2), 2);
  if (!year || !month || *month < 1 || *month > 12) return {};
  Date date{*year, *month, 1};
  if (text.size() == 10) {
    const auto day = number(text.substr(8, 2), 2);
    if (!day) return {};
    date.day = *day;
  } else if (missing_day == DayOfMonth::last) {
    const std::chrono::year_month_day_last last{
        std::chrono::year{date.year} / std::chrono::month{static_cast<unsigned>(date.month)} /
        std::chrono::last};
    date.day = static_cast<int>(static_cast<unsigned>(last.day()));
  }
  if (!calendar(date).ok()) return {};
  return date;
}

std::string to_string(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

int days_between(Date from, Date to) {
  const auto days = std::chrono::sys_days{calendar(to)} - std::chrono::sys_days{calendar(from)};
  return static_cast<int>(days.count());
}

}  // namespace corridor
