#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "input/network_parts.hpp"
#include "input/read_figure.hpp"

namespace corridor {

namespace {

bool is_country_code(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Keys that any entry with figures may have.
std::vector<std::string> with_provenance(std::vector<std::string> keys) {
  for (const char* key : {"source", "confidence", "assumption", "note"}) keys.emplace_back(key);
  return keys;
}

}  // namespace

/// Lists that the rest of the program searches from one end to the other.
bool NetworkReader::has_too_many(std::string_view key,
                                 const std::vector<const FileValue*>& entries) const {
  static const std::set<std::string, std::less<>> short_lists = {"modes", "cargoes", "countries",
                                                                 "unions", "transfers"};
  constexpr std::size_t most = 1000;
  if (!short_lists.contains(key) || entries.size() <= most) return false;
  reading_.error(entries[most]->at(), fmt::format("more than {} entries of '{}'", most, key));
  return true;
}

void NetworkReader::check_country(const Name& country) const {
  if (!is_country_code(country.text)) {
    reading_.error(country.at, fmt::format("{} is no country code", in_quotes(country.text)),
                   "two capital letters (ISO 3166 alpha-2); XZ is international waters");
  } else if (!countries_.empty() && !countries_.contains(country.text)) {
    reading_.error(country.at, fmt::format("unknown country {}", in_quotes(country.text)),
                   "add it to 'countries'");
  }
}

void NetworkReader::check_border_end(const std::optional<Name>& end) const {
  if (!end || end->text == "*" || network_.find_union(end->text) != nullptr) return;
  if (countries_.contains(end->text) || node_countries_.contains(end->text)) return;
  std::vector<std::string> known;
  for (const CustomsUnion& customs_union : network_.unions) known.push_back(customs_union.id);
  reading_.unknown(end->at, fmt::format("unknown country or union {}", in_quotes(end->text)),
                   end->text, known, "a country's code, the id of a union, or '*' for any");
}

void NetworkReader::read_countries() {
  static const std::vector<std::string> keys = {"id", "name"};
  for_each("countries", [&](const FileValue& value) {
    const MapReader map{reading_, value, "a country", keys};
    Country country;
    country.at = value.at();
    country.id = map.needed_text("id").value_or("");
    country.name = map.text("name").value_or(country.id);
    if (!country.id.empty() && !is_country_code(country.id)) {
      map.error("id", fmt::format("{} is no country code", in_quotes(country.id)),
                "two capital letters (ISO 3166 alpha-2); XZ is international waters");
    }
    countries_.insert(country.id);
    if (!country.id.empty() && is_new(country, map, "country")) {
      network_.countries.push_back(std::move(country));
    }
  });
}

void NetworkReader::read_unions() {
  static const std::vector<std::string> keys = {"id", "name", "members", "note"};
  for_each("unions", [&](const FileValue& value) {
    const MapReader map{reading_, value, "a union", keys};
    CustomsUnion customs_union;
    customs_union.at = value.at();
    if (auto id = map.id("id")) customs_union.id = std::move(*id);
    customs_union.name = map.text("name").value_or(customs_union.id);
    map.need("members");
    for (const Name& member : map.names("members")) {
      check_country(member);
      customs_union.members.push_back(member.text);
    }
    if (!customs_union.id.empty() && is_new(customs_union, map, "union")) {
      network_.unions.push_back(std::move(customs_union));
    }
  });
}

void NetworkReader::read_transfers() {
  static const std::vector<std::string> keys = with_provenance({"between", "time", "cost"});
  for_each("transfers", [&](const FileValue& value) {
    const MapReader map{reading_, value, "a transfer", keys};
    Transfer transfer;
    transfer.at = value.at();
    const Provenance around = map.provenance();
    read_into(transfer.time, map, "time", Dimension::time, around);
    read_into(transfer.cost, map, "cost", Dimension::charge, around);
    if (map.need("between") == nullptr) return;
    const std::vector<Name> modes = map.names("between");
    if (modes.size() != 2) {
      map.error("between", fmt::format("a transfer is between two modes, found {}", modes.size()));
      return;
    }
    const auto a = find_mode(reading_, network_, modes[0]);
    const auto b = find_mode(reading_, network_, modes[1]);
    if (!a || !b) return;
    transfer.a = *a;
    transfer.b = *b;
    network_.transfers.push_back(std::move(transfer));
  });
}

void NetworkReader::read_defaults() {
  static const std::vector<std::string> gauge_keys = with_provenance({"time", "cost"});
  static const std::vector<std::string> port_keys = with_provenance({"dwell", "handling"});
  for_each("gauge_change", [&](const FileValue& value) {
    const MapReader map{reading_, value, "gauge_change", gauge_keys};
    const Provenance around = map.provenance();
    read_into(network_.gauge_change.time, map, "time", Dimension::time, around);
    read_into(network_.gauge_change.cost, map, "cost", Dimension::charge, around);
  });
  for_each("ports", [&](const FileValue& value) {
    const MapReader map{reading_, value, "ports", port_keys};
    const Provenance around = map.provenance();
    read_into(network_.port_defaults.dwell, map, "dwell", Dimension::time, around);
    read_into(network_.port_defaults.handling, map, "handling", Dimension::charge, around);
  });
}

void NetworkReader::read_borders() {
  static const std::vector<std::string> keys =
      with_provenance({"modes", "from", "to", "both_ways", "time", "cost"});
  for_each("borders", [&](const FileValue& value) {
    const MapReader map{reading_, value, "a border rule", keys};
    BorderRule rule;
    rule.at = value.at();
    for (const Name& name : map.names("modes")) {
      if (const auto mode = find_mode(reading_, network_, name)) rule.modes.push_back(*mode);
    }
    const auto from = map.needed_name("from");
    const auto to = map.needed_name("to");
    check_border_end(from);
    check_border_end(to);
    rule.from = from.value_or(Name{}).text;
    rule.to = to.value_or(Name{}).text;
    rule.both_ways = map.boolean("both_ways", true);
    const Provenance around = map.provenance();
    rule.time = read_figure<Hours>(map, "time", Dimension::time, around);
    rule.cost = read_figure<UsdPerTonne>(map, "cost", Dimension::charge, around);
    network_.borders.push_back(std::move(rule));
  });
}

}  // namespace corridor
