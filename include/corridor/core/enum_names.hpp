#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace corridor {

/// The name of an enumerator; `names` are in the order of the enumeration.
template <class Enum>
const std::string& name_in(std::span<const std::string> names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  assert(index < names.size());
  return names[index];
}

/// The enumerator of that name.
template <class Enum>
std::optional<Enum> value_in(std::span<const std::string> names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return {};
  return static_cast<Enum>(found - names.begin());
}

}  // namespace corridor
