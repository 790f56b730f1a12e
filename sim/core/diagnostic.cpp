#include "corridor/core/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace corridor {

namespace {

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.at.file, a.at.line, a.at.column) <
                            std::tie(b.at.file, b.at.line, b.at.column);
                   });
}

std::string place(const SourcePos& at) {
  std::string text = at.file.empty() ? "input" : at.file;
  if (at.line > 0) text += fmt::format(":{}", at.line);
  if (at.line > 0 && at.column > 0) text += fmt::format(":{}", at.column);
  return text;
}

/// Blanks up to the column, but tabs where the line has them, so that the caret stands below it.
std::string caret_line(std::string_view excerpt, int column) {
  std::string line;
  for (int i = 1; i < column; ++i) {
    const auto index = static_cast<std::size_t>(i - 1);
    const char c = index < excerpt.size() ? excerpt[index] : ' ';
    // Bytes that continue a UTF-8 character take no room of their own.
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;
    line += c == '\t' ? '\t' : ' ';
  }
  return line + '^';
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  const char* severity = diagnostic.severity == Severity::error ? "error" : "warning";
  std::string text = fmt::format("{}: {}: {}\n", place(diagnostic.at), severity, diagnostic.message);
  if (!diagnostic.excerpt.empty()) {
    text += fmt::format("  {}\n", diagnostic.excerpt);
    if (diagnostic.at.column > 0) {
      text += fmt::format("  {}\n", caret_line(diagnostic.excerpt, diagnostic.at.column));
    }
  }
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
  // The same mistake met twice (a scenario that two others extend) is told once.
  if (std::find(list_.begin(), list_.end(), diagnostic) == list_.end()) {
    list_.push_back(std::move(diagnostic));
  }
}

bool Diagnostics::has_errors() const {
  return std::any_of(list_.begin(), list_.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void Diagnostics::throw_if_any_error() const {
  if (has_errors()) throw InputError{list_};
}

InputError::InputError(std::vector<Diagnostic> diagnostics)
    : std::runtime_error{[&] {
        sort_by_place(diagnostics);
        return to_string(diagnostics);
      }()},
      diagnostics_{std::move(diagnostics)} {}

InputError::InputError(SourcePos at, std::string message, std::string hint)
    : InputError{std::vector<Diagnostic>(
          1, Diagnostic{std::move(at), Severity::error, std::move(message), std::move(hint), {}})} {}

}  // namespace corridor
