#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corridor {

/// A node's name without what follows a bracket or a comma.
std::string short_name(std::string_view name);

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items);

/// Text cut at a word to at most `most` bytes, with three dots where something was left out.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace corridor
