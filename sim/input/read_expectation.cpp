#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "corridor/scenario/names.hpp"

#include "input/map_reader.hpp"
#include "input/scenario_draft.hpp"
#include "input/units.hpp"

namespace corridor {

namespace {

/// `<= 25 d` taken apart.
struct Bound {
  Comparison comparison = Comparison::less_equal;
  std::string rest;
};

std::optional<Bound> read_comparison(const MapReader& map, std::string_view key,
                                     const std::string& text) {
  static constexpr std::array<std::pair<std::string_view, Comparison>, 5> signs = {
      {{"<=", Comparison::less_equal},  // before '<'
       {">=", Comparison::greater_equal},
       {"<", Comparison::less},
       {">", Comparison::greater},
       {"=", Comparison::equal}}};
  for (const auto& [sign, comparison] : signs) {
    if (text.rfind(sign, 0) != 0) continue;
    std::string rest = text.substr(sign.size());
    rest.erase(0, rest.find_first_not_of(' '));
    return Bound{comparison, std::move(rest)};
  }
  map.error(key, fmt::format("{} has no comparison", in_quotes(text)),
            "begin with <, <=, >, >= or =, such as \"<= -30%\"");
  return {};
}

/// Emissions of a consignment are counted in kg, by its unit; the unit may be said.
std::optional<Measured> parse_emissions(std::string_view text, Trouble& trouble) {
  std::string_view rest;
  const auto number = leading_number(text, rest, trouble);
  if (!number) return {};
  if (*number < 0 || *number > largest_number) {
    trouble = {in_quotes(text) + " is out of range", {}};
    return {};
  }
  if (rest == "kg/t" || rest == "kg CO2e/t") return Measured{*number, Per::tonne};
  if (rest == "kg/TEU" || rest == "kg CO2e/TEU") return Measured{*number, Per::teu};
  trouble = {in_quotes(text) + " is no mass of emissions", "such as 900 kg/TEU or 60 kg/t"};
  return {};
}

std::optional<Measured> parse_bound(std::string_view text, Measure measure, Trouble& trouble) {
  switch (measure) {
    case Measure::distance:
      return parse_quantity(text, Dimension::length, trouble);
    case Measure::time:
      return parse_quantity(text, Dimension::time, trouble);
    case Measure::cost:
      return parse_quantity(text, Dimension::charge, trouble);
    case Measure::emissions:
      return parse_emissions(text, trouble);
    case Measure::throughput:
      return parse_quantity(text, Dimension::capacity, trouble);
    case Measure::borders:
    case Measure::transfers:
    case Measure::gauge_breaks:
      break;
  }
  const auto number = parse_number(text, trouble);
  if (!number) return {};
  return Measured{*number, Per::tonne};
}

bool has_choice_of_unit(Measure measure) {
  return measure == Measure::cost || measure == Measure::emissions ||
         measure == Measure::throughput;
}

void read_bound(const MapReader& map, std::string_view key, Expectation& expectation,
                std::optional<Per>& per) {
  expectation.text = map.text(key).value_or("");
  expectation.relative = key == "change";
  if (map.need("measure") == nullptr || expectation.text.empty()) return;
  const auto bound = read_comparison(map, key, expectation.text);
  if (!bound || map.has_faults()) return;
  expectation.comparison = bound->comparison;
  Trouble trouble;
  if (expectation.relative) {
    const auto share = parse_share(bound->rest, trouble);
    if (!share) map.error(key, trouble.message, trouble.hint);
    expectation.bound = share.value_or(0);
    return;
  }
  const auto value = parse_bound(bound->rest, expectation.measure, trouble);
  if (!value) {
    map.error(key, trouble.message, trouble.hint);
    return;
  }
  expectation.bound = value->value;
  if (has_choice_of_unit(expectation.measure)) per = value->per;
}

}  // namespace

std::optional<Expectation> read_expectation(Reading& reading, const FileValue& value,
                                            std::optional<Per>& per) {
  static const std::vector<std::string> keys = {
      "claim", "trip", "measure", "corridor", "against", "change", "value", "reachable", "source"};
  const MapReader map{reading, value, "an expectation", keys};
  Expectation expectation;
  expectation.at = value.at();
  expectation.claim = map.id("claim").value_or("");
  expectation.trip = map.needed_name("trip").value_or(Name{});
  const auto measure = map.one_of<Measure>("measure", measure_names());
  expectation.measure = measure.value_or(Measure::cost);
  expectation.corridor = map.name("corridor");
  expectation.against = map.name("against");
  expectation.source = map.text("source").value_or("");
  std::vector<std::string_view> bounds;
  for (const std::string_view key : {"change", "value", "reachable"}) {
    if (map.find(key) != nullptr) bounds.push_back(key);
  }
  if (map.is_map() && bounds.size() != 1) {
    reading.error(value.at(), fmt::format("an expectation needs one of 'change', 'value' and "
                                          "'reachable', found {}",
                                          bounds.size()));
  } else if (map.is_map() && bounds.front() == "reachable") {
    expectation.reachable = map.boolean("reachable", true);
    expectation.text = *expectation.reachable ? "reachable" : "not reachable";
  } else if (map.is_map()) {
    read_bound(map, bounds.front(), expectation, per);
  }
  if (map.has_faults()) return {};
  return expectation;
}

}  // namespace corridor
