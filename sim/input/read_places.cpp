#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "corridor/network/names.hpp"

#include "input/network_parts.hpp"
#include "input/read_figure.hpp"

namespace corridor {

namespace {

double read_degrees(const MapReader& map, std::string_view key, double most) {
  if (map.need(key) == nullptr) return 0;
  const auto degrees = map.number(key);
  if (!degrees) return 0;
  if (*degrees < -most || *degrees > most) {
    map.error(key, fmt::format("{} is not between -{} and {} degrees", *degrees, most, most));
    return 0;
  }
  return *degrees;
}

std::vector<std::string> read_kinds(const MapReader& map) {
  const auto known = node_kind_names();
  std::vector<std::string> kinds;
  for (const Name& kind : map.names("kinds")) {
    if (std::find(known.begin(), known.end(), kind.text) == known.end()) {
      map.reading().unknown(kind.at, fmt::format("unknown kind of node {}", in_quotes(kind.text)),
                            kind.text, known, fmt::format("one of: {}", fmt::join(known, ", ")));
    }
    kinds.push_back(kind.text);
  }
  return kinds;
}

}  // namespace

const std::vector<Column>& node_columns() {
  using Kind = Column::Kind;
  static const std::vector<Column> columns = {
      {"id", "id", "", Kind::text, true},
      {"name", "name", "", Kind::text, false},
      {"country", "country", "", Kind::text, true},
      {"lat", "lat", "", Kind::text, true},
      {"lon", "lon", "", Kind::text, true},
      {"unlocode", "unlocode", "", Kind::text, false},
      {"kinds", "kinds", "", Kind::list, false},
      {"capacity_mt_yr", "capacity", "Mt/yr", Kind::text, false},
      {"capacity_kteu_yr", "capacity_teu", "kTEU/yr", Kind::text, false},
      {"source", "source", "", Kind::text, true},
      {"confidence", "confidence", "", Kind::text, false},
      {"note", "note", "", Kind::text, false}};
  return columns;
}

void NetworkReader::read_nodes() {
  static const std::vector<std::string> keys = {
      "id",       "name",         "country", "lat",        "lon",        "unlocode", "kinds",
      "capacity", "capacity_teu", "source",  "confidence", "assumption", "note"};
  for_each("nodes", [&](const FileValue& value) {
    const MapReader map{reading_, value, "a node", keys};
    Node node;
    node.at = value.at();
    if (auto id = map.id("id")) node.id = std::move(*id);
    node.name = map.text("name").value_or(node.id);
    if (const auto country = map.needed_name("country")) {
      check_country(*country);
      node_countries_.insert(country->text);
      node.country = country->text;
    }
    node.lat_deg = read_degrees(map, "lat", 90);
    node.lon_deg = read_degrees(map, "lon", 180);
    node.unlocode = map.text("unlocode").value_or("");
    node.kinds = read_kinds(map);
    if (value.columns != nullptr) map.need("source");
    node.provenance = map.provenance();
    node.capacity = read_figure<TonnesPerYear>(map, "capacity", Dimension::capacity,
                                               node.provenance, Per::tonne);
    node.capacity_teu = read_figure<TonnesPerYear>(map, "capacity_teu", Dimension::capacity,
                                                   node.provenance, Per::teu);
    map.text("note");
    if (!node.id.empty() && is_new(node, map, "node")) network_.nodes.add(std::move(node));
  });
  network_.index();
}

void NetworkReader::read_node_figures() {
  static const std::vector<std::string> keys = {
      "node",       "dwell",      "handling", "transfer_time", "transfer_cost",
      "gauge_time", "gauge_cost", "capacity", "capacity_teu",  "source",
      "confidence", "assumption", "note"};
  for_each("node_figures", [&](const FileValue& value) {
    const MapReader map{reading_, value, "an entry of node_figures", keys};
    const auto name = map.needed_name("node");
    const auto id = name ? find_node(reading_, network_, *name) : std::nullopt;
    Node nowhere;
    Node& node = id ? network_.nodes[*id] : nowhere;
    const Provenance around = map.provenance();
    read_once(node.dwell, map, "dwell", Dimension::time, around);
    read_once(node.handling, map, "handling", Dimension::charge, around);
    read_once(node.transfer_time, map, "transfer_time", Dimension::time, around);
    read_once(node.transfer_cost, map, "transfer_cost", Dimension::charge, around);
    read_once(node.gauge_time, map, "gauge_time", Dimension::time, around);
    read_once(node.gauge_cost, map, "gauge_cost", Dimension::charge, around);
    read_once(node.capacity, map, "capacity", Dimension::capacity, around, Per::tonne);
    read_once(node.capacity_teu, map, "capacity_teu", Dimension::capacity, around, Per::teu);
  });
}

}  // namespace corridor
