#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corridor/core/diagnostic.hpp"

namespace corridor {

/// What one may ask of a number.
struct TntpNumber {
  std::string_view what;  // "the capacity"
  double least = 0;
};

/// The lines of a file in TNTP's format and the fields in them, which blanks part, or one of the
/// marks `;` and `:`, each a field of its own. Comments (`~`) and empty lines are passed over.
class TntpLines {
 public:
  /// `text` must end in a line feed; both must outlive this.
  TntpLines(const std::string& name, std::string_view text, Diagnostics& diagnostics)
      : name_{name}, text_{text}, diagnostics_{diagnostics} {}

  /// Goes to the next line with something in it; false at the end, or once there are so many
  /// errors that more would only be counted.
  bool next();
  /// Makes the next call of next() stay here.
  void stay() { stays_ = true; }

  int line() const { return line_; }
  char first_letter();
  /// The next field of the line; empty at its end.
  std::string_view field();
  /// Passes over a mark if it comes next.
  bool accept(char mark);
  bool is_at_end();
  /// The rest of the line, from here.
  std::string_view rest() const { return text_.substr(at_, line_end_ - at_); }
  void skip(std::size_t bytes) { at_ += bytes; }

  // The next field as a number, from what is least up; otherwise an error that says what it is.

  std::optional<double> number(const TntpNumber& wanted);
  std::optional<std::uint32_t> whole(const TntpNumber& wanted);
  /// A number from 1 to `count`, less one; `things` are what is counted.
  std::optional<std::uint32_t> id(std::string_view what, std::string_view things,
                                  std::uint32_t count);

  SourcePos place(std::string_view field) const {
    const auto column = static_cast<std::size_t>(field.data() - text_.data()) - line_start_;
    return {name_, line_, static_cast<int>(column) + 1};
  }
  SourcePos line_place() const { return {name_, line_, 1}; }
  SourcePos file_place() const { return {name_, 0, 0}; }
  void error(SourcePos at, std::string message, std::string hint = {}) {
    diagnostics_.error(std::move(at), std::move(message), std::move(hint));
  }

 private:
  void skip_blanks();

  const std::string& name_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t line_start_ = 0;
  std::size_t line_end_ = 0;  // where its line feed is
  std::size_t at_ = 0;
  int line_ = 0;
  bool stays_ = false;
};

}  // namespace corridor
