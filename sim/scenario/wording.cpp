#include "scenario/wording.hpp"

#include <cmath>

#include <fmt/format.h>

#include "corridor/network/names.hpp"

namespace corridor {

namespace {

constexpr double tonnes_per_megatonne = 1e6;

/// Ten digits tell apart whatever a file can say, and hide what binary fractions add to it.
std::string shortest(double value) { return fmt::format("{:.10g}", value + 0.0); }

}  // namespace

Quoted quote(Attribute attribute, double value, const Cargo& cargo) {
  const std::string unit = unit_of(attribute);
  const bool by_teu = cargo.unit == Per::teu;
  const double tonnes = cargo.tonnes_per_teu.value.value;
  if (unit == "t/yr") {
    if (std::isinf(value)) return {"unlimited", ""};
    return {shortest(value / tonnes_per_megatonne), "Mt/yr"};
  }
  const bool of_pair =
      attribute == Attribute::transfer_time || attribute == Attribute::transfer_cost;
  if (of_pair && value < 0) return {"default", ""};
  if (by_teu && unit == "USD/t") return {shortest(value * tonnes), "USD/TEU"};
  return {shortest(value), unit};
}

}  // namespace corridor
