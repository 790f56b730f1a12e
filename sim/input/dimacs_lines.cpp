#include "input/dimacs_lines.hpp"

#include <cmath>

#include <fmt/format.h>

#include "input/file_value.hpp"

namespace corridor {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

}  // namespace

std::optional<double> DimacsLines::number(std::string_view what) {
  const std::string_view text = field();
  double value = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number =
      !text.empty() && stop == at_ && fault != std::errc::invalid_argument && std::isfinite(value);
  // Positions on any map fit; sums of what is larger could not be trusted.
  constexpr double most = 1e12;
  if (is_number && fault == std::errc{} && std::abs(value) <= most) return value;
  say_no_number(text, {what, "a number"}, is_number);
  return {};
}

std::string_view DimacsLines::last_field() const {
  const char* last = at_;
  while (last != line_start_ && is_blank(last[-1])) --last;
  const char* first = last;
  while (first != line_start_ && !is_blank(first[-1])) --first;
  return {first, static_cast<std::size_t>(last - first)};
}

void DimacsLines::say_no_number(std::string_view text, const Wanted& wanted, bool out_of_range) {
  if (text.empty()) {
    error(place(text), fmt::format("{} is missing", wanted.what));
  } else if (out_of_range) {
    error(place(text), fmt::format("{} {} is out of range", wanted.what, in_quotes(text)));
  } else {
    error(place(text), fmt::format("{} {} is not {}", wanted.what, in_quotes(text), wanted.kind));
  }
}

void DimacsLines::say_no_node(Weight number, std::uint32_t nodes) {
  error(last_place(), fmt::format("there is no node {}", number),
        fmt::format("the problem line announces {} nodes, numbered from 1", nodes));
}

void DimacsLines::say_more() {
  const std::string_view more = field();
  error(place(more), fmt::format("{} is one field too many", in_quotes(more)));
}

}  // namespace corridor
