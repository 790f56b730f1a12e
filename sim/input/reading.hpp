#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corridor/core/diagnostic.hpp"
#include "corridor/input/read.hpp"

#include "input/file_bytes.hpp"
#include "input/file_value.hpp"
#include "input/source_file.hpp"

namespace corridor {

/// What one call of a reader shares: its options, what it found wrong, the files that it read and
/// the values in them.
class Reading {
 public:
  explicit Reading(const ReadOptions& options) : options_{options} {}
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  const ReadOptions& options() const { return options_; }
  Diagnostics& diagnostics() { return diagnostics_; }
  std::size_t error_count() const { return error_count_; }

  void error(SourcePos at, std::string message, std::string hint = {});
  /// Says `message`, and the nearest of the known names, or else `otherwise`.
  void unknown(SourcePos at, std::string message, std::string_view name,
               std::span<const std::string> known, const std::string& otherwise = {});

  /// The file that a text names: from `folder`, and inside the folder tree `root` unless the
  /// options allow more. An error at `at` if it names none.
  std::optional<std::filesystem::path> find_file(const FileValue& named,
                                                 const std::filesystem::path& folder,
                                                 const std::filesystem::path& root);

  /// A text file, read once. Null, and an error at `at`, if it cannot be read.
  const SourceFile* load(const std::filesystem::path& file, const SourcePos& at);
  const SourceFile* load_text(const std::string& name, std::string bytes);

  /// A new value that lives as long as this. Null once there are more than the options allow.
  FileValue* make_value();
  /// Counts values that an alias repeats; false once there are too many.
  bool count_values(std::size_t count);

  /// Throws InputError with the lines of all places filled in if there is an error; else passes the
  /// warnings on.
  void finish(Diagnostics& warnings);

 private:
  ReadOptions options_;
  Diagnostics diagnostics_;
  std::size_t error_count_ = 0;
  std::map<std::string, SourceFile> files_;  // by canonical path, or by name for text
  std::deque<FileValue> values_;
  std::size_t value_count_ = 0;
};

/// One and the same for all ways to write the path of a file.
std::string canonical_text(const std::filesystem::path& path);

}  // namespace corridor
