#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/core/diagnostic.hpp"

#include "input/source_file.hpp"

namespace corridor {

/// A column of a table: its name in the header, and the key and unit that its cells stand for.
struct Column {
  enum class Kind : std::uint8_t { text, list };

  std::string name;
  std::string key;
  std::string unit;  // of a bare number in a cell; empty where the cell says its unit itself
  Kind kind = Kind::text;
  bool required = false;  // the table must have the column
};

struct FileEntry;

/// A value as it stands in a file, YAML or table, and nothing interpreted. A row of a table is a
/// map. Children belong to the document; a value that an alias repeats stands there once.
struct FileValue {
  enum class Kind : std::uint8_t { nothing, text, list, map };

  Kind kind = Kind::nothing;
  bool quoted = false;
  const SourceFile* file = nullptr;
  int line = 0;
  int column = 0;
  std::string text;
  std::vector<FileEntry> entries;                // of a list (keys empty) or a map
  std::string_view unit;                         // of a cell whose column names one
  const std::vector<Column>* columns = nullptr;  // of a row
  bool lacks_columns = false;                    // of a row: its table has not all that it must

  SourcePos at() const { return {file->name, line, column}; }
  bool is_text() const { return kind == Kind::text; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  const FileValue* find(std::string_view key) const;
};

struct FileEntry {
  std::string key;
  int line = 0;
  int column = 0;
  const FileValue* value = nullptr;

  SourcePos at() const { return {value->file->name, line, column}; }
};

/// The value in one line, in YAML's flow form: `{corridor: zangezur, mode: rail}`. Cut off with
/// dots after some hundred bytes.
std::string flow_text(const FileValue& value);

/// What kind of value this is, in words: "a list", "the text 'x'".
std::string describe(const FileValue& value);

/// Text between quotes for a message: cut off where it is long, odd bytes shown by their codes.
std::string in_quotes(std::string_view text);

}  // namespace corridor
