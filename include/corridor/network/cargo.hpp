#pragma once

#include <string>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/core/figure.hpp"

namespace corridor {

/// What is carried. Charges per TEU fall on it by its tonnes per TEU, whatever its own unit.
struct Cargo {
  std::string id;
  std::string name;
  Per unit = Per::tonne;  // what people count it in
  Figure<Tonnes> tonnes_per_teu{Tonnes{14}};
  Figure<UsdPerTonneHour> value_of_time;
  std::vector<std::string> modes;  // that may carry it; empty: all
  SourcePos at;

  /// Tonnes in the unit that people count: 1, or the tonnes of a TEU.
  Tonnes tonnes_per_unit() const { return unit == Per::teu ? tonnes_per_teu.value : Tonnes{1}; }
  bool may_use(const std::string& mode) const;
};

/// A charge or a rate for a tonne of this cargo, whatever it was quoted in.
template <class Q>
Q per_tonne(const Figure<Q>& figure, const Cargo& cargo) {
  return figure.per == Per::teu ? (1 / cargo.tonnes_per_teu.value.value) * figure.value
                                : figure.value;
}

/// A capacity in tonnes a year of this cargo, whatever it was quoted in.
inline TonnesPerYear in_tonnes(const Figure<TonnesPerYear>& capacity, const Cargo& cargo) {
  return capacity.per == Per::teu ? cargo.tonnes_per_teu.value.value * capacity.value
                                  : capacity.value;
}

}  // namespace corridor
