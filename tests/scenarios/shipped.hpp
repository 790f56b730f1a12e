#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "corridor/input/read.hpp"
#include "corridor/study/run.hpp"

#include "support/source_files.hpp"

namespace corridor::test {

inline std::filesystem::path shipped_folder() { return source_root() / "scenarios"; }

/// The scenario files of a folder, in order of names.
inline std::vector<std::filesystem::path> scenario_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    if (!entry.is_regular_file() || entry.path().extension() != ".yaml") continue;
    if (kind_of_file(entry.path()) == "scenario") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

/// All scenarios on the Eurasian network, read and compiled together.
class Shipped {
 public:
  explicit Shipped(const std::filesystem::path& folder = shipped_folder())
      : study_{read_study(scenario_files(folder), warnings_)},
        compiled_{study_.network, compile(study_.network)} {}
  Shipped(const Shipped&) = delete;
  Shipped& operator=(const Shipped&) = delete;

  const Network& network() const { return study_.network; }
  const Compiled& compiled() const { return compiled_; }
  const std::vector<Scenario>& scenarios() const { return study_.scenarios; }
  const Diagnostics& warnings() const { return warnings_; }

 private:
  Diagnostics warnings_;
  Study study_;
  Compiled compiled_;
};

inline const Shipped& shipped() {
  static const Shipped once;
  return once;
}

inline Date date_of(const Scenario& scenario) {
  return scenario.as_of ? *scenario.as_of : latest_date(shipped().network());
}

inline Worlds worlds_of(const Scenario& scenario) {
  return {shipped().compiled(), &scenario, date_of(scenario)};
}

inline Objective objective_of(const Scenario& scenario, const Trip& trip) {
  if (trip.objective) return *trip.objective;
  return scenario.objective.value_or(Objective::generalised);
}

inline TripQuery query_of(const Scenario& scenario, const Trip& trip) {
  return resolve_trip(shipped().compiled(), trip, objective_of(scenario, trip));
}

/// The best answers to a scenario's trips, in their order.
inline std::vector<TripAnswer> answers(const Scenario& scenario) {
  Worlds worlds = worlds_of(scenario);
  std::vector<TripAnswer> result;
  for (const Trip& trip : scenario.trips) {
    const TripQuery query = query_of(scenario, trip);
    result.push_back(solve_trip(shipped().compiled(), worlds.of(query.cargo), query, false));
  }
  return result;
}

/// Closes or opens links by id, as a file would.
template <class Kind>
Change status_change(const std::vector<LinkId>& links) {
  Kind kind;
  for (const LinkId link : links) {
    kind.where.links.push_back({shipped().network().links[link].id, {}});
  }
  Change change;
  change.what = kind;
  return change;
}

}  // namespace corridor::test
