#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corridor/core/figure.hpp"
#include "corridor/network/change.hpp"

#include "input/number.hpp"

namespace corridor {

/// What a value measures. The base units inside: km, h, km/h, USD/t, USD/tkm, kg/tkm, t/yr,
/// USD/t/h, t/TEU, h/d; charges, rates, capacities and values of time may be by TEU instead of by
/// tonne.
enum class Dimension {
  length,
  time,
  speed,
  charge,
  rate,
  emissions,
  capacity,
  flow,  // counted as capacities are
  value_of_time,
  cargo_weight,
  driving_hours
};

/// A number in base units.
struct Measured {
  double value = 0;
  Per per = Per::tonne;
  friend bool operator==(const Measured&, const Measured&) = default;
};

/// A number with a unit of the dimension: `900 USD/TEU`. Where `unit` is given, the text is a plain
/// number in this unit. Negative numbers are refused, and 0 where nothing can be 0 (a speed).
std::optional<Measured> parse_quantity(std::string_view text, Dimension dimension, Trouble& trouble,
                                       std::string_view unit = {});

/// "a length in km, m or nmi".
std::string describe(Dimension dimension);

/// What the values of an attribute measure; nothing for the status.
std::optional<Dimension> dimension_of(Attribute attribute);

}  // namespace corridor
