#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "corridor/core/figure.hpp"

#include "input/map_reader.hpp"
#include "input/units.hpp"

namespace corridor {

/// A figure before it gets its type.
struct RawFigure {
  Measured value;
  double low = 0;
  double high = 0;
  Provenance provenance;
};

/// A quantity, or a map with value, range and provenance; `around` holds where the map says
/// nothing. If `per` is given, the figure must be counted by it.
std::optional<RawFigure> read_raw_figure(Reading& reading, const FileValue& value,
                                         Dimension dimension, const Provenance& around,
                                         std::optional<Per> per = {});

/// A quantity that is plain text, with its errors reported.
std::optional<Measured> read_quantity(Reading& reading, const FileValue& value,
                                      Dimension dimension);

/// The figure under a key; nothing if the key is not there or the figure is wrong.
template <class Q>
std::optional<Figure<Q>> read_figure(const MapReader& map, std::string_view key,
                                     Dimension dimension, const Provenance& around = {},
                                     std::optional<Per> per = {}) {
  const FileValue* value = map.find(key);
  if (value == nullptr) return {};
  const auto raw = read_raw_figure(map.reading(), *value, dimension, around, per);
  if (!raw) return {};
  Figure<Q> figure{Q{raw->value.value}};
  figure.low = Q{raw->low};
  figure.high = Q{raw->high};
  figure.per = raw->value.per;
  figure.provenance = raw->provenance;
  return figure;
}

/// The figure under a key into `figure`, which keeps its value if the key is not there.
template <class Q>
void read_into(Figure<Q>& figure, const MapReader& map, std::string_view key, Dimension dimension,
               const Provenance& around = {}) {
  if (auto found = read_figure<Q>(map, key, dimension, around)) figure = std::move(*found);
}

/// The figure under a key into `slot`, which must be empty: a figure is given once.
template <class Q>
void read_once(std::optional<Figure<Q>>& slot, const MapReader& map, std::string_view key,
               Dimension dimension, const Provenance& around = {}, std::optional<Per> per = {}) {
  auto found = read_figure<Q>(map, key, dimension, around, per);
  if (!found) return;
  if (slot) {
    map.error(key, in_quotes(key) + " is given already", "by the table or by an earlier entry");
    return;
  }
  slot = std::move(*found);
}

}  // namespace corridor
