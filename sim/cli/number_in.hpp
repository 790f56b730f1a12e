#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <system_error>

namespace corridor::cli {

/// The number that the whole of the text is; nothing else is one.
template <class Number>
std::optional<Number> number_in(const std::string& text) {
  Number number{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace corridor::cli
