#pragma once

#include <string>
#include <vector>

#include "corridor/report/alternatives.hpp"

namespace corridor {

/// A row for each route.
Table alternatives_table(const Compiled& compiled, const std::vector<RunAlternatives>& runs);
std::string alternatives_json(const Compiled& compiled, const std::vector<RunAlternatives>& runs);

}  // namespace corridor
