#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corridor/scenario/scenario.hpp"

namespace corridor {

std::span<const std::string> objective_names();
std::span<const std::string> measure_names();
std::string to_string(Objective objective);
std::string to_string(Measure measure);
std::string to_string(Comparison comparison);  // "<=", ">=", "<", ">", "="
std::optional<Objective> parse_objective(std::string_view name);
std::optional<Measure> parse_measure(std::string_view name);
/// The unit that a measure's values are in, by cargo unit: `km`, `h`, `USD/TEU`, ...
std::string unit_of(Measure measure, Per cargo_unit);

}  // namespace corridor
