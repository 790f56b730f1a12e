#include <algorithm>

#include <fmt/format.h>

#include "corridor/network/names.hpp"

#include "input/read_change.hpp"

namespace corridor {

namespace {

/// `AM-AZ`: two countries or unions, either of which may be `*`.
void read_short_crossing(const MapReader& map, const Name& text, Selector& selector) {
  const std::size_t dash = text.text.find('-');
  const bool one_dash = dash != std::string::npos && dash == text.text.rfind('-');
  if (!one_dash || dash == 0 || dash + 1 == text.text.size()) {
    map.error("crossing", fmt::format("{} is no crossing", in_quotes(text.text)),
              "such as AM-AZ for both ways, or {from: AM, to: AZ} for one");
    return;
  }
  selector.crossing_from = Name{text.text.substr(0, dash), text.at};
  selector.crossing_to = Name{text.text.substr(dash + 1), text.at};
  selector.crossing_both_ways = true;
}

void read_crossing(const MapReader& map, Selector& selector) {
  static const std::vector<std::string> keys = {"from", "to"};
  const FileValue* value = map.find("crossing");
  if (value == nullptr) return;
  if (!value->is_map()) {
    if (const auto text = map.name("crossing")) read_short_crossing(map, *text, selector);
    return;
  }
  const MapReader crossing{map.reading(), *value, "a crossing", keys};
  selector.crossing_from = crossing.needed_name("from");
  selector.crossing_to = crossing.needed_name("to");
  selector.crossing_both_ways = false;
}

void check_statuses(const MapReader& map, const std::vector<Name>& statuses) {
  for (const Name& status : statuses) {
    if (parse_status(status.text)) continue;
    map.reading().unknown(status.at, "unknown status " + in_quotes(status.text), status.text,
                          status_names(),
                          fmt::format("one of: {}", fmt::join(status_names(), ", ")));
  }
}

}  // namespace

std::span<const std::string> selector_keys() {
  static const std::vector<std::string> keys = {"link",   "node",     "mode",     "country",
                                                "inside", "crossing", "corridor", "tag",
                                                "status", "towards",  "cargo"};
  return keys;
}

void check_selection(const MapReader& map, std::span<const std::string> keys) {
  const bool anything = std::any_of(
      keys.begin(), keys.end(), [&](const std::string& key) { return map.find(key) != nullptr; });
  if (map.is_map() && !anything && !map.has_faults()) {
    map.reading().error(map.at(), "nothing is selected",
                        fmt::format("give one or more of: {}", fmt::join(keys, ", ")));
  }
  for (const std::string& key : keys) {
    const FileValue* value = map.find(key);
    if (value == nullptr) continue;
    if (value->kind == FileValue::Kind::nothing || (value->is_list() && value->entries.empty())) {
      map.error(key, fmt::format("'{}' names nothing", key));
    }
  }
}

std::optional<Selector> read_selector(const MapReader& map) {
  const std::size_t errors_before = map.reading().error_count();
  check_selection(map, selector_keys());
  Selector selector;
  selector.at = map.at();
  selector.links = map.names("link");
  selector.nodes = map.names("node");
  selector.modes = map.names("mode");
  selector.touching = map.names("country");
  selector.inside = map.names("inside");
  read_crossing(map, selector);
  selector.corridors = map.names("corridor");
  selector.tags = map.names("tag");
  selector.statuses = map.names("status");
  check_statuses(map, selector.statuses);
  selector.towards = map.name("towards");
  selector.cargoes = map.names("cargo");
  if (!map.is_map() || map.reading().error_count() > errors_before) return {};
  return selector;
}

}  // namespace corridor
