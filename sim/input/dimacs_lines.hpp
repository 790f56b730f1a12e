#pragma once

#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "corridor/core/diagnostic.hpp"
#include "corridor/graph/metric.hpp"

namespace corridor {

/// The lines of a file in one of DIMACS's formats, and the fields in them, which blanks part.
/// Comments (`c`) and empty lines are passed over; a carriage return counts as a blank.
class DimacsLines {
 public:
  /// `text` must end in a line feed; both must outlive this.
  DimacsLines(const std::string& name, std::string_view text, Diagnostics& diagnostics)
      : name_{name}, diagnostics_{diagnostics}, at_{text.data()}, end_{at_ + text.size()} {}

  /// Goes to the next line with something in it; false at the end, or once there are so many
  /// errors that more would only be counted.
  bool next() {
    if (diagnostics_.is_full()) return false;
    while (at_ != end_) {
      if (line_ > 0) to_line_end();
      if (at_ == end_) return false;
      line_start_ = at_;
      ++line_;
      skip_blanks();
      if (*at_ != '\n' && *at_ != 'c') return true;
    }
    return false;
  }

  int line() const { return line_; }

  /// The next field of the line; empty at its end.
  std::string_view field() {
    skip_blanks();
    const char* first = at_;
    while (*at_ != ' ' && *at_ != '\n' && *at_ != '\t' && *at_ != '\r') ++at_;
    return {first, static_cast<std::size_t>(at_ - first)};
  }

  /// The next field as a whole number; an error that speaks of `what` if it is none.
  std::optional<Weight> whole_number(std::string_view what) {
    const std::string_view text = field();
    Weight value = 0;
    const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault == std::errc{} && stop == at_) return value;
    say_no_number(text, {what, "a whole number"},
                  fault == std::errc::result_out_of_range && stop == at_);
    return {};
  }

  /// A number from 1 to `nodes`, less one.
  std::optional<std::uint32_t> node(std::string_view what, std::uint32_t nodes) {
    const std::optional<Weight> number = whole_number(what);
    if (!number) return {};
    if (*number >= 1 && *number <= nodes) return static_cast<std::uint32_t>(*number - 1);
    say_no_node(*number, nodes);
    return {};
  }

  /// The next field as a number with or without a fraction.
  std::optional<double> number(std::string_view what);

  bool is_at_end() {
    skip_blanks();
    return *at_ == '\n';
  }
  /// True at the end of the line; what else stands there is an error.
  bool ends() {
    if (is_at_end()) return true;
    say_more();
    return false;
  }

  /// The place of a field of this line.
  SourcePos place(std::string_view field) const {
    return {name_, line_, static_cast<int>(field.data() - line_start_) + 1};
  }
  /// The place of the last number or field that was read.
  SourcePos last_place() const { return place(last_field()); }
  SourcePos line_place() const { return {name_, line_, 1}; }
  void error(SourcePos at, std::string message, std::string hint = {}) {
    diagnostics_.error(std::move(at), std::move(message), std::move(hint));
  }

 private:
  struct Wanted {
    std::string_view what;  // "the weight"
    std::string_view kind;  // "a whole number"
  };

  void skip_blanks() {
    while (*at_ == ' ' || *at_ == '\t' || *at_ == '\r') ++at_;
  }
  void to_line_end() {
    const auto rest = static_cast<std::size_t>(end_ - at_);
    at_ = static_cast<const char*>(std::memchr(at_, '\n', rest)) + 1;
  }
  std::string_view last_field() const;
  void say_no_number(std::string_view text, const Wanted& wanted, bool out_of_range);
  void say_no_node(Weight number, std::uint32_t nodes);
  void say_more();

  const std::string& name_;
  Diagnostics& diagnostics_;
  const char* at_;
  const char* end_;
  const char* line_start_ = nullptr;
  int line_ = 0;
};

}  // namespace corridor
