#include "docs/markdown.hpp"

#include <algorithm>
#include <filesystem>

#include "support/source_files.hpp"

namespace corridor::test {

namespace fs = std::filesystem;

std::string Block::text() const {
  std::string result;
  for (const std::string& line : lines) result += line + '\n';
  return result;
}

std::string Block::place() const { return page + ':' + std::to_string(first_line + 1); }

std::vector<std::string> pages() {
  std::vector<std::string> result{"README.md"};
  for (const auto& entry : fs::recursive_directory_iterator{source_root() / "docs"}) {
    if (entry.path().extension() != ".md") continue;
    result.push_back(fs::relative(entry.path(), source_root()).generic_string());
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<std::string> read_lines(const std::string& page) {
  return split_lines(read_source(page));
}

std::vector<Block> blocks(const std::string& page) {
  std::vector<Block> result;
  bool inside = false;
  const std::vector<std::string> lines = read_lines(page);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool fence = lines[i].starts_with("```");
    if (fence && !inside) result.push_back({page, lines[i].substr(3), i + 1, {}});
    if (!fence && inside) result.back().lines.push_back(lines[i]);
    if (fence) inside = !inside;
  }
  return result;
}

std::vector<PageTable> tables(const std::string& page) {
  std::vector<PageTable> result;
  std::string heading;
  bool inside = false;
  for (const std::string& line : read_lines(page)) {
    if (line.starts_with('#')) heading = trimmed(line.substr(line.find_first_not_of('#')));
    if (!line.starts_with('|')) {
      inside = false;
    } else if (!inside) {
      inside = true;
      result.push_back({page, heading, cells_of(line), {}});
    } else if (!line.starts_with("|--")) {
      result.back().rows.push_back(cells_of(line));
    }
  }
  return result;
}

std::vector<std::string> code_words(const std::string& cell) {
  std::vector<std::string> words;
  for (auto from = cell.find('`'); from != std::string::npos;) {
    const auto to = cell.find('`', from + 1);
    if (to == std::string::npos) break;
    words.push_back(cell.substr(from + 1, to - from - 1));
    from = cell.find('`', to + 1);
  }
  return words;
}

}  // namespace corridor::test
