#pragma once

#include <string>
#include <vector>

namespace corridor {

enum class Format { text, markdown, csv, json, latex };
enum class Align { left, right };

/// How a cell stands out among those of its row.
enum class Mark { none, best, worst };

/// A table of cells that are already text. Units stand in the headings.
struct Table {
  std::string title;
  std::vector<std::string> headings;
  std::vector<Align> align;  // by column; missing: left
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> notes;        // lines below
  std::vector<std::vector<Mark>> marks;  // by row and column; missing: none
};

/// The table in a format other than json. Text is aligned by the width that a terminal gives its
/// characters; Markdown is a pipe table; CSV follows RFC 4180, without title and notes, and ends
/// its lines in CR LF; LaTeX is a plain `tabular` with everything escaped. In text the best cell of
/// a row carries a `+`, the worst a `-`; in Markdown and LaTeX they are bold and italic.
std::string render(const Table& table, Format format);

}  // namespace corridor
