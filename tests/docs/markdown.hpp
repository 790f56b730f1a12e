#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace corridor::test {

/// What stands between two fences in a page.
struct Block {
  std::string page;
  std::string language;
  std::size_t first_line = 0;  // of its text, counted from 0 in the page
  std::vector<std::string> lines;

  std::string text() const;
  std::string place() const;  // page:line, as editors count
};

/// A table of a page, under the nearest heading before it.
struct PageTable {
  std::string page;
  std::string heading;  // without its marks
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};

/// README.md and all pages below docs/, as paths from the root of the project.
std::vector<std::string> pages();

std::vector<std::string> read_lines(const std::string& page);

std::vector<Block> blocks(const std::string& page);
std::vector<PageTable> tables(const std::string& page);

/// The words between backticks in a cell.
std::vector<std::string> code_words(const std::string& cell);

}  // namespace corridor::test
