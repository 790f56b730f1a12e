#include "input/tntp_lines.hpp"

#include <charconv>
#include <cmath>
#include <system_error>

#include <fmt/format.h>

#include "input/file_value.hpp"
#include "input/number.hpp"

namespace corridor {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_mark(char c) { return c == ';' || c == ':'; }

/// What a field is called that should be a number.
std::string shown_field(std::string_view text) {
  return text.empty() || (text.size() == 1 && is_mark(text[0])) ? "" : in_quotes(text);
}

}  // namespace

bool TntpLines::next() {
  if (stays_) {
    stays_ = false;
    at_ = line_start_;
    return true;
  }
  while (!diagnostics_.is_full()) {
    if (line_ > 0) line_start_ = line_end_ + 1;
    if (line_start_ >= text_.size()) return false;
    line_end_ = text_.find('\n', line_start_);
    at_ = line_start_;
    ++line_;
    skip_blanks();
    if (at_ != line_end_ && text_[at_] != '~') return true;
  }
  return false;
}

void TntpLines::skip_blanks() {
  while (is_blank(text_[at_])) ++at_;
}

char TntpLines::first_letter() {
  skip_blanks();
  return text_[at_];
}

std::string_view TntpLines::field() {
  skip_blanks();
  const std::size_t first = at_;
  if (is_mark(text_[at_])) {
    ++at_;
  } else {
    while (at_ != line_end_ && !is_blank(text_[at_]) && !is_mark(text_[at_])) ++at_;
  }
  return text_.substr(first, at_ - first);
}

bool TntpLines::accept(char mark) {
  skip_blanks();
  if (text_[at_] != mark) return false;
  ++at_;
  return true;
}

bool TntpLines::is_at_end() {
  skip_blanks();
  return at_ == line_end_;
}

std::optional<double> TntpLines::number(const TntpNumber& wanted) {
  const std::string_view text = field();
  double value = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number =
      !text.empty() && stop == text.data() + text.size() && fault != std::errc::invalid_argument;
  const std::string shown = shown_field(text);
  if (shown.empty()) {
    error(place(text), fmt::format("{} is missing", wanted.what));
    if (!text.empty()) at_ -= text.size();
  } else if (!is_number || std::isnan(value)) {
    error(place(text), fmt::format("{} {} is not a number", wanted.what, shown));
  } else if (value < wanted.least) {
    error(place(text), fmt::format("{} {} is less than {}", wanted.what, shown, wanted.least));
  } else if (fault == std::errc::result_out_of_range || value > largest_number) {
    error(place(text), fmt::format("{} {} is out of range", wanted.what, shown));
  } else {
    return value;
  }
  return {};
}

std::optional<std::uint32_t> TntpLines::whole(const TntpNumber& wanted) {
  const std::size_t start = at_;
  const std::string_view text = field();
  std::uint32_t value = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = fault == std::errc{} && stop == text.data() + text.size();
  if (is_whole && value >= wanted.least) return value;
  at_ = start;
  if (const auto number = this->number(wanted)) {
    const bool is_large = *number == std::floor(*number) && *number > UINT32_MAX;
    error(place(text), fmt::format("{} {} is {}", wanted.what, in_quotes(text),
                                   is_large ? "out of range" : "not a whole number"));
  }
  return {};
}

std::optional<std::uint32_t> TntpLines::id(std::string_view what, std::string_view things,
                                           std::uint32_t count) {
  skip_blanks();
  const SourcePos at = place(text_.substr(at_, 0));
  const std::optional<std::uint32_t> number = whole({what, 0});
  if (!number) return {};
  if (*number >= 1 && *number <= count) return *number - 1;
  error(at, fmt::format("there is no {} {}", things, *number),
        fmt::format("the head announces {} {}s, numbered from 1", count, things));
  return {};
}

}  // namespace corridor
