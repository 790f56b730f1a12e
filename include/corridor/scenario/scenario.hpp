#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/core/date.hpp"
#include "corridor/core/diagnostic.hpp"
#include "corridor/network/change.hpp"
#include "corridor/scenario/demand_plan.hpp"

namespace corridor {

enum class Objective { cost, time, distance, emissions, generalised };

/// A consignment to send: from a node to a node.
struct Trip {
  std::string id;  // "mumbai -> moscow", made from the ends where the file gives none
  Name from;
  Name to;
  Name cargo;
  std::vector<Name> via;            // nodes to pass, in order
  std::optional<Name> by_corridor;  // its gates become `via`
  std::vector<Name> avoid;          // ids of nodes, links, corridors, countries or modes
  std::vector<Name> modes;          // allowed; empty: all that may carry the cargo
  std::optional<Objective> objective;
  SourcePos at;
};

enum class Measure {
  distance,
  time,
  cost,
  emissions,
  borders,
  transfers,
  gauge_breaks,
  throughput
};

enum class Comparison { less, less_equal, greater, greater_equal, equal };

/// A claim to hold the result against. What is compared: the measure of the trip (by `corridor`, if
/// named) in this scenario; against the same by corridor `against`, if named, else, for a relative
/// bound, against the baseline.
struct Expectation {
  std::string claim;
  Name trip;
  Measure measure = Measure::cost;
  std::optional<Name> corridor;
  std::optional<Name> against;
  Comparison comparison = Comparison::less_equal;
  double bound = 0;               // a share (-0.3) if relative, else in the measure's unit
  bool relative = false;          // change against the reference
  std::optional<bool> reachable;  // instead of a measure: the claim is that a route exists, or not
  std::string text;               // the bound as written
  std::string source;
  SourcePos at;
};

/// What-if: changes to a network, in order, and the questions put to it.
struct Scenario {
  std::string id;
  std::string title;
  std::string description;
  std::string file;
  std::string network_file;  // as found, after resolving against the scenario's folder
  std::string content_hash;
  std::optional<Date> as_of;
  std::vector<Change> changes;  // those of `extends` first, then its own
  std::vector<Trip> trips;
  std::optional<DemandPlan> demand;  // its own, or that of `extends`, or of the baseline
  std::vector<Name> corridors;       // to evaluate as described
  std::vector<Expectation> expectations;
  std::optional<Objective> objective;
  std::vector<std::string> extends;  // ids, for the record
  std::vector<Name> requires_ids;    // scenarios that must be among `extends`
  std::vector<Name> conflicts;       // scenarios that must not be
  std::vector<Scenario> baseline;    // none or one: the scenario to compare with; none: the network
  SourcePos at;
};

}  // namespace corridor
