#include "input/table_reader.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <csv.h>
#include <fmt/format.h>

namespace corridor {

namespace {

struct Cell {
  std::string text;
  int line = 0;
  int column = 0;
  bool quoted = false;
};
using Row = std::vector<Cell>;

/// Feeds libcsv byte by byte, since it does not say where a cell began.
class Splitter {
 public:
  Splitter(const SourceFile& source, Reading& reading) : source_{source}, reading_{reading} {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
  }
  ~Splitter() { csv_free(&parser_); }
  Splitter(const Splitter&) = delete;
  Splitter& operator=(const Splitter&) = delete;

  std::vector<Row> rows() {
    for (const char c : source_.bytes) {
      if (csv_parse(&parser_, &c, 1, on_cell, on_row, this) != 1) {
        reading_.error({source_.name, line_, column_}, "a quote where none may stand",
                       "put the whole cell between quotes and double the quotes in it");
        return std::move(rows_);
      }
      step(c);
    }
    if (csv_fini(&parser_, on_cell, on_row, this) != 0) {
      reading_.error({source_.name, cell_line_, cell_column_}, "a quote that is never closed");
    }
    return std::move(rows_);
  }

 private:
  static void on_cell(void* text, std::size_t size, void* self) {
    static_cast<Splitter*>(self)->add_cell({static_cast<const char*>(text), size});
  }
  static void on_row(int, void* self) {
    auto& splitter = *static_cast<Splitter*>(self);
    splitter.rows_.push_back(std::exchange(splitter.row_, {}));
  }

  void add_cell(std::string_view text) {
    row_.push_back({std::string{text}, cell_line_, cell_column_, cell_quoted_});
    at_end_of_cell_ = true;
  }

  void step(char c) {
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else {
      ++column_;
    }
    const bool blank_before_cell = at_start_ && (c == ' ' || c == '\t' || c == '\r' || c == '\n');
    if (at_end_of_cell_ || blank_before_cell) {
      at_end_of_cell_ = false;
      at_start_ = true;
      cell_line_ = line_;
      cell_column_ = column_;
      cell_quoted_ = false;
      return;
    }
    if (at_start_) cell_quoted_ = c == '"';
    at_start_ = false;
  }

  const SourceFile& source_;
  Reading& reading_;
  csv_parser parser_{};
  std::vector<Row> rows_;
  Row row_;
  int line_ = 1;  // of the next byte
  int column_ = 1;
  int cell_line_ = 1;  // of the cell that is being read
  int cell_column_ = 1;
  bool cell_quoted_ = false;
  bool at_start_ = true;
  bool at_end_of_cell_ = false;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Turns rows of cells into maps.
class TableReader {
 public:
  TableReader(const SourceFile& source, const std::vector<Column>& columns, Reading& reading)
      : source_{source}, columns_{columns}, reading_{reading} {}

  void read_header(const Row& header) {
    std::vector<std::string> known;
    for (const Column& column : columns_) known.push_back(column.name);
    for (const Cell& cell : header) {
      const auto found = std::find(known.begin(), known.end(), cell.text);
      const Column* column = found == known.end()
                                 ? nullptr
                                 : &columns_[static_cast<std::size_t>(found - known.begin())];
      if (column == nullptr) {
        reading_.unknown(place(cell), "unknown column " + in_quotes(cell.text), cell.text, known,
                         fmt::format("known columns: {}", fmt::join(known, ", ")));
      } else if (std::find(header_.begin(), header_.end(), column) != header_.end()) {
        reading_.error(place(cell), fmt::format("column {} is there twice", in_quotes(cell.text)));
        column = nullptr;
      }
      header_.push_back(column);
    }
    for (const Column& column : columns_) {
      const bool there = std::find(header_.begin(), header_.end(), &column) != header_.end();
      if (column.required && !there) {
        reading_.error({source_.name, 1, 1}, fmt::format("no column {}", in_quotes(column.name)));
        lacks_columns_ = true;
      }
    }
  }

  /// Null if the row is ragged, or if there are too many values.
  const FileValue* read_row(const Row& row) {
    const SourcePos at = place(row.front());
    if (row.size() != header_.size()) {
      reading_.error(at,
                     fmt::format("{} {} in this row, {} in the header", row.size(),
                                 row.size() == 1 ? "cell" : "cells", header_.size()),
                     "a cell with a comma in it stands between quotes");
      return nullptr;
    }
    FileValue* map = make(row.front(), FileValue::Kind::map);
    if (map == nullptr) return nullptr;
    map->columns = &columns_;
    map->lacks_columns = lacks_columns_;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (header_[i] == nullptr || row[i].text.empty()) continue;
      const FileValue* value = read_cell(row[i], *header_[i]);
      if (value == nullptr) return nullptr;
      map->entries.push_back({header_[i]->key, row[i].line, row[i].column, value});
    }
    return map;
  }

 private:
  SourcePos place(const Cell& cell) const { return {source_.name, cell.line, cell.column}; }

  FileValue* make(const Cell& cell, FileValue::Kind kind) {
    FileValue* value = reading_.make_value();
    if (value == nullptr) {
      reading_.error(place(cell), fmt::format("more than {} values", reading_.options().max_nodes));
      return nullptr;
    }
    value->kind = kind;
    value->file = &source_;
    value->line = cell.line;
    value->column = cell.column;
    return value;
  }

  const FileValue* read_cell(const Cell& cell, const Column& column) {
    if (column.kind == Column::Kind::list) return read_list(cell);
    FileValue* value = make(cell, FileValue::Kind::text);
    if (value == nullptr) return nullptr;
    value->text = cell.text;
    value->unit = column.unit;
    return value;
  }

  /// Texts between semicolons.
  const FileValue* read_list(const Cell& cell) {
    FileValue* list = make(cell, FileValue::Kind::list);
    if (list == nullptr) return nullptr;
    std::size_t first = 0;
    while (first <= cell.text.size()) {
      const std::size_t end = std::min(cell.text.find(';', first), cell.text.size());
      FileValue* value = make(cell, FileValue::Kind::text);
      if (value == nullptr) return nullptr;
      value->text = trimmed(std::string_view{cell.text}.substr(first, end - first));
      value->column += static_cast<int>(first) + (cell.quoted ? 1 : 0);
      list->entries.push_back({{}, value->line, value->column, value});
      first = end + 1;
    }
    return list;
  }

  const SourceFile& source_;
  const std::vector<Column>& columns_;
  Reading& reading_;
  std::vector<const Column*> header_;  // by place; null: unknown
  bool lacks_columns_ = false;
};

}  // namespace

std::vector<const FileValue*> read_table(const SourceFile& source,
                                         const std::vector<Column>& columns, Reading& reading) {
  const std::vector<Row> rows = Splitter{source, reading}.rows();
  if (rows.empty()) {
    reading.error({source.name, 1, 1}, "the table has no header");
    return {};
  }
  TableReader reader{source, columns, reading};
  reader.read_header(rows.front());
  std::vector<const FileValue*> values;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (const FileValue* value = reader.read_row(rows[i])) values.push_back(value);
    if (reading.diagnostics().is_full()) break;
  }
  return values;
}

}  // namespace corridor
