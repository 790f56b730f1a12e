#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "corridor/study/run.hpp"

namespace corridor {

using Json = nlohmann::ordered_json;

/// What kind of arc a leg is: "haul", "gauge_change"; empty where nothing happens.
const char* kind_text(ArcKind kind);

/// A number rounded to six decimals, so that sums in double print short; null where it is NaN or
/// infinite.
Json json_number(double value);

/// The head that every answer begins with: schema, command, network.
Json json_head(const Network& network, const std::string& command);

/// Indented, ending in a line break. Text that is not UTF-8 gets replacement characters.
std::string dump(const Json& json);

Json json_links(const Network& network, const std::vector<LinkId>& links);
Json json_nodes(const Network& network, const std::vector<NodeId>& nodes);
Json json_effects(const Network& network, const std::vector<Effect>& effects);
Json json_legs(const Compiled& compiled, const Subject& subject, const std::vector<Leg>& legs);
Json json_throughput(const Compiled& compiled, const Throughput& throughput);

}  // namespace corridor
