#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace corridor {

/// The names that somebody who wrote `name` may have meant, best first, three at the most: those
/// within a third of its length in edits (a swap of two letters is one; capitals do not matter), or
/// that contain it. Ties in order of names.
std::vector<std::string> nearest_names(std::string_view name, std::span<const std::string> known);

/// "did you mean 'a' or 'b'?", or nothing where no name is near.
std::string did_you_mean(std::string_view name, std::span<const std::string> known);

}  // namespace corridor
