#pragma once

#include <string>
#include <vector>

#include "corridor/core/date.hpp"
#include "corridor/study/run.hpp"

namespace corridor {

/// The last event, by the day `until`, on each link of the subjects' routes; newest first, links
/// with the same news in one line.
std::vector<std::string> last_news(const Compiled& compiled, const std::vector<Subject>& subjects,
                                   Date until);

}  // namespace corridor
