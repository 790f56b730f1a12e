#include "corridor/network/names.hpp"

#include <array>

#include "corridor/core/enum_names.hpp"

namespace corridor {

namespace {

// In the order of the enumerations.
const std::array<std::string, 8> statuses = {
    "operational", "under_construction", "planned", "proposed",
    "unbuilt",     "suspended",          "closed",  "disputed"};
const std::array<std::string, 3> confidences = {"low", "medium", "high"};
const std::array<std::string, 17> attributes = {
    "status",        "speed",         "cost",        "fixed_cost",  "emissions",    "capacity",
    "toll",          "wait",          "border_time", "border_cost", "dwell",        "handling",
    "transfer_time", "transfer_cost", "gauge_time",  "gauge_cost",  "node_capacity"};
const std::array<std::string, 17> units = {"",      "km/h",  "USD/tkm", "USD/t", "kg/tkm", "t/yr",
                                           "USD/t", "h",     "h",       "USD/t", "h",      "USD/t",
                                           "h",     "USD/t", "h",       "USD/t", "t/yr"};
const std::array<std::string, 3> mode_kinds = {"land", "water", "pipeline"};
const std::array<std::string, 6> benchmark_measures = {"length_km",     "time_d", "cost_usd_teu",
                                                       "capacity_t_yr", "ratio",  "not_modelled"};
const std::array<std::string, 3> uses_as_input = {"no", "partly", "yes"};
const std::array<std::string, 8> node_kinds = {
    "city",     "seaport",       "caspian_port", "border_crossing",
    "dry_port", "rail_terminal", "gauge_break",  "chokepoint"};
const std::array<std::string, 11> event_kinds = {
    "closed",    "opened", "restricted", "capacity", "cost", "time", "construction_start",
    "completed", "volume", "policy",     "agreement"};

}  // namespace

std::span<const std::string> status_names() { return statuses; }
std::span<const std::string> confidence_names() { return confidences; }
std::span<const std::string> attribute_names() { return attributes; }
std::span<const std::string> mode_kind_names() { return mode_kinds; }
std::span<const std::string> benchmark_measure_names() { return benchmark_measures; }
std::span<const std::string> used_as_input_names() { return uses_as_input; }
std::span<const std::string> node_kind_names() { return node_kinds; }
std::span<const std::string> event_kind_names() { return event_kinds; }

std::string to_string(Status status) { return name_in(statuses, status); }
std::string to_string(Confidence confidence) { return name_in(confidences, confidence); }
std::string to_string(Attribute attribute) { return name_in(attributes, attribute); }
std::string to_string(ModeKind kind) { return name_in(mode_kinds, kind); }
std::string to_string(BenchmarkMeasure measure) { return name_in(benchmark_measures, measure); }
std::string to_string(UsedAsInput used) { return name_in(uses_as_input, used); }

std::optional<Status> parse_status(std::string_view name) {
  return value_in<Status>(statuses, name);
}
std::optional<Confidence> parse_confidence(std::string_view name) {
  return value_in<Confidence>(confidences, name);
}
std::optional<Attribute> parse_attribute(std::string_view name) {
  return value_in<Attribute>(attributes, name);
}
std::optional<ModeKind> parse_mode_kind(std::string_view name) {
  return value_in<ModeKind>(mode_kinds, name);
}
std::optional<BenchmarkMeasure> parse_benchmark_measure(std::string_view name) {
  return value_in<BenchmarkMeasure>(benchmark_measures, name);
}
std::optional<UsedAsInput> parse_used_as_input(std::string_view name) {
  return value_in<UsedAsInput>(uses_as_input, name);
}

std::string unit_of(Attribute attribute) { return name_in(units, attribute); }

bool is_of_node(Attribute attribute) { return attribute >= Attribute::dwell; }

}  // namespace corridor
