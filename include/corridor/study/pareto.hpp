#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "corridor/route/pareto.hpp"
#include "corridor/study/run.hpp"

namespace corridor {

struct FrontierOptions {
  std::vector<Measure> measures;  // two to four that may be traded, each once
  double epsilon = 0;             // as of ParetoOptions
  std::size_t most_labels = ParetoOptions{}.most_labels;
  bool certify = false;
};

/// Measures that a frontier can weigh against each other: cost, time, distance, emissions, borders.
const std::vector<Measure>& traded_measures();

/// The values of time, in USD/t/h, at which a route is the best by cost + value of time x time:
/// from the one at which it takes over from the next cheaper one to that at which it is left for
/// the next faster one.
struct ValueOfTime {
  double from_usd_t_h = 0;
  double to_usd_t_h = std::numeric_limits<double>::infinity();
};

struct FrontierMember {
  Evaluation evaluation;
  std::string route;                    // in words
  std::string difference;               // where it leaves the first, in words; empty of the first
  std::optional<ValueOfTime> best_for;  // of cost against time; none: never the best
};

/// The routes of a trip none of which another matches by every measure, by the first measure, then
/// by the second, and so on. Figures are told apart to weight_resolution; of several routes with
/// the same figures there is one, that with the fewest arcs.
struct Frontier {
  std::vector<FrontierMember> members;           // none: no route
  bool complete = true;                          // false: the search was given up at most_labels
  std::size_t labels = 0;                        // that it kept
  std::optional<ParetoCertificate> certificate;  // with `certify`
};

/// The frontier of a trip. Gates are passed in any order that solve_trip tries. Borders are exactly
/// those of an evaluation: as a landing counts where it is in another country than the boarding, a
/// search by borders tells apart at sea where the cargo was put on the ship.
/// Throws std::invalid_argument if the measures are not two to four different traded ones.
Frontier frontier(const Compiled& compiled, const World& world, const TripQuery& query,
                  const FrontierOptions& options);

/// The same for each trip of the scenario that was run, in its order.
std::vector<Frontier> frontiers(const Compiled& compiled, const RunResult& run,
                                const FrontierOptions& options);

}  // namespace corridor
