#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corridor/report/flow.hpp"

#include "cli/command.hpp"

namespace corridor::cli {

/// The options of `flow` that ask for the most that fits.
struct MaxCommand {
  std::pair<std::string, std::string> ends;  // of --max: names, parted by commas
  std::string places;                        // of --max-all, likewise
  std::string cargo;
  std::optional<Date> as_of;
  bool certify = false;
  OutputOptions output;
};

/// The most between the two ends in a study of one scenario at the most, with its baseline, and
/// reports it.
int most_between_ends(const Study& study, const MaxCommand& command);

/// The same between any two of the places.
int most_between_all(const Study& study, const MaxCommand& command);

}  // namespace corridor::cli
