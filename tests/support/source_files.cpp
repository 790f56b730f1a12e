#include "support/source_files.hpp"

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace corridor::test {

const std::filesystem::path& source_root() {
  static const std::filesystem::path path = CORRIDOR_SOURCE_DIR;
  return path;
}

std::string read_source(const std::string& path) {
  std::ifstream file{source_root() / path, std::ios::binary};
  if (!file) throw std::runtime_error{"cannot read " + path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? ""
                                    : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> result;
  std::istringstream stream{row.substr(1)};
  for (std::string cell; std::getline(stream, cell, '|');) result.push_back(trimmed(cell));
  return result;
}

}  // namespace corridor::test
