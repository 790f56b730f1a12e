#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/core/diagnostic.hpp"

namespace corridor {

/// The bytes of one file, without a byte order mark, and where its lines begin.
struct SourceFile {
  std::string name;  // as diagnostics show it
  std::string bytes;
  std::vector<std::size_t> line_starts;

  /// A line without its end, counted from 1; empty where there is none, or where it is too long to
  /// show.
  std::string line(int number) const;
};

/// Makes a source of text. Bytes that no text file has (UTF-16, NUL, control characters, wrong
/// UTF-8) are errors; then the result is not to be read.
bool load_source(std::string name, std::string bytes, SourceFile& source, Diagnostics& diagnostics);

}  // namespace corridor
