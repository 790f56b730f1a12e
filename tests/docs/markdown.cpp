#include "docs/markdown.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace corridor::test {

namespace {

namespace fs = std::filesystem;

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? ""
                                    : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> cells(const std::string& row) {
  std::vector<std::string> result;
  std::istringstream stream{row.substr(1)};
  for (std::string cell; std::getline(stream, cell, '|');) result.push_back(trimmed(cell));
  return result;
}

}  // namespace

std::string Block::text() const {
  std::string result;
  for (const std::string& line : lines) result += line + '\n';
  return result;
}

std::string Block::place() const { return page + ':' + std::to_string(first_line + 1); }

std::vector<std::string> pages() {
  const fs::path root{CORRIDOR_SOURCE_DIR};
  std::vector<std::string> result{"README.md"};
  for (const auto& entry : fs::recursive_directory_iterator{root / "docs"}) {
    if (entry.path().extension() != ".md") continue;
    result.push_back(fs::relative(entry.path(), root).generic_string());
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<std::string> read_lines(const std::string& page) {
  std::ifstream file{fs::path{CORRIDOR_SOURCE_DIR} / page};
  if (!file) throw std::runtime_error{"cannot read " + page};
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
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
      result.push_back({page, heading, cells(line), {}});
    } else if (!line.starts_with("|--")) {
      result.back().rows.push_back(cells(line));
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
