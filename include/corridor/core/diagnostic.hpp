#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace corridor {

/// A place in a file. Lines and columns count from 1; 0 means unknown.
struct SourcePos {
  std::string file;
  int line = 0;
  int column = 0;
  friend bool operator==(const SourcePos&, const SourcePos&) = default;
};

enum class Severity { error, warning };

/// One thing that is wrong with an input. `excerpt` is the offending line as it stands in the file;
/// printing sets a caret under the column. `hint` says what to do about it.
struct Diagnostic {
  SourcePos at;
  Severity severity = Severity::error;
  std::string message;
  std::string hint;
  std::string excerpt;
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// `file:line:column: error: message`, the line, the caret and the hint, each on a line of its own.
std::string to_string(const Diagnostic& diagnostic);
std::string to_string(const std::vector<Diagnostic>& diagnostics);

/// Collects what is wrong, so that all of it is reported in one go. It keeps the first `most`
/// errors and as many warnings, and counts the rest: a hostile file cannot fill the memory with
/// mistakes.
class Diagnostics {
 public:
  static constexpr std::size_t most = 100;

  void error(SourcePos at, std::string message, std::string hint = {});
  void warning(SourcePos at, std::string message, std::string hint = {});
  void add(Diagnostic diagnostic);

  bool has_errors() const { return errors_ > 0; }
  /// More errors would only be counted: looking for hints is no longer worth while.
  bool is_full() const { return errors_ >= most; }
  const std::vector<Diagnostic>& list() const { return list_; }

  /// Asks for the line of each place that has no excerpt yet.
  void fill_excerpts(const std::function<std::string(const SourcePos&)>& line_at);

  /// Throws InputError with everything collected if there is an error among it.
  void throw_if_any_error() const;

 private:
  std::vector<Diagnostic> list_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t errors_left_out_ = 0;
};

/// Everything that is wrong with the inputs, thrown once they have been read to their end. The
/// diagnostics are sorted by file, line and column; those without a file come last.
class InputError : public std::runtime_error {
 public:
  explicit InputError(std::vector<Diagnostic> diagnostics);
  InputError(SourcePos at, std::string message, std::string hint = {});
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace corridor
