#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/report/table.hpp"
#include "corridor/study/most_between.hpp"

namespace corridor {

/// Places as they were asked for: ids of nodes, countries or customs unions, and all their nodes.
struct AskedPlaces {
  std::vector<std::string> names;
  std::vector<NodeId> nodes;
};

/// The most that fits between places. `scenario` may be null: the network as it stands, without a
/// baseline.
struct FlowReport {
  const Scenario* scenario = nullptr;
  Date date;
  AskedPlaces from;
  AskedPlaces to;
  CargoId cargo;
  std::optional<MostAnswer> baseline;
  MostAnswer answer;
};
std::string report_flow(const Compiled& compiled, const FlowReport& flow, Format format);

}  // namespace corridor
