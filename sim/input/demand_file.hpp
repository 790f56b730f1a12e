#pragma once

#include <optional>
#include <span>
#include <string>

#include "corridor/network/change.hpp"
#include "corridor/scenario/demand_plan.hpp"

#include "input/map_reader.hpp"
#include "input/reading.hpp"

namespace corridor {

/// A demand file. What is wrong with it is in `reading`; nothing if it is no map at all. Places and
/// cargoes are looked up later, when the network is known.
std::optional<DemandPlan> read_demand_plan(Reading& reading, const SourceFile& source);

/// The keys of a selector of demand, and what they pick.
std::span<const std::string> demand_selector_keys();
std::optional<DemandSelector> read_demand_selector(const MapReader& map);

/// The body of a `demand` change.
std::optional<DemandChange> read_demand_change(Reading& reading, const FileValue& body);

}  // namespace corridor
