#include "input/source_file.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace corridor {

namespace {

constexpr std::size_t longest_excerpt = 4096;
constexpr std::string_view save_as = "save the file as UTF-8 text";

bool begins(std::string_view bytes, std::string_view mark) {
  return bytes.substr(0, mark.size()) == mark;
}

/// The encoding that a byte order mark, or the NULs of plain letters, give away.
std::optional<std::string> foreign_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (begins(bytes, "\xFF\xFE\0\0"sv) || begins(bytes, "\0\0\xFE\xFF"sv)) return "UTF-32";
  if (begins(bytes, "\xFF\xFE"sv) || begins(bytes, "\xFE\xFF"sv)) return "UTF-16";
  if (bytes.size() < 4) return {};
  const bool little = bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0;
  const bool big = bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0;
  if (little || big) return "UTF-16";
  return {};
}

/// Bytes of the letter that begins here, 0 if none does (RFC 3629: no overlong forms, no
/// surrogates).
std::size_t letter_size(std::string_view bytes) {
  const auto byte = [&](std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned>(static_cast<unsigned char>(bytes[i])) : 0U;
  };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned a = byte(0);
  if (a < 0x80U) return 1;
  if (a >= 0xC2U && a <= 0xDFU) return continues(1) ? 2 : 0;
  if (a >= 0xE0U && a <= 0xEFU) {
    const bool overlong = a == 0xE0U && byte(1) < 0xA0U;
    const bool surrogate = a == 0xEDU && byte(1) > 0x9FU;
    return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (a >= 0xF0U && a <= 0xF4U) {
    const bool overlong = a == 0xF0U && byte(1) < 0x90U;
    const bool beyond = a == 0xF4U && byte(1) > 0x8FU;
    return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

/// The first byte that no text has, in words.
std::optional<std::pair<std::size_t, std::string>> first_fault(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const auto byte = static_cast<unsigned>(static_cast<unsigned char>(bytes[i]));
    if (is_control(bytes[i])) {
      return {{i, fmt::format("byte 0x{:02x} is no text: this looks like a binary file", byte)}};
    }
    const bool lone_return = bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n');
    if (lone_return) return {{i, "a carriage return without a line feed"}};
    const std::size_t size = letter_size(bytes.substr(i));
    if (size == 0) return {{i, fmt::format("byte 0x{:02x} is not valid UTF-8", byte)}};
    i += size;
  }
  return {};
}

}  // namespace

std::string SourceFile::line(int number) const {
  if (number < 1 || static_cast<std::size_t>(number) > line_starts.size()) return {};
  const std::size_t first = line_starts[static_cast<std::size_t>(number) - 1];
  const std::size_t end = std::min(bytes.find('\n', first), bytes.size());
  const std::string_view text = std::string_view{bytes}.substr(first, end - first);
  if (text.size() > longest_excerpt) return {};
  return std::string{text.substr(0, text.find('\r'))};
}

bool load_source(std::string name, std::string bytes, SourceFile& source,
                 Diagnostics& diagnostics) {
  source.name = std::move(name);
  if (const auto encoding = foreign_encoding(bytes)) {
    diagnostics.error({source.name, 1, 1}, "the file is " + *encoding, std::string{save_as});
    return false;
  }
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  source.bytes = begins(bytes, mark) ? bytes.substr(mark.size()) : std::move(bytes);
  source.line_starts = {0};
  for (std::size_t i = source.bytes.find('\n'); i != std::string::npos;
       i = source.bytes.find('\n', i + 1)) {
    source.line_starts.push_back(i + 1);
  }
  const auto fault = first_fault(source.bytes);
  if (!fault) return true;
  const auto after =
      std::upper_bound(source.line_starts.begin(), source.line_starts.end(), fault->first);
  const auto line = static_cast<int>(after - source.line_starts.begin());
  const auto column = static_cast<int>(fault->first - *(after - 1)) + 1;
  diagnostics.error({source.name, line, column}, fault->second, std::string{save_as});
  source.bytes.clear();  // nothing of it may be shown
  source.line_starts.clear();
  return false;
}

}  // namespace corridor
