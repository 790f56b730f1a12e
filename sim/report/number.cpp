#include "report/number.hpp"

#include <cmath>

#include <fmt/format.h>

namespace corridor {

namespace {

std::string grouped(const std::string& digits) {
  const std::size_t start = digits.front() == '-' ? 1 : 0;
  std::size_t point = digits.find('.');
  if (point == std::string::npos) point = digits.size();
  std::string result = digits;
  for (std::size_t at = point; at > start + 3;) {
    at -= 3;
    result.insert(at, ",");
  }
  return result;
}

}  // namespace

double rounded(double value, int decimals) {
  if (!std::isfinite(value)) return value;
  const double power = std::pow(10.0, decimals);
  const double units = std::round(value * power);
  return units == 0 ? 0.0 : units / power;
}

std::string number(double value, int decimals) {
  if (std::isnan(value)) return "-";
  if (std::isinf(value)) return "unlimited";
  return grouped(fmt::format("{:.{}f}", rounded(value, decimals), decimals));
}

std::string signed_number(double value, int decimals) {
  const bool positive = std::isfinite(value) && rounded(value, decimals) > 0;
  return (positive ? "+" : "") + number(value, decimals);
}

std::string plain_number(double value, int decimals) {
  if (!std::isfinite(value)) return {};
  return fmt::format("{:.{}f}", rounded(value, decimals), decimals);
}

double printed_change(double before, double after, int decimals) {
  if (std::isinf(before) && std::isinf(after)) return 0;
  return rounded(rounded(after, decimals) - rounded(before, decimals), decimals);
}

std::string percent(double share) { return number(100 * share, 0) + " %"; }

}  // namespace corridor
