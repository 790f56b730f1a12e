#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corridor/report/pareto.hpp"

#include "report/measures.hpp"

namespace corridor {

/// One trip's frontier with what is shown of it.
struct ShownFrontier {
  const Compiled& compiled;
  const FrontierOptions& options;
  const RunResult& run;
  const Subject& subject;
  const Frontier& frontier;
  CargoUnit unit;
  std::vector<std::size_t> members;  // that are shown, ascending
};

/// All trips of all runs, in their order.
std::vector<ShownFrontier> shown_frontiers(const Compiled& compiled,
                                           const std::vector<RunFrontiers>& runs,
                                           const FrontierReport& report);

/// A row for each route.
Table frontier_table(const std::vector<ShownFrontier>& trips);
std::string frontier_json(const Compiled& compiled, const std::vector<ShownFrontier>& trips);

/// "cost against time", "cost against time and emissions".
std::string trade_text(const FrontierOptions& options);

/// What an hour is worth for a tonne of the cargo, by the network.
double own_value_of_time(const Network& network, CargoId cargo);

}  // namespace corridor
