#include "corridor/scenario/names.hpp"

#include <array>

#include "corridor/core/enum_names.hpp"

namespace corridor {

namespace {

// In the order of the enumerations.
const std::array<std::string, 5> objectives = {"cost", "time", "distance", "emissions",
                                               "generalised"};
const std::array<std::string, 8> measures = {"distance", "time",      "cost",         "emissions",
                                             "borders",  "transfers", "gauge_breaks", "throughput"};
const std::array<std::string, 5> comparisons = {"<", "<=", ">", ">=", "="};

}  // namespace

std::span<const std::string> objective_names() { return objectives; }
std::span<const std::string> measure_names() { return measures; }

std::string to_string(Objective objective) { return name_in(objectives, objective); }
std::string to_string(Measure measure) { return name_in(measures, measure); }
std::string to_string(Comparison comparison) { return name_in(comparisons, comparison); }

std::optional<Objective> parse_objective(std::string_view name) {
  return value_in<Objective>(objectives, name);
}
std::optional<Measure> parse_measure(std::string_view name) {
  return value_in<Measure>(measures, name);
}

std::string unit_of(Measure measure, Per cargo_unit) {
  const std::string per = cargo_unit == Per::teu ? "TEU" : "t";
  switch (measure) {
    case Measure::distance:
      return "km";
    case Measure::time:
      return "h";
    case Measure::cost:
      return "USD/" + per;
    case Measure::emissions:
      return "kg CO2e/" + per;
    case Measure::throughput:
      return "t/yr";
    case Measure::borders:
    case Measure::transfers:
    case Measure::gauge_breaks:
      break;
  }
  return {};
}

}  // namespace corridor
