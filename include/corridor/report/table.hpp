#pragma once

#include <string>
#include <vector>

namespace corridor {

enum class Format { text, markdown, csv, json, latex };
enum class Align { left, right };

/// A table of cells that are already text. Units stand in the headings.
struct Table {
  std::string title;
  std::vector<std::string> headings;
  std::vector<Align> align;               // by column; missing: left
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> notes;         // lines below
};

/// The table in a format other than json.
std::string render(const Table& table, Format format);

}  // namespace corridor
