#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corridor/route/different_certificate.hpp"
#include "corridor/route/k_shortest_certificate.hpp"
#include "corridor/study/run.hpp"

namespace corridor {

struct AlternativesOptions {
  std::size_t most = 5;    // routes of a trip
  bool different = false;  // only routes that differ by more than a link or two
  double stretch = 1.5;    // of different ones: most, by the objective, as a multiple of the best
  double overlap = 0.75;   // and most of a better one's length to share; see Difference
  std::size_t most_paths = 20000;  // looked at for a trip, if not different
  bool certify = false;
};

/// A border that a route crosses, by land or between boarding and landing a ship.
struct Crossing {
  std::string from;  // country
  std::string to;
  friend bool operator==(const Crossing&, const Crossing&) = default;
};

/// How much of a route's length lies on a corridor's links. Of the many corridors that share links,
/// as few are named as can be: the one with most of the route, then the one with most of the rest,
/// as long as it adds a quarter of the length or more.
struct CorridorShare {
  CorridorId corridor;
  double share = 0;
};

struct Alternative {
  Evaluation evaluation;
  double margin = 0;  // over the best, in the objective's unit, for a tonne
  double margin_share = 0;
  double overlap = 0;      // the most with a better one, as a share of that one's length
  std::string route;       // in words
  std::string difference;  // where it leaves the best, in words; empty of the best
  std::vector<CorridorShare> corridors;  // that it goes by, the one with most of it first
  std::vector<Crossing> borders;         // in order
  std::size_t group = 0;  // of those with the same corridors and borders; from 0, by best route
};

/// The routes of a trip, the best first.
struct Alternatives {
  std::vector<Alternative> routes;
  std::size_t proved = 0;  // so many of the first are proved to be the next best
  bool exhausted = false;  // there are no more
  // With `certify`: of all paths looked at, in each order of the gates; or of different ones.
  std::vector<LooplessCertificate> certificates;
  std::optional<DifferenceCertificate> difference;
};

/// Without `different`: the best routes that differ in links, each in the cheapest way to go over
/// them; one that is a better one with a tour added, back to where the tour begins, is left out.
/// With it: the best route, and one after the other the best within the stretch that leaves out a
/// piece of each before it, as different_paths has it. The first is that of solve_trip.
Alternatives alternatives(const Compiled& compiled, const World& world, const TripQuery& query,
                          const AlternativesOptions& options);

/// The same for each trip of the scenario that was run, in its order, with the objectives of the
/// run.
std::vector<Alternatives> alternatives(const Compiled& compiled, const RunResult& run,
                                       const AlternativesOptions& options);

}  // namespace corridor
