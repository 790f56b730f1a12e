#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corridor/core/figure.hpp"
#include "corridor/network/benchmark.hpp"
#include "corridor/network/change.hpp"
#include "corridor/network/link.hpp"
#include "corridor/network/mode.hpp"

namespace corridor {

// Enumerators as the files spell them, in the order of the enumeration.
std::span<const std::string> status_names();
std::span<const std::string> confidence_names();
std::span<const std::string> attribute_names();
std::span<const std::string> mode_kind_names();
std::span<const std::string> benchmark_measure_names();
std::span<const std::string> used_as_input_names();
/// What kinds a node and what kinds an event may have.
std::span<const std::string> node_kind_names();
std::span<const std::string> event_kind_names();

std::string to_string(Status status);
std::string to_string(Confidence confidence);
std::string to_string(Attribute attribute);
std::string to_string(ModeKind kind);
std::string to_string(BenchmarkMeasure measure);
std::string to_string(UsedAsInput used);

std::optional<Status> parse_status(std::string_view name);
std::optional<Confidence> parse_confidence(std::string_view name);
std::optional<Attribute> parse_attribute(std::string_view name);
std::optional<ModeKind> parse_mode_kind(std::string_view name);
std::optional<BenchmarkMeasure> parse_benchmark_measure(std::string_view name);
std::optional<UsedAsInput> parse_used_as_input(std::string_view name);

/// The unit that an attribute's values are in: `km/h`, `USD/tkm`, `t/yr`, ...; empty for status.
std::string unit_of(Attribute attribute);

}  // namespace corridor
