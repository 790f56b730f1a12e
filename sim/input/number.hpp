#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace corridor {

/// What is wrong with a text, and what to do about it.
struct Trouble {
  std::string message;
  std::string hint;
};

/// A plain number in decimal digits: no hexadecimal, no leading 0, no infinity, no separators.
std::optional<double> parse_number(std::string_view text, Trouble& trouble);

/// The number that a text begins with, in any size; `rest` is what follows it.
std::optional<double> leading_number(std::string_view text, std::string_view& rest,
                                     Trouble& trouble);

/// The largest number in base units that is taken; beyond it somebody has slipped on a key.
inline constexpr double largest_number = 1e15;

/// A change by a share, as a factor: `+20%` is 1.2, `-10%` is 0.9, `150%` is 1.5.
std::optional<double> parse_factor(std::string_view text, Trouble& trouble);

/// A share: `-30%` is -0.3.
std::optional<double> parse_share(std::string_view text, Trouble& trouble);

}  // namespace corridor
