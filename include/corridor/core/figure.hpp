#pragma once

#include <compare>
#include <string>

#include "corridor/core/quantity.hpp"

namespace corridor {

enum class Confidence { low, medium, high };

/// What a charge or a capacity is counted in. A TEU becomes tonnes by the cargo's tonnes per TEU.
enum class Per { tonne, teu };

/// Where a figure comes from. An assumption is a figure that nobody published; it keeps its range.
struct Provenance {
  std::string source;
  Confidence confidence = Confidence::medium;
  bool assumption = false;

  /// True of figures that a reader should not take for a finding.
  bool weak() const { return assumption || confidence == Confidence::low; }
  friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// A published or assumed value with its range and its source. `low` and `high` equal `value`
/// where no range is known.
template <class Q>
struct Figure {
  Q value;
  Q low;
  Q high;
  Per per = Per::tonne;  // of charges and capacities only
  Provenance provenance;

  Figure() = default;
  explicit Figure(Q v) : value{v}, low{v}, high{v} {}
  friend bool operator==(const Figure&, const Figure&) = default;
};

}  // namespace corridor
