#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace corridor {

/// A day of the Gregorian calendar.
struct Date {
  int year = 0;
  int month = 1;
  int day = 1;
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// Which day of a month stands for the month, where a text names no day.
enum class DayOfMonth { first, last };

/// Reads `2026-03-15` or `2026-03`; nothing where the text is no such day.
std::optional<Date> parse_date(std::string_view text, DayOfMonth missing_day = DayOfMonth::first);

/// `2026-03-15`.
std::string to_string(Date date);

/// Days from `from` to `to`; negative if `to` comes first.
int days_between(Date from, Date to);

}  // namespace corridor
