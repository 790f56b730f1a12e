#include "input/map_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "corridor/network/names.hpp"

namespace corridor {

namespace {

constexpr std::size_t longest_id = 100;

bool is_id(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !text.empty() && text.size() <= longest_id && std::all_of(text.begin(), text.end(), fits);
}

/// What a table calls a key.
std::string name_in(const FileValue& map, std::string_view key) {
  if (map.columns != nullptr) {
    for (const Column& column : *map.columns) {
      if (column.key == key) return column.name;
    }
  }
  return std::string{key};
}

}  // namespace

MapReader::MapReader(Reading& reading, const FileValue& map, std::string what,
                     std::span<const std::string> known)
    : reading_{reading}, map_{map}, what_{std::move(what)}, errors_before_{reading.error_count()} {
  if (!map.is_map()) {
    reading.error(map.at(), fmt::format("{} is a map of keys, found {}", what_, describe(map)));
    return;
  }
  for (const FileEntry& entry : map.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    reading.unknown(entry.at(), fmt::format("unknown key {} of {}", in_quotes(entry.key), what_),
                    entry.key, known, fmt::format("known keys: {}", fmt::join(known, ", ")));
  }
}

std::string MapReader::shown(std::string_view key) const { return "'" + name_in(map_, key) + "'"; }

void MapReader::error(std::string_view key, std::string message, std::string hint) const {
  const FileValue* value = find(key);
  reading_.error(value != nullptr ? value->at() : at(), std::move(message), std::move(hint));
}

const FileValue* MapReader::need(std::string_view key) const {
  const FileValue* value = find(key);
  // A column that is missing has been reported, and not for each row.
  if (value == nullptr && map_.is_map() && !map_.lacks_columns) {
    reading_.error(at(), fmt::format("{} needs {}", what_, shown(key)));
  }
  return value;
}

std::optional<std::string> MapReader::text(std::string_view key) const {
  const FileValue* value = find(key);
  if (value == nullptr) return {};
  return read_text(reading_, *value, shown(key));
}

std::optional<std::string> MapReader::needed_text(std::string_view key) const {
  return need(key) == nullptr ? std::nullopt : text(key);
}

std::optional<std::string> MapReader::id(std::string_view key) const {
  const FileValue* value = need(key);
  if (value == nullptr) return {};
  return read_id(reading_, *value, shown(key));
}

std::optional<Name> MapReader::name(std::string_view key) const {
  const FileValue* value = find(key);
  if (value == nullptr) return {};
  auto found = read_text(reading_, *value, shown(key));
  if (!found) return {};
  return Name{std::move(*found), value->at()};
}

std::optional<Name> MapReader::needed_name(std::string_view key) const {
  return need(key) == nullptr ? std::nullopt : name(key);
}

std::vector<Name> MapReader::names(std::string_view key) const {
  const FileValue* value = find(key);
  if (value == nullptr) return {};
  return read_names(reading_, *value, shown(key));
}

std::vector<std::string> MapReader::texts(std::string_view key) const {
  return texts_of(names(key));
}

bool MapReader::boolean(std::string_view key, bool otherwise) const {
  const FileValue* value = find(key);
  if (value == nullptr) return otherwise;
  return read_boolean(reading_, *value, shown(key)).value_or(otherwise);
}

std::optional<double> MapReader::number(std::string_view key) const {
  const auto found = text(key);
  if (!found) return {};
  Trouble trouble;
  const auto result = parse_number(*found, trouble);
  if (!result) error(key, trouble.message, trouble.hint);
  return result;
}

std::optional<int> MapReader::whole_number(std::string_view key, int least, int most) const {
  const auto found = number(key);
  if (!found) return {};
  if (*found != std::floor(*found) || *found < least || *found > most) {
    error(key, fmt::format("{} is {}, wanted is a whole number from {} to {}", shown(key),
                           describe(*find(key)), least, most));
    return {};
  }
  return static_cast<int>(*found);
}

std::optional<Date> MapReader::date(std::string_view key, DayOfMonth missing_day) const {
  const auto found = text(key);
  if (!found) return {};
  const auto result = parse_date(*found, missing_day);
  if (!result) {
    error(key, fmt::format("{} is not a date", in_quotes(*found)),
          "such as 2026-03-15, or 2026-03 for a month");
  }
  return result;
}

std::vector<const FileValue*> MapReader::list(std::string_view key) const {
  const FileValue* value = find(key);
  if (value == nullptr || value->kind == FileValue::Kind::nothing) return {};
  if (!value->is_list()) {
    reading_.error(value->at(),
                   fmt::format("{} is a list, found {}", shown(key), describe(*value)));
    return {};
  }
  std::vector<const FileValue*> entries;
  entries.reserve(value->entries.size());
  for (const FileEntry& entry : value->entries) entries.push_back(entry.value);
  return entries;
}

std::optional<std::size_t> MapReader::word(std::string_view key,
                                           std::span<const std::string> known) const {
  const auto found = text(key);
  if (!found) return {};
  const auto place = std::find(known.begin(), known.end(), *found);
  if (place != known.end()) return static_cast<std::size_t>(place - known.begin());
  reading_.unknown(find(key)->at(),
                   fmt::format("unknown {} {}", name_in(map_, key), in_quotes(*found)), *found,
                   known, fmt::format("one of: {}", fmt::join(known, ", ")));
  return {};
}

Provenance MapReader::provenance(const Provenance& around) const {
  Provenance result = around;
  if (auto source = text("source")) result.source = std::move(*source);
  if (const auto confidence = one_of<Confidence>("confidence", confidence_names())) {
    result.confidence = *confidence;
  }
  result.assumption = boolean("assumption", around.assumption);
  return result;
}

std::optional<std::string> read_text(Reading& reading, const FileValue& value,
                                     std::string_view what) {
  if (!value.is_text()) {
    reading.error(value.at(), fmt::format("{} is a text, found {}", what, describe(value)));
    return {};
  }
  if (value.text.empty()) {
    reading.error(value.at(), fmt::format("{} is empty", what));
    return {};
  }
  return value.text;
}

std::optional<std::string> read_id(Reading& reading, const FileValue& value,
                                   std::string_view what) {
  auto text = read_text(reading, value, what);
  if (!text || is_id(*text)) return text;
  reading.error(value.at(), fmt::format("{} is no id", in_quotes(*text)),
                fmt::format("small letters, digits and underscores, up to {}", longest_id));
  return {};
}

std::vector<Name> read_names(Reading& reading, const FileValue& value, std::string_view what) {
  std::vector<Name> names;
  const auto take = [&](const FileValue& entry) {
    if (auto text = read_text(reading, entry, what))
      names.push_back({std::move(*text), entry.at()});
  };
  if (!value.is_list()) {
    take(value);
    return names;
  }
  for (const FileEntry& entry : value.entries) take(*entry.value);
  return names;
}

std::optional<bool> read_boolean(Reading& reading, const FileValue& value, std::string_view what) {
  static constexpr std::array<std::string_view, 9> yes = {"on",  "true", "yes",  "On", "True",
                                                          "Yes", "ON",   "TRUE", "YES"};
  static constexpr std::array<std::string_view, 9> no = {"off", "false", "no",    "Off", "False",
                                                         "No",  "OFF",   "FALSE", "NO"};
  const auto text = read_text(reading, value, what);
  if (!text) return {};
  if (std::find(yes.begin(), yes.end(), *text) != yes.end()) return true;
  if (std::find(no.begin(), no.end(), *text) != no.end()) return false;
  reading.error(value.at(), fmt::format("{} is on or off, found {}", what, in_quotes(*text)));
  return {};
}

std::vector<std::string> texts_of(const std::vector<Name>& names) {
  std::vector<std::string> texts;
  texts.reserve(names.size());
  for (const Name& name : names) texts.push_back(name.text);
  return texts;
}

}  // namespace corridor
