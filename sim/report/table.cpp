#include "corridor/report/table.hpp"

#include <algorithm>
#include <cassert>

#include "report/text.hpp"

namespace corridor {

namespace {

Align align_of(const Table& table, std::size_t column) {
  return column < table.align.size() ? table.align[column] : Align::left;
}

Mark mark_of(const Table& table, std::size_t row, std::size_t column) {
  if (row >= table.marks.size() || column >= table.marks[row].size()) return Mark::none;
  return table.marks[row][column];
}

bool is_marked(const Table& table, std::size_t column) {
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (mark_of(table, row, column) != Mark::none) return true;
  }
  return false;
}

/// Whether a figure in the column carries a star for a note below the table.
bool is_starred(const Table& table, std::size_t column) {
  return align_of(table, column) == Align::right &&
         std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
           return column < row.size() && row[column].ends_with('*');
         });
}

/// Cells as text shows them. A column with marks or stars gives all of its cells room for one, so
/// that the digits stand below each other.
std::vector<std::vector<std::string>> text_cells(const Table& table) {
  std::vector<std::vector<std::string>> rows = table.rows;
  for (std::size_t column = 0; column < table.headings.size(); ++column) {
    const bool marked = is_marked(table, column);
    const bool starred = is_starred(table, column);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (column >= rows[row].size()) rows[row].resize(column + 1);
      std::string& cell = rows[row][column];
      cell = one_line(cell);
      if (starred && !cell.ends_with('*')) cell += ' ';
      if (!marked) continue;
      const Mark mark = mark_of(table, row, column);
      cell += mark == Mark::best ? " +" : mark == Mark::worst ? " -" : "  ";
    }
  }
  return rows;
}

std::string text_line(const Table& table, const std::vector<std::string>& cells,
                      const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t column = 0; column < widths.size(); ++column) {
    if (column > 0) line += "  ";
    line += align_of(table, column) == Align::right ? pad_left(cells[column], widths[column])
                                                    : pad_right(cells[column], widths[column]);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

/// A heading above figures with stars or marks keeps clear of them where its column has the room.
std::string text_heading(const Table& table, std::size_t column, std::size_t width) {
  std::string heading = one_line(table.headings[column]);
  std::size_t room = (is_starred(table, column) ? 1U : 0U) + (is_marked(table, column) ? 2U : 0U);
  for (; room > 0 && display_width(heading) < width; --room) heading += ' ';
  return heading;
}

std::string render_text(const Table& table) {
  const std::vector<std::vector<std::string>> rows = text_cells(table);
  std::vector<std::string> headings;
  std::vector<std::size_t> widths;
  std::vector<std::string> rule;
  for (std::size_t column = 0; column < table.headings.size(); ++column) {
    std::size_t width = display_width(one_line(table.headings[column]));
    for (const auto& row : rows) width = std::max(width, display_width(row[column]));
    headings.push_back(text_heading(table, column, width));
    widths.push_back(width);
    rule.emplace_back(width, '-');
  }
  std::string result = table.title.empty() ? "" : one_line(table.title) + '\n';
  result += text_line(table, headings, widths) + text_line(table, rule, widths);
  for (const auto& row : rows) result += text_line(table, row, widths);
  for (const std::string& note : table.notes) {
    for (const std::string& line : wrap(one_line(note), page_width)) result += line + '\n';
  }
  return result;
}

std::string render_markdown(const Table& table) {
  std::string result = table.title.empty() ? "" : "**" + escape_markdown(table.title) + "**\n\n";
  result += '|';
  for (const std::string& heading : table.headings) result += ' ' + escape_markdown(heading) + " |";
  result += "\n|";
  for (std::size_t column = 0; column < table.headings.size(); ++column) {
    result += align_of(table, column) == Align::right ? " ---: |" : " --- |";
  }
  result += '\n';
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    result += '|';
    for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
      const Mark mark = mark_of(table, row, column);
      const std::string around = mark == Mark::best ? "**" : mark == Mark::worst ? "*" : "";
      result += ' ';
      result += around;
      result += escape_markdown(table.rows[row][column]);
      result += around;
      result += " |";
    }
    result += '\n';
  }
  for (const std::string& note : table.notes) result += '\n' + escape_markdown(note) + '\n';
  return result;
}

std::string render_csv(const Table& table) {
  const auto line = [](const std::vector<std::string>& cells) {
    std::string result;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      result += (column > 0 ? "," : "") + escape_csv(cells[column]);
    }
    return result + "\r\n";
  };
  std::string result = line(table.headings);
  for (const auto& row : table.rows) result += line(row);
  return result;
}

std::string latex_row(const Table& table, std::size_t row) {
  std::string result;
  for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
    const Mark mark = mark_of(table, row, column);
    const std::string cell = escape_latex(table.rows[row][column]);
    if (column > 0) result += " & ";
    result += mark == Mark::best    ? "\\textbf{" + cell + '}'
              : mark == Mark::worst ? "\\textit{" + cell + '}'
                                    : cell;
  }
  return result + " \\\\\n";
}

std::string render_latex(const Table& table) {
  std::string columns;
  std::string headings;
  for (std::size_t column = 0; column < table.headings.size(); ++column) {
    columns += align_of(table, column) == Align::right ? 'r' : 'l';
    headings += (column > 0 ? " & " : "") + escape_latex(table.headings[column]);
  }
  std::string result;
  if (!table.title.empty())
    result += "\\noindent\\textbf{" + escape_latex(table.title) + "}\\par\n";
  result +=
      "\\noindent\\begin{tabular}{" + columns + "}\n\\hline\n" + headings + " \\\\\n\\hline\n";
  for (std::size_t row = 0; row < table.rows.size(); ++row) result += latex_row(table, row);
  result += "\\hline\n\\end{tabular}\\par\n";
  for (const std::string& note : table.notes)
    result += "\\noindent " + escape_latex(note) + "\\par\n";
  return result;
}

}  // namespace

std::string render(const Table& table, Format format) {
  switch (format) {
    case Format::text:
      return render_text(table);
    case Format::markdown:
      return render_markdown(table);
    case Format::csv:
      return render_csv(table);
    case Format::latex:
      return render_latex(table);
    case Format::json:
      break;
  }
  assert(format != Format::json);
  return {};
}

}  // namespace corridor
