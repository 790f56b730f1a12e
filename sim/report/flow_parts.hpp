#pragma once

#include <string>
#include <vector>

#include "corridor/report/flow.hpp"

#include "report/document.hpp"
#include "report/json.hpp"

namespace corridor {

/// "Iran and Aktau": nodes and countries by their names.
std::string places_in_words(const Network& network, const std::vector<std::string>& names);
/// "IR,aktau", as they were asked for.
std::string joined(const std::vector<std::string>& names);

/// Ids, for programs: "link:aktau_alat_ferry", "node:brest".
std::string bottleneck_id(const Network& network, const Bottleneck& at);

}  // namespace corridor
