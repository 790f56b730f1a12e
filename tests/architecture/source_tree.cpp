#include "architecture/source_tree.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <regex>
#include <sstream>

#include "support/source_files.hpp"

namespace corridor::test {

namespace {

namespace fs = std::filesystem;

std::string module_of(const fs::path& path) {
  std::vector<std::string> parts;
  for (const fs::path& part : path) parts.push_back(part.string());
  const std::size_t depth = parts[0] == "include" ? 2 : 1;
  return parts.size() > depth + 1 ? parts[depth] : std::string{};
}

std::map<std::string, std::set<std::string>> read_module_table() {
  std::map<std::string, std::set<std::string>> table;
  bool inside = false;
  for (const std::string& line : split_lines(read_source("docs/architecture.md"))) {
    if (line.starts_with("| module ")) {
      inside = true;
    } else if (!line.starts_with('|')) {
      inside = false;
    } else if (inside && !line.starts_with("|--")) {
      const std::vector<std::string> row = cells_of(line);
      std::string names = row.at(2) == "-" ? "" : row.at(2);
      std::ranges::replace(names, ',', ' ');
      std::istringstream words{names};
      std::set<std::string>& below = table[row.at(0)];
      for (std::string word; words >> word;) below.insert(word);
    }
  }
  return table;
}

}  // namespace

std::vector<SourceFile> source_files(const std::string& folder) {
  std::vector<SourceFile> files;
  for (const auto& entry : fs::recursive_directory_iterator{source_root() / folder}) {
    const std::string extension = entry.path().extension().string();
    if (!entry.is_regular_file() || (extension != ".hpp" && extension != ".cpp")) continue;
    const fs::path path = fs::relative(entry.path(), source_root());
    files.push_back(
        {path.generic_string(), module_of(path), split_lines(read_source(path.string()))});
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

std::vector<std::string> includes(const SourceFile& file) {
  static const std::regex pattern{R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])"};
  std::vector<std::string> result;
  for (const std::string& line : file.lines) {
    std::smatch match;
    if (std::regex_search(line, match, pattern)) result.push_back(match[1]);
  }
  return result;
}

const std::map<std::string, std::set<std::string>>& module_table() {
  static const std::map<std::string, std::set<std::string>> table = read_module_table();
  return table;
}

std::vector<std::string> cmake_words(const std::string& text, const std::string& key) {
  std::vector<std::string> result;
  std::string spaced = text;
  std::ranges::replace(spaced, '(', ' ');
  std::ranges::replace(spaced, ')', ' ');
  std::istringstream stream{spaced};
  bool inside = false;
  for (std::string word; stream >> word;) {
    const bool is_key = std::ranges::all_of(word, [](unsigned char c) { return std::isupper(c); });
    if (is_key) {
      inside = word == key;
    } else if (inside) {
      result.push_back(word);
    }
  }
  return result;
}

}  // namespace corridor::test
