#pragma once

#include <optional>
#include <string>

#include "corridor/report/flow.hpp"
#include "corridor/report/table.hpp"
#include "corridor/study/most_of_all.hpp"

namespace corridor {

/// The most that fits between any two of some places. `scenario` may be null: the network as it
/// stands, without a baseline.
struct MostOfAllReport {
  const Scenario* scenario = nullptr;
  Date date;
  AskedPlaces places;
  CargoId cargo;
  std::optional<MostOfAll> baseline;  // of the same places
  MostOfAll answer;
};
std::string report_most_of_all(const Compiled& compiled, const MostOfAllReport& report,
                               Format format);

}  // namespace corridor
