#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "corridor/network/names.hpp"

#include "input/network_parts.hpp"
#include "input/read_figure.hpp"

namespace corridor {

namespace {

// What has ever been laid lies between the toy and Brunel's broad gauge.
constexpr int narrowest_gauge_mm = 300;
constexpr int widest_gauge_mm = 3000;

void read_figures_once(const MapReader& map, const Provenance& around, LinkFigures& figures) {
  read_once(figures.speed, map, "speed", Dimension::speed, around);
  read_once(figures.cost, map, "cost", Dimension::rate, around);
  read_once(figures.fixed_cost, map, "fixed_cost", Dimension::charge, around);
  read_once(figures.emissions, map, "emissions", Dimension::emissions, around);
  read_once(figures.toll, map, "toll", Dimension::charge, around);
  read_once(figures.wait, map, "wait", Dimension::time, around);
  read_once(figures.border_time, map, "border_time", Dimension::time, around);
  read_once(figures.border_cost, map, "border_cost", Dimension::charge, around);
  read_once(figures.capacity, map, "capacity", Dimension::capacity, around, Per::tonne);
  read_once(figures.capacity_teu, map, "capacity_teu", Dimension::capacity, around, Per::teu);
}

}  // namespace

const std::vector<Column>& link_columns() {
  using Kind = Column::Kind;
  static const std::vector<Column> columns = {
      {"id", "id", "", Kind::text, true},
      {"name", "name", "", Kind::text, false},
      {"from", "from", "", Kind::text, true},
      {"to", "to", "", Kind::text, true},
      {"mode", "mode", "", Kind::text, true},
      {"length_km", "length", "km", Kind::text, true},
      {"speed_km_h", "speed", "km/h", Kind::text, false},
      {"gauge_mm", "gauge", "", Kind::text, false},
      {"status", "status", "", Kind::text, false},
      {"one_way", "one_way", "", Kind::text, false},
      {"capacity_mt_yr", "capacity", "Mt/yr", Kind::text, false},
      {"capacity_kteu_yr", "capacity_teu", "kTEU/yr", Kind::text, false},
      {"tags", "tags", "", Kind::list, false},
      {"source", "source", "", Kind::text, true},
      {"confidence", "confidence", "", Kind::text, false},
      {"note", "note", "", Kind::text, false}};
  return columns;
}

std::span<const std::string> link_keys() {
  static const std::vector<std::string> keys = {
      "id",    "name",   "from",       "to",         "mode",     "length",
      "speed", "gauge",  "status",     "one_way",    "capacity", "capacity_teu",
      "tags",  "source", "confidence", "assumption", "note"};
  return keys;
}

void read_link(const MapReader& map, Link& link) {
  link.at = map.at();
  if (auto id = map.id("id")) link.id = std::move(*id);
  link.name = map.text("name").value_or("");
  if (map.value().columns != nullptr) map.need("source");
  link.provenance = map.provenance();
  map.need("length");
  read_into(link.length, map, "length", Dimension::length, link.provenance);
  link.figures.speed = read_figure<KmPerHour>(map, "speed", Dimension::speed, link.provenance);
  link.gauge_mm = map.whole_number("gauge", narrowest_gauge_mm, widest_gauge_mm).value_or(0);
  link.status = map.one_of<Status>("status", status_names()).value_or(Status::operational);
  link.one_way = map.boolean("one_way", false);
  link.figures.capacity =
      read_figure<TonnesPerYear>(map, "capacity", Dimension::capacity, link.provenance, Per::tonne);
  link.figures.capacity_teu = read_figure<TonnesPerYear>(map, "capacity_teu", Dimension::capacity,
                                                         link.provenance, Per::teu);
  link.tags = map.texts("tags");
  link.note = map.text("note").value_or("");
}

void NetworkReader::read_links() {
  for_each("links", [&](const FileValue& value) {
    const MapReader map{reading_, value, "a link", link_keys()};
    Link link;
    read_link(map, link);
    if (const auto name = map.needed_name("from")) {
      link.from = find_node(reading_, network_, *name).value_or(NodeId{});
    }
    if (const auto name = map.needed_name("to")) {
      link.to = find_node(reading_, network_, *name).value_or(NodeId{});
    }
    if (const auto name = map.needed_name("mode")) {
      link.mode = find_mode(reading_, network_, *name).value_or(ModeId{});
    }
    if (!link.id.empty() && is_new(link, map, "link")) network_.links.add(std::move(link));
  });
  network_.index();
}

void NetworkReader::read_link_figures() {
  static const std::vector<std::string> keys = {
      "link",   "direction",  "speed",       "cost",        "fixed_cost", "emissions",
      "toll",   "wait",       "border_time", "border_cost", "capacity",   "capacity_teu",
      "source", "confidence", "note",        "assumption"};
  static const std::array<std::string, 2> directions = {"forward", "backward"};
  for_each("link_figures", [&](const FileValue& value) {
    const MapReader map{reading_, value, "an entry of link_figures", keys};
    const auto name = map.needed_name("link");
    const auto id = name ? find_link(reading_, network_, *name) : std::nullopt;
    Link nowhere;
    Link& link = id ? network_.links[*id] : nowhere;
    const auto direction = map.word("direction", directions);
    LinkFigures& one_direction = direction == 0U ? link.forward : link.backward;
    read_figures_once(map, map.provenance(), direction ? one_direction : link.figures);
  });
}

}  // namespace corridor
