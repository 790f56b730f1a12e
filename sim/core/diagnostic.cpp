#include "corridor/core/diagnostic.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace corridor {

namespace {

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     const bool a_nowhere = a.at.file.empty();
                     const bool b_nowhere = b.at.file.empty();
                     return std::tie(a_nowhere, a.at.file, a.at.line, a.at.column) <
                            std::tie(b_nowhere, b.at.file, b.at.line, b.at.column);
                   });
}

std::string place(const SourcePos& at) {
  std::string text = at.file.empty() ? "input" : at.file;
  if (at.line > 0) text += fmt::format(":{}", at.line);
  if (at.line > 0 && at.column > 0) text += fmt::format(":{}", at.column);
  return text;
}

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The part of a long line around a column (from 1), and the column in that part.
std::pair<std::string, int> window(const std::string& line, int column) {
  constexpr std::size_t widest = 120;
  constexpr std::size_t before = 60;
  const auto at = static_cast<std::size_t>(std::max(column, 1) - 1);
  if (line.size() <= widest) return {line, column};
  if (at >= line.size()) return {};
  std::size_t first = at > before ? at - before : 0;
  while (first > 0 && continues_letter(line[first])) --first;
  std::size_t last = std::min(line.size(), first + widest);
  while (last < line.size() && continues_letter(line[last])) ++last;
  const std::string left = first > 0 ? "..." : "";
  const std::string right = last < line.size() ? "..." : "";
  const auto shift = static_cast<int>(first) - static_cast<int>(left.size());
  return {left + line.substr(first, last - first) + right, column - shift};
}

/// Blanks up to the column, but tabs where the line has them, so that the caret stands below it.
std::string caret_line(std::string_view excerpt, int column) {
  std::string line;
  for (int i = 1; i < column; ++i) {
    const auto index = static_cast<std::size_t>(i - 1);
    const char c = index < excerpt.size() ? excerpt[index] : ' ';
    // Bytes that continue a UTF-8 character take no room of their own.
    if (continues_letter(c)) continue;
    line += c == '\t' ? '\t' : ' ';
  }
  return line + '^';
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  const char* severity = diagnostic.severity == Severity::error ? "error" : "warning";
  std::string text =
      fmt::format("{}: {}: {}\n", place(diagnostic.at), severity, diagnostic.message);
  const auto [excerpt, column] = window(diagnostic.excerpt, diagnostic.at.column);
  if (!excerpt.empty()) text += fmt::format("  {}\n", excerpt);
  if (!excerpt.empty() && column > 0) text += fmt::format("  {}\n", caret_line(excerpt, column));
  if (!diagnostic.hint.empty()) text += fmt::format("  hint: {}\n", diagnostic.hint);
  return text;
}

std::string to_string(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += to_string(diagnostic);
  return text;
}

void Diagnostics::error(SourcePos at, std::string message, std::string hint) {
  add({std::move(at), Severity::error, std::move(message), std::move(hint), {}});
}

void Diagnostics::warning(SourcePos at, std::string message, std::string hint) {
  add({std::move(at), Severity::warning, std::move(message), std::move(hint), {}});
}

void Diagnostics::add(Diagnostic diagnostic) {
  const bool is_error = diagnostic.severity == Severity::error;
  std::size_t& count = is_error ? errors_ : warnings_;
  if (count >= most) {
    if (is_error) ++errors_left_out_;
    return;
  }
  // The same mistake met twice (a scenario that two others extend) is told once.
  const auto same = [&](const Diagnostic& d) {
    return d.at == diagnostic.at && d.severity == diagnostic.severity &&
           d.message == diagnostic.message && d.hint == diagnostic.hint;
  };
  if (std::any_of(list_.begin(), list_.end(), same)) return;
  list_.push_back(std::move(diagnostic));
  ++count;
}

void Diagnostics::fill_excerpts(const std::function<std::string(const SourcePos&)>& line_at) {
  for (Diagnostic& diagnostic : list_) {
    if (diagnostic.excerpt.empty()) diagnostic.excerpt = line_at(diagnostic.at);
  }
}

void Diagnostics::throw_if_any_error() const {
  if (!has_errors()) return;
  std::vector<Diagnostic> all = list_;
  if (errors_left_out_ > 0) {
    all.push_back({{}, Severity::error, fmt::format("and {} more", errors_left_out_), {}, {}});
  }
  throw InputError{std::move(all)};
}

InputError::InputError(std::vector<Diagnostic> diagnostics)
    : std::runtime_error{[&] {
        sort_by_place(diagnostics);
        return to_string(diagnostics);
      }()},
      diagnostics_{std::move(diagnostics)} {}

InputError::InputError(SourcePos at, std::string message, std::string hint)
    : InputError{std::vector<Diagnostic>(
          1, Diagnostic{std::move(at), Severity::error, std::move(message), std::move(hint), {}})} {
}

}  // namespace corridor
