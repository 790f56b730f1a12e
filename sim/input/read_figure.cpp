#include "input/read_figure.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>

namespace corridor {

namespace {

std::string per_name(Per per) { return per == Per::teu ? "TEU" : "tonnes"; }

/// The range of a figure into `figure`.
void read_range(const MapReader& map, Dimension dimension, RawFigure& figure) {
  const FileValue* range = map.find("range");
  if (range == nullptr) return;
  if (!range->is_list() || range->entries.size() != 2) {
    map.error("range", "a range is a list of two values, the lowest and the highest");
    return;
  }
  const auto low = read_quantity(map.reading(), *range->entries[0].value, dimension);
  const auto high = read_quantity(map.reading(), *range->entries[1].value, dimension);
  if (!low || !high) return;
  if (low->per != figure.value.per || high->per != figure.value.per) {
    map.error("range",
              fmt::format("the value is by {}, the range is not", per_name(figure.value.per)));
    return;
  }
  if (low->value > figure.value.value || figure.value.value > high->value) {
    map.error("range", "the range does not hold the value");
    return;
  }
  figure.low = low->value;
  figure.high = high->value;
}

}  // namespace

std::optional<Measured> read_quantity(Reading& reading, const FileValue& value,
                                      Dimension dimension) {
  if (!value.is_text() || value.text.empty()) {
    reading.error(value.at(), fmt::format("wanted is {}, found {}", describe(dimension),
                                          value.is_text() ? "an empty text" : describe(value)));
    return {};
  }
  Trouble trouble;
  const auto measured = parse_quantity(value.text, dimension, trouble, value.unit);
  if (!measured) reading.error(value.at(), trouble.message, trouble.hint);
  return measured;
}

std::optional<RawFigure> read_raw_figure(Reading& reading, const FileValue& value,
                                         Dimension dimension, const Provenance& around,
                                         std::optional<Per> per) {
  static const std::vector<std::string> keys = {"value", "range", "source", "confidence",
                                                "assumption"};
  const std::size_t errors_before = reading.error_count();
  std::optional<MapReader> map;
  const FileValue* number = &value;
  if (value.is_map()) {
    map.emplace(reading, value, "a figure", keys);
    number = map->need("value");
  }
  const auto measured = number ? read_quantity(reading, *number, dimension) : std::nullopt;
  RawFigure figure;
  if (measured) figure = {*measured, measured->value, measured->value, around};
  if (measured && per && measured->per != *per) {
    reading.error(number->at(), fmt::format("{} is by {}, wanted is one by {}", describe(*number),
                                            per_name(measured->per), per_name(*per)));
  }
  if (map) {
    figure.provenance = map->provenance(around);
    if (measured) read_range(*map, dimension, figure);
  }
  if (reading.error_count() > errors_before) return {};
  return figure;
}

}  // namespace corridor
