#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corridor/network/change.hpp"

#include "input/map_reader.hpp"

namespace corridor {

/// Where a list of changes stands. A policy may neither turn on policies nor build.
enum class ChangesOf { scenario, policy };

/// One entry of `changes`. Several policies in one entry make several changes; what is wrong makes
/// none.
std::vector<Change> read_change(Reading& reading, const FileValue& value, ChangesOf where,
                                const Provenance& around = {});

/// The keys of a selector, and of what they pick.
std::span<const std::string> selector_keys();
/// Tells of a selector that selects by none of its keys, or by one that names nothing.
void check_selection(const MapReader& map, std::span<const std::string> keys);
std::optional<Selector> read_selector(const MapReader& map);

/// A value for an attribute: a status, a quantity, or a figure whose provenance goes to
/// `provenance`.
std::optional<Edit> read_set_edit(Reading& reading, Attribute attribute, const FileValue& value,
                                  Provenance* provenance = nullptr);

/// A factor for an attribute: `+20%`.
std::optional<Edit> read_scale_edit(Reading& reading, Attribute attribute, const FileValue& value);

/// The same, or `+1500 USD/TEU`, or `50%`: whatever the text says it is.
std::optional<Edit> read_any_edit(Reading& reading, Attribute attribute, const FileValue& value);

}  // namespace corridor
