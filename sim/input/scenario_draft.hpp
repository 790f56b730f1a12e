#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "corridor/core/figure.hpp"
#include "corridor/scenario/scenario.hpp"

#include "input/reading.hpp"

namespace corridor {

/// A scenario file by itself: its own changes and trips, and the files that it names.
struct ScenarioDraft {
  Scenario scenario;
  /// For each expectation: what its bound is counted by, where that is a choice.
  std::vector<std::optional<Per>> bound_per;
  const SourceFile* source = nullptr;
  std::filesystem::path folder;
  std::filesystem::path root;  // of the tree that its files must lie in
  const FileValue* network = nullptr;
  const FileValue* baseline = nullptr;
  const FileValue* demand = nullptr;
  std::vector<const FileValue*> extends;
  bool has_trips = false;
  bool has_faults = false;
};

/// Reads one file and none of those that it names; nothing if it is no map at all.
std::optional<ScenarioDraft> read_scenario_draft(Reading& reading, const SourceFile& source,
                                                 const std::filesystem::path& folder,
                                                 const std::filesystem::path& root);

/// One entry of `trips`.
std::optional<Trip> read_trip(Reading& reading, const FileValue& value);

/// One entry of `expect`; `per` gets what a bound is counted by, where that is a choice.
std::optional<Expectation> read_expectation(Reading& reading, const FileValue& value,
                                            std::optional<Per>& per);

}  // namespace corridor
