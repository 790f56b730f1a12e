#include "corridor/core/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace corridor {

namespace {

constexpr std::size_t longest_name = 100;  // beyond this nobody misspelt anything

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::vector<std::string> nearest_names(std::string_view name, std::span<const std::string> known) {
  constexpr std::size_t most = 3;
  if (name.empty() || name.size() > longest_name) return {};
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& candidate : known) {
    if (candidate.size() > longest_name) continue;
    const std::size_t tolerance = std::max<std::size_t>(1, name.size() / 3);
    const bool contains = name.size() >= 3 && candidate.find(name) != std::string::npos;
    const bool hopeless =
        candidate.size() > name.size() + tolerance || name.size() > candidate.size() + tolerance;
    if (hopeless && !contains) continue;  // the lengths alone differ by too much
    const std::size_t distance = edit_distance(name, candidate);
    if (distance <= tolerance || contains) {
      near.emplace_back(distance, candidate);
    }
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> names;
  for (auto& [distance, candidate] : near) {
    if (names.size() < most) names.push_back(std::move(candidate));
  }
  return names;
}

std::string did_you_mean(std::string_view name, std::span<const std::string> known) {
  const std::vector<std::string> names = nearest_names(name, known);
  if (names.empty()) return {};
  std::string text = "did you mean ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += "'" + names[i] + "'";
  }
  return text + "?";
}

}  // namespace corridor
