#include "corridor/input/instance_kind.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "corridor/input/flow_instance.hpp"

#include "input/instance_text.hpp"

namespace corridor {

namespace {

std::optional<InstanceKind> kind_by_name(const std::filesystem::path& file) {
  static constexpr std::array<std::pair<std::string_view, InstanceKind>, 4> ends = {
      {{".gr", InstanceKind::shortest_paths},
       {".max", InstanceKind::max_flow},
       {".min", InstanceKind::min_cost_flow},
       {".tntp", InstanceKind::assignment}}};
  const std::filesystem::path plain = file.extension() == ".gz" ? file.stem() : file;
  const std::string end = plain.extension().string();
  const auto* found =
      std::find_if(ends.begin(), ends.end(), [&](const auto& one) { return one.first == end; });
  return found == ends.end() ? std::nullopt : std::optional{found->second};
}

/// Takes a word off the front of a line.
std::string_view next_word(std::string_view& line) {
  constexpr std::string_view blanks = " \t\r";
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  const std::string_view word = line.substr(0, line.find_first_of(blanks));
  line.remove_prefix(word.size());
  return word;
}

InstanceKind kind_by_first_line(std::string_view text) {
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::string_view word = next_word(line);
    if (word.empty() || word.front() == 'c') continue;
    if (word.front() == '<' || word.front() == '~') return InstanceKind::assignment;
    const std::string_view problem = next_word(line);
    if (word == "p" && problem == "max") return InstanceKind::max_flow;
    if (word == "p" && problem == "min") return InstanceKind::min_cost_flow;
    break;
  }
  return InstanceKind::shortest_paths;
}

}  // namespace

InstanceKind instance_kind(const std::filesystem::path& file) {
  if (const auto kind = kind_by_name(file)) return *kind;
  return kind_by_first_line(load_instance(file, FlowInstanceLimits{}.max_bytes).bytes);
}

}  // namespace corridor
