#include "input/number.hpp"

#include <charconv>
#include <cmath>

#include "input/file_value.hpp"

namespace corridor {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Length of the number that the text begins with: [+-] digits [. digits] [e [+-] digits]; 0: none.
std::size_t number_size(std::string_view text) {
  std::size_t i = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const auto digits = [&] {
    const std::size_t first = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    return i - first;
  };
  if (digits() == 0) return 0;
  std::size_t end = i;
  if (i < text.size() && text[i] == '.') {
    ++i;
    if (digits() > 0) end = i;
  }
  i = end;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    if (digits() > 0) end = i;
  }
  return end;
}

std::optional<double> parse_percent(std::string_view text, Trouble& trouble) {
  std::string_view rest;
  const auto number = leading_number(text, rest, trouble);
  if (!number) return {};
  if (rest != "%") {
    trouble = {in_quotes(text) + " is not a percentage", "such as '+20%' or '-10%'"};
    return {};
  }
  if (std::abs(*number) > 1e6) {
    trouble = {in_quotes(text) + " is out of range", {}};
    return {};
  }
  return *number / 100;
}

}  // namespace

std::optional<double> leading_number(std::string_view text, std::string_view& rest,
                                     Trouble& trouble) {
  const std::size_t size = number_size(text);
  if (size == 0) {
    trouble = {in_quotes(text) + " is not a number", {}};
    return {};
  }
  std::string_view digits = text.substr(0, size);
  const std::string_view bare = digits.substr(digits[0] == '-' || digits[0] == '+' ? 1 : 0);
  if (bare.size() > 1 && bare[0] == '0' && is_digit(bare[1])) {
    trouble = {in_quotes(text) + " begins with 0", "write it without the leading 0"};
    return {};
  }
  if (digits[0] == '+') digits.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) {
    trouble = {in_quotes(text) + " is out of range", {}};
    return {};
  }
  rest = trimmed(text.substr(size));
  if (!rest.empty() && (rest[0] == ',' || rest[0] == '_' || rest[0] == '.')) {
    trouble = {in_quotes(text) + " is not a number", "a number has digits and at most one '.'"};
    return {};
  }
  return value;
}

std::optional<double> parse_number(std::string_view text, Trouble& trouble) {
  std::string_view rest;
  const auto number = leading_number(text, rest, trouble);
  if (!number) return {};
  if (!rest.empty()) {
    trouble = {in_quotes(text) + " is not a plain number", {}};
    return {};
  }
  if (std::abs(*number) > largest_number) {
    trouble = {in_quotes(text) + " is out of range", {}};
    return {};
  }
  return number;
}

std::optional<double> parse_factor(std::string_view text, Trouble& trouble) {
  const auto share = parse_percent(text, trouble);
  if (!share) return {};
  const bool relative = text[0] == '+' || text[0] == '-';
  const double factor = relative ? 1 + *share : *share;
  if (factor < 0) {
    trouble = {in_quotes(text) + " takes away more than there is", "'-100%' is the most"};
    return {};
  }
  return factor;
}

std::optional<double> parse_share(std::string_view text, Trouble& trouble) {
  return parse_percent(text, trouble);
}

}  // namespace corridor
