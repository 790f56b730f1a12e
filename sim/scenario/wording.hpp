#pragma once

#include <string>

#include "corridor/network/network.hpp"

namespace corridor {

/// A number of an attribute as people write it, for a cargo: value and unit, each for itself.
struct Quoted {
  std::string value;
  std::string unit;
  std::string text() const { return unit.empty() ? value : value + " " + unit; }
};

/// Charges are quoted by the cargo's unit, capacities in Mt/yr, all other values in base units. No
/// limit is "unlimited", a transfer that its modes decide is "default".
Quoted quote(Attribute attribute, double value, const Cargo& cargo);

}  // namespace corridor
