#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

#include "corridor/input/read.hpp"

namespace corridor {

namespace {

constexpr std::size_t bytes_to_look_at = 1U << 16;

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// The key that a line begins with; empty if it begins with none.
std::string_view key_of(std::string_view line) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  const auto* end = std::find_if_not(line.begin(), line.end(), fits);
  const auto size = static_cast<std::size_t>(end - line.begin());
  return size < line.size() && line[size] == ':' ? line.substr(0, size) : std::string_view{};
}

}  // namespace

std::string kind_of_file(const std::filesystem::path& file) {
  // Only scenarios have these; `network` stands in both.
  static constexpr std::array<std::string_view, 8> of_scenario = {
      "scenario", "changes", "trips", "baseline", "extends", "expect", "requires", "conflicts"};
  static constexpr std::array<std::string_view, 3> of_demand = {"demand", "totals", "regions"};
  static constexpr std::array<std::string_view, 7> of_network = {
      "network", "modes", "nodes", "links", "tables", "include", "cargoes"};
  std::error_code fault;
  if (std::filesystem::is_directory(file, fault)) {
    return std::filesystem::exists(file / "network.yaml", fault) ? "network" : "";
  }
  if (!std::filesystem::is_regular_file(file, fault)) return {};
  std::ifstream stream{file, std::ios::binary};
  std::string text(bytes_to_look_at, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  bool may_be_network = false;
  bool may_be_demand = false;
  for (std::size_t first = 0; first < text.size();) {
    const std::size_t end = std::min(text.find('\n', first), text.size());
    const std::string_view key = key_of(std::string_view{text}.substr(first, end - first));
    if (is_among(of_scenario, key)) return "scenario";
    may_be_demand = may_be_demand || is_among(of_demand, key);
    may_be_network = may_be_network || is_among(of_network, key);
    first = end + 1;
  }
  if (may_be_network) return "network";
  return may_be_demand ? "demand" : "";
}

}  // namespace corridor
