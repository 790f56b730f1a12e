#include <fmt/format.h>

#include "input/demand_file.hpp"
#include "input/number.hpp"
#include "input/read_change.hpp"

namespace corridor {

std::span<const std::string> demand_selector_keys() {
  static const std::vector<std::string> keys = {"from",    "to",    "between", "place",
                                                "country", "cargo", "total"};
  return keys;
}

std::optional<DemandSelector> read_demand_selector(const MapReader& map) {
  const std::size_t errors_before = map.reading().error_count();
  check_selection(map, demand_selector_keys());
  DemandSelector selector;
  selector.at = map.at();
  selector.from = map.names("from");
  selector.to = map.names("to");
  selector.between = map.names("between");
  const FileValue* between = map.find("between");
  if (between != nullptr && selector.between.size() != 2) {
    map.error("between", "'between' is a list of two places or countries",
              "such as between: [IR, eaeu]");
  }
  selector.places = map.names("place");
  selector.countries = map.names("country");
  selector.cargoes = map.names("cargo");
  selector.totals = map.names("total");
  if (!map.is_map() || map.reading().error_count() > errors_before) return {};
  return selector;
}

std::optional<DemandChange> read_demand_change(Reading& reading, const FileValue& body) {
  static const std::vector<std::string> keys = {"where", "scale"};
  const std::size_t errors_before = reading.error_count();
  const MapReader map{reading, body, "'demand'", keys};
  DemandChange change;
  if (const FileValue* where = map.need("where")) {
    const MapReader selector{reading, *where, "a selector of demand", demand_selector_keys()};
    if (auto read = read_demand_selector(selector)) change.where = std::move(*read);
  }
  map.need("scale");
  if (const auto text = map.text("scale")) {
    Trouble trouble;
    const auto factor = parse_factor(*text, trouble);
    if (factor) change.factor = *factor;
    if (!factor) map.error("scale", trouble.message, trouble.hint);
  }
  if (reading.error_count() > errors_before) return {};
  return change;
}

}  // namespace corridor
