#include "input/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"

#include "input/file_value.hpp"
#include "input/number.hpp"

namespace corridor {

namespace {

struct Unit {
  std::string_view name;
  Dimension dimension;
  double factor;  // to the base unit
  Per per = Per::tonne;
};

constexpr double teu_per_feu = 2;
constexpr double hours_per_day = 24;
constexpr double km_per_nautical_mile = 1.852;

constexpr std::array units{
    Unit{"km", Dimension::length, 1},
    Unit{"m", Dimension::length, 0.001},
    Unit{"nmi", Dimension::length, km_per_nautical_mile},
    Unit{"h", Dimension::time, 1},
    Unit{"min", Dimension::time, 1.0 / 60},
    Unit{"d", Dimension::time, hours_per_day},
    Unit{"km/h", Dimension::speed, 1},
    Unit{"km/d", Dimension::speed, 1 / hours_per_day},
    Unit{"kn", Dimension::speed, km_per_nautical_mile},
    Unit{"USD/t", Dimension::charge, 1},
    Unit{"USD/TEU", Dimension::charge, 1, Per::teu},
    Unit{"USD/FEU", Dimension::charge, 1 / teu_per_feu, Per::teu},
    Unit{"USD/tkm", Dimension::rate, 1},
    Unit{"USD/TEU-km", Dimension::rate, 1, Per::teu},
    Unit{"USD/FEU-km", Dimension::rate, 1 / teu_per_feu, Per::teu},
    Unit{"g/tkm", Dimension::emissions, 0.001},
    Unit{"kg/tkm", Dimension::emissions, 1},
    Unit{"t/yr", Dimension::capacity, 1},
    Unit{"kt/yr", Dimension::capacity, 1e3},
    Unit{"Mt/yr", Dimension::capacity, 1e6},
    Unit{"TEU/yr", Dimension::capacity, 1, Per::teu},
    Unit{"kTEU/yr", Dimension::capacity, 1e3, Per::teu},
    Unit{"MTEU/yr", Dimension::capacity, 1e6, Per::teu},
    Unit{"USD/t/h", Dimension::value_of_time, 1},
    Unit{"USD/t/d", Dimension::value_of_time, 1 / hours_per_day},
    Unit{"USD/TEU/h", Dimension::value_of_time, 1, Per::teu},
    Unit{"USD/TEU/d", Dimension::value_of_time, 1 / hours_per_day, Per::teu},
    Unit{"t/TEU", Dimension::cargo_weight, 1},
    Unit{"h/d", Dimension::driving_hours, 1},
};

/// The dimension whose units are used.
Dimension counted_as(Dimension dimension) {
  return dimension == Dimension::flow ? Dimension::capacity : dimension;
}

std::vector<std::string> unit_names(Dimension dimension) {
  std::vector<std::string> names;
  for (const Unit& unit : units) {
    if (unit.dimension == counted_as(dimension)) names.emplace_back(unit.name);
  }
  return names;
}

std::string_view noun(Dimension dimension) {
  switch (dimension) {
    case Dimension::length:
      return "a length";
    case Dimension::time:
      return "a time";
    case Dimension::speed:
      return "a speed";
    case Dimension::charge:
      return "a charge";
    case Dimension::rate:
      return "a rate";
    case Dimension::emissions:
      return "an emission factor";
    case Dimension::capacity:
      return "a capacity";
    case Dimension::flow:
      return "an amount a year";
    case Dimension::value_of_time:
      return "a value of time";
    case Dimension::cargo_weight:
      return "a cargo weight";
    case Dimension::driving_hours:
      return "a number of driving hours";
  }
  return {};
}

bool must_be_positive(Dimension dimension) {
  return dimension == Dimension::length || dimension == Dimension::speed ||
         dimension == Dimension::cargo_weight || dimension == Dimension::driving_hours;
}

const Unit* find_unit(std::string_view name) {
  const auto unit =
      std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.name == name; });
  return unit == units.end() ? nullptr : unit;
}

/// The unit of a quantity, if it is one of the dimension.
const Unit* unit_for(std::string_view text, std::string_view name, Dimension dimension,
                     Trouble& trouble) {
  if (name.empty()) {
    trouble = {in_quotes(text) + " has no unit", "wanted is " + describe(dimension)};
    return nullptr;
  }
  const Unit* unit = find_unit(name);
  if (unit == nullptr) {
    const std::vector<std::string> known = unit_names(dimension);
    const std::string meant = did_you_mean(name, known);
    trouble = {"unknown unit " + in_quotes(name),
               meant.empty() ? "wanted is " + describe(dimension) : meant};
    return nullptr;
  }
  if (unit->dimension != counted_as(dimension)) {
    trouble = {fmt::format("{} is {}", in_quotes(text), noun(unit->dimension)),
               "wanted is " + describe(dimension)};
    return nullptr;
  }
  return unit;
}

}  // namespace

std::optional<Measured> parse_quantity(std::string_view text, Dimension dimension, Trouble& trouble,
                                       std::string_view unit_name) {
  std::string_view rest;
  const auto number = leading_number(text, rest, trouble);
  if (!number) {
    if (trouble.hint.empty()) trouble.hint = "wanted is " + describe(dimension);
    return {};
  }
  if (!unit_name.empty() && !rest.empty()) {
    trouble = {in_quotes(text) + " is not a plain number",
               fmt::format("the column counts in {}", unit_name)};
    return {};
  }
  const Unit* unit = unit_for(text, unit_name.empty() ? rest : unit_name, dimension, trouble);
  if (unit == nullptr) return {};
  const double value = *number * unit->factor;
  if (value < 0 || std::signbit(value)) {
    trouble = {fmt::format("{} is negative", in_quotes(text)),
               fmt::format("{} is never below 0", noun(dimension))};
    return {};
  }
  if (value == 0 && must_be_positive(dimension)) {
    trouble = {fmt::format("{} is not above 0", in_quotes(text)), {}};
    return {};
  }
  if (value > largest_number) {
    trouble = {in_quotes(text) + " is out of range", {}};
    return {};
  }
  return Measured{value, unit->per};
}

std::string describe(Dimension dimension) {
  const std::vector<std::string> names = unit_names(dimension);
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
    list += names[i];
  }
  return fmt::format("{} in {}", noun(dimension), list);
}

std::optional<Dimension> dimension_of(Attribute attribute) {
  switch (attribute) {
    case Attribute::status:
      return {};
    case Attribute::speed:
      return Dimension::speed;
    case Attribute::cost:
      return Dimension::rate;
    case Attribute::emissions:
      return Dimension::emissions;
    case Attribute::capacity:
    case Attribute::node_capacity:
      return Dimension::capacity;
    case Attribute::wait:
    case Attribute::border_time:
    case Attribute::dwell:
    case Attribute::transfer_time:
    case Attribute::gauge_time:
      return Dimension::time;
    case Attribute::fixed_cost:
    case Attribute::toll:
    case Attribute::border_cost:
    case Attribute::handling:
    case Attribute::transfer_cost:
    case Attribute::gauge_cost:
      return Dimension::charge;
  }
  return {};
}

}  // namespace corridor
