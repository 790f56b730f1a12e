#include "input/file_value.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace corridor {

namespace {

constexpr std::size_t longest_flow_text = 400;
constexpr std::size_t longest_quote = 60;

bool is_odd(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// The first bytes of a text, never half of a letter.
std::string_view beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

std::string printable(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_odd(c)) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      result += c;
    }
  }
  return result;
}

bool needs_quotes(const FileValue& value) {
  return value.quoted && value.text.find_first_of(",:{}[]<>=#") != std::string::npos;
}

void write_flow(const FileValue& value, std::string& out) {
  if (out.size() > longest_flow_text) return;
  if (value.is_text()) {
    const std::string text = printable(beginning(value.text, longest_flow_text));
    out += needs_quotes(value) ? "\"" + text + "\"" : text;
    return;
  }
  if (!value.is_list() && !value.is_map()) return;
  out += value.is_map() ? '{' : '[';
  bool first = true;
  for (const FileEntry& entry : value.entries) {
    if (out.size() > longest_flow_text) break;
    if (!first) out += ", ";
    first = false;
    if (value.is_map()) out += printable(beginning(entry.key, longest_flow_text)) + ": ";
    write_flow(*entry.value, out);
  }
  out += value.is_map() ? '}' : ']';
}

}  // namespace

const FileValue* FileValue::find(std::string_view key) const {
  if (!is_map()) return nullptr;
  const auto entry = std::find_if(entries.begin(), entries.end(),
                                  [&](const FileEntry& candidate) { return candidate.key == key; });
  return entry == entries.end() ? nullptr : entry->value;
}

std::string flow_text(const FileValue& value) {
  std::string text;
  write_flow(value, text);
  if (text.size() <= longest_flow_text) return text;
  return std::string{beginning(text, longest_flow_text)} + "...";
}

std::string describe(const FileValue& value) {
  switch (value.kind) {
    case FileValue::Kind::nothing:
      return "nothing";
    case FileValue::Kind::text:
      return in_quotes(value.text);
    case FileValue::Kind::list:
      return "a list";
    case FileValue::Kind::map:
      return "a map";
  }
  return {};
}

std::string in_quotes(std::string_view text) {
  const std::string_view shown = beginning(text, longest_quote);
  return "'" + printable(shown) + (shown.size() < text.size() ? "...'" : "'");
}

}  // namespace corridor
