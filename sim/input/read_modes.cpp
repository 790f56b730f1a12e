#include <array>
#include <utility>

#include "corridor/network/names.hpp"

#include "input/network_parts.hpp"
#include "input/read_figure.hpp"

namespace corridor {

namespace {

ModeOverride read_override(const MapReader& map, const Provenance& around) {
  ModeOverride result;
  result.at = map.at();
  const Provenance own = map.provenance(around);
  if (map.need("countries") != nullptr) result.countries = map.texts("countries");
  result.speed = read_figure<KmPerHour>(map, "speed", Dimension::speed, own);
  result.cost = read_figure<UsdPerTonneKm>(map, "cost", Dimension::rate, own);
  result.emissions = read_figure<KgCo2ePerTonneKm>(map, "emissions", Dimension::emissions, own);
  result.capacity = read_figure<TonnesPerYear>(map, "capacity", Dimension::capacity, own);
  return result;
}

void read_mode_figures(const MapReader& map, const Provenance& around, Mode& mode) {
  map.need("cost");
  mode.speed = read_figure<KmPerHour>(map, "speed", Dimension::speed, around);
  mode.fixed_cost = read_figure<UsdPerTonne>(map, "fixed_cost", Dimension::charge, around);
  read_into(mode.cost, map, "cost", Dimension::rate, around);
  read_into(mode.emissions, map, "emissions", Dimension::emissions, around);
  read_into(mode.wait, map, "wait", Dimension::time, around);
  read_into(mode.driving_per_day, map, "driving_per_day", Dimension::driving_hours, around);
  read_into(mode.capacity, map, "capacity", Dimension::capacity, around);
  read_into(mode.load_time, map, "load_time", Dimension::time, around);
  read_into(mode.load_cost, map, "load_cost", Dimension::charge, around);
}

/// A value of time by TEU is turned into one by tonne: a cargo has but one weight of a TEU.
Figure<UsdPerTonneHour> by_tonne(Figure<UsdPerTonneHour> figure, Tonnes tonnes_per_teu) {
  if (figure.per == Per::tonne) return figure;
  for (UsdPerTonneHour* value : {&figure.value, &figure.low, &figure.high}) {
    *value *= 1 / tonnes_per_teu.value;
  }
  figure.per = Per::tonne;
  return figure;
}

}  // namespace

void NetworkReader::read_modes() {
  static const std::vector<std::string> keys = {
      "id",         "name",       "kind",   "gauged",   "speed",           "cost",
      "fixed_cost", "emissions",  "wait",   "capacity", "driving_per_day", "load_time",
      "load_cost",  "by_country", "source", "note",     "confidence",      "assumption"};
  static const std::vector<std::string> override_keys = {"countries",  "speed",      "cost",
                                                         "emissions",  "capacity",   "source",
                                                         "confidence", "assumption", "note"};
  for_each("modes", [&](const FileValue& value) {
    const MapReader map{reading_, value, "a mode", keys};
    Mode mode;
    mode.at = value.at();
    if (auto id = map.id("id")) mode.id = std::move(*id);
    mode.name = map.text("name").value_or(mode.id);
    mode.kind = map.one_of<ModeKind>("kind", mode_kind_names()).value_or(ModeKind::land);
    mode.gauged = map.boolean("gauged", false);
    const Provenance around = map.provenance();
    read_mode_figures(map, around, mode);
    // A speed that is wrong is no reason to miss one on every link.
    if (!mode.speed && map.find("speed") != nullptr) mode.speed = Figure{KmPerHour{1}};
    for (const FileValue* entry : map.list("by_country")) {
      const MapReader entry_map{reading_, *entry, "an entry of by_country", override_keys};
      ModeOverride found = read_override(entry_map, around);
      for (const Name& country : entry_map.names("countries")) check_country(country);
      mode.by_country.push_back(std::move(found));
    }
    if (!mode.id.empty() && is_new(mode, map, "mode")) network_.modes.add(std::move(mode));
  });
  network_.index();
}

void NetworkReader::read_cargoes() {
  static const std::vector<std::string> keys = {
      "id",    "name",   "unit",       "tonnes_per_teu", "value_of_time",
      "modes", "source", "confidence", "assumption",     "note"};
  static const std::array<std::string, 2> unit_names = {"t", "TEU"};
  for_each("cargoes", [&](const FileValue& value) {
    const MapReader map{reading_, value, "a cargo", keys};
    Cargo cargo;
    cargo.at = value.at();
    if (auto id = map.id("id")) cargo.id = std::move(*id);
    cargo.name = map.text("name").value_or(cargo.id);
    cargo.unit = map.one_of<Per>("unit", unit_names).value_or(Per::tonne);
    const Provenance around = map.provenance();
    read_into(cargo.tonnes_per_teu, map, "tonnes_per_teu", Dimension::cargo_weight, around);
    read_into(cargo.value_of_time, map, "value_of_time", Dimension::value_of_time, around);
    cargo.value_of_time = by_tonne(cargo.value_of_time, cargo.tonnes_per_teu.value);
    for (const Name& mode : map.names("modes")) {
      if (find_mode(reading_, network_, mode)) cargo.modes.push_back(mode.text);
    }
    if (!cargo.id.empty() && is_new(cargo, map, "cargo")) network_.cargoes.add(std::move(cargo));
  });
  network_.index();
}

}  // namespace corridor
