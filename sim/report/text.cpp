#include "report/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace corridor {

namespace {

struct Span {
  std::uint32_t first;
  std::uint32_t last;
};

// Blocks of Unicode 15 whose characters take no column, and those that take two (East Asian Width W
// and F). Names of places need no finer table.
constexpr std::array zero_width{Span{0x0300, 0x036F}, Span{0x0483, 0x0489}, Span{0x0591, 0x05BD},
                                Span{0x0610, 0x061A}, Span{0x064B, 0x065F}, Span{0x200B, 0x200F},
                                Span{0x20D0, 0x20FF}, Span{0xFE00, 0xFE0F}, Span{0xFE20, 0xFE2F},
                                Span{0xFEFF, 0xFEFF}};
constexpr std::array double_width{
    Span{0x1100, 0x115F},   Span{0x2E80, 0x303E},  Span{0x3041, 0xA4CF}, Span{0xAC00, 0xD7A3},
    Span{0xF900, 0xFAFF},   Span{0xFE30, 0xFE6F},  Span{0xFF00, 0xFF60}, Span{0xFFE0, 0xFFE6},
    Span{0x1F300, 0x1F64F}, Span{0x20000, 0x3FFFD}};

template <std::size_t N>
bool within(const std::array<Span, N>& spans, std::uint32_t code) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](Span span) { return span.first <= code && code <= span.last; });
}

struct Character {
  std::size_t bytes = 1;
  std::size_t columns = 1;
};

/// The character at the beginning of `text`; a byte that begins none counts as one.
Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
  };
  const std::uint32_t lead = byte(0);
  std::size_t length = 1;
  std::uint32_t code = lead;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
    code = lead & 0x1FU;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    code = lead & 0x0FU;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    code = lead & 0x07U;
  }
  if (length > text.size()) return {};
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {};
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  if (within(zero_width, code)) return {length, 0};
  return {length, within(double_width, code) ? 2U : 1U};
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

struct Replacement {
  char from;
  std::string_view to;
};
// Brackets and stars are wrapped because they would be arguments after a line break.
constexpr std::array latex_replacements{
    Replacement{'&', "\\&"},        Replacement{'%', "\\%"},
    Replacement{'$', "\\$"},        Replacement{'#', "\\#"},
    Replacement{'_', "\\_"},        Replacement{'{', "\\{"},
    Replacement{'}', "\\}"},        Replacement{'~', "\\textasciitilde{}"},
    Replacement{'[', "{[}"},        Replacement{'^', "\\textasciicircum{}"},
    Replacement{']', "{]}"},        Replacement{'\\', "\\textbackslash{}"},
    Replacement{'*', "{*}"},        Replacement{'<', "\\textless{}"},
    Replacement{'"', "{\\char34}"}, Replacement{'>', "\\textgreater{}"},
    Replacement{'|', "\\textbar{}"}};

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t columns = 0;
  while (!utf8.empty()) {
    const Character next = first_character(utf8);
    columns += next.columns;
    utf8.remove_prefix(next.bytes);
  }
  return columns;
}

std::string pad_right(std::string_view text, std::size_t width) {
  const std::size_t columns = display_width(text);
  return std::string{text} + std::string(columns < width ? width - columns : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t columns = display_width(text);
  return std::string(columns < width ? width - columns : 0, ' ') + std::string{text};
}

std::string one_line(std::string_view text) {
  std::string line{text};
  std::replace_if(
      line.begin(), line.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return line;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    // A number stays with its per cent sign.
    std::size_t end = std::min(text.find(' '), text.size());
    if (text.substr(end).starts_with(" %")) end = std::min(text.find(' ', end + 1), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
      lines.push_back(std::move(line));
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += word;
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string shorten(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string{text};
  std::string result;
  std::size_t columns = 0;
  while (!text.empty()) {
    const Character next = first_character(text);
    if (columns + next.columns + 1 > width) break;
    columns += next.columns;
    result += text.substr(0, next.bytes);
    text.remove_prefix(next.bytes);
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result + "…";
}

std::string escape_markdown(std::string_view text) {
  constexpr std::string_view special = "\\|*<`[]~";
  const std::string line = one_line(text);
  std::string result;
  for (std::size_t i = 0; i < line.size(); ++i) {
    // An underscore inside a word, as in an id, is plain text; elsewhere it would begin emphasis.
    const bool inside =
        i > 0 && i + 1 < line.size() && is_word(line[i - 1]) && is_word(line[i + 1]);
    if (special.find(line[i]) != std::string_view::npos || (line[i] == '_' && !inside) ||
        (line[i] == '>' && i == 0))
      result += '\\';
    result += line[i];
  }
  return result;
}

std::string escape_latex(std::string_view text) {
  std::string result;
  for (const char c : one_line(text)) {
    const auto found = std::find_if(latex_replacements.begin(), latex_replacements.end(),
                                    [&](const Replacement& r) { return r.from == c; });
    if (found == latex_replacements.end()) {
      result += c;
    } else {
      result += found->to;
    }
  }
  return result;
}

std::string escape_csv(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{text};
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

std::string enumerate(const std::vector<std::string>& words) {
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) result += i + 1 == words.size() ? " and " : ", ";
    result += words[i];
  }
  return result;
}

std::string list_some(const std::vector<std::string>& names, std::size_t most) {
  std::string result;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
    result += (i > 0 ? "; " : "") + names[i];
  }
  if (names.size() > most) result += "; and " + std::to_string(names.size() - most) + " more";
  return result;
}

std::string place_name(std::string_view name) {
  return std::string{name.substr(0, std::min(name.find(" ("), name.find(", ")))};
}

std::string count_of(std::size_t count, const std::string& noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

}  // namespace corridor
