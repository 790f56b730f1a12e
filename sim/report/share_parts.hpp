#pragma once

#include <string>

#include "corridor/report/fitting_share.hpp"

namespace corridor {

Table share_table(const Compiled& compiled, const ShareReport& report);
std::string share_json(const Compiled& compiled, const ShareReport& report);

}  // namespace corridor
