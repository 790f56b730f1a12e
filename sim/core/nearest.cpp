#include "corridor/core/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace corridor {

namespace {

constexpr std::size_t longest_name = 100;  // beyond this nobody misspelt anything

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Optimal string alignment (Damerau 1964): letters replaced, added, left out, or swapped with the
/// next one. Capitals are the same as small letters.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({last[j - 1] + (same ? 0 : 1), last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                           lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last.back();
}

}  // namespace

std::vector<std::string> nearest_names(std::string_view name, std::span<const std::string> known) {
  constexpr std::size_t most = 3;
  if (name.empty() || name.size() > longest_name) return {};
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& candidate : known) {
    if (candidate.size() > longest_name) continue;
    const std::size_t tolerance = name.size() < 2 ? 0 : std::max<std::size_t>(1, name.size() / 3);
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
