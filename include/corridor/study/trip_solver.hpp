#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corridor/route/certificate.hpp"
#include "corridor/route/shortest_path.hpp"
#include "corridor/study/evaluation.hpp"
#include "corridor/study/world.hpp"

namespace corridor {

/// A trip with its names looked up. Build it with resolve_trip.
struct TripQuery {
  NodeId from;
  NodeId to;
  CargoId cargo;
  std::vector<NodeId> via;       // to pass in this order
  std::vector<NodeId> gates;     // of a corridor: to pass in this order or the reverse one
  std::vector<char> arc_barred;  // by arc: 1 where `avoid` or `modes` rule it out
  Objective objective = Objective::generalised;
};

/// Looks up a trip's names, which the scenario's check has found to be there. A trip without a
/// cargo takes the network's first. `override_corridor`, if any, stands for the trip's own
/// `by_corridor`.
TripQuery resolve_trip(const Compiled& compiled, const Trip& trip, Objective objective,
                       std::optional<CorridorId> override_corridor = {});

/// The best route of a trip. With gates, both orders are tried, before and after the trip's own
/// vias, and the best is taken. Cargo is loaded at the origin and unloaded at the destination
/// alone.
struct TripAnswer {
  Evaluation evaluation;
  std::optional<PathCertificate> certificate;  // with `certify`
  Weight weight = infinite_weight;
  PathQuery query;                  // as solved
  IdVector<ArcId, Weight> weights;  // as solved
};
TripAnswer solve_trip(const Compiled& compiled, const World& world, const TripQuery& query,
                      bool certify);

/// A trip in a world, both of which outlive the solving.
struct TripTask {
  const World* world = nullptr;
  const TripQuery* query = nullptr;
};

/// The answers to many trips in many worlds, in their order; the same as one by one, whatever the
/// number of threads. Worlds are customised side by side, eight at a time.
std::vector<TripAnswer> solve_trips(const Compiled& compiled, std::span<const TripTask> tasks,
                                    bool certify, std::size_t threads);

/// The best other route: the cheapest that leaves out a piece of the best one, in a row, of at
/// least a quarter of its length, and so shares at most three quarters of it.
struct RunnerUp {
  bool found = false;
  Evaluation evaluation;
  double margin = 0;        // in the objective's unit, for a tonne
  double margin_share = 0;  // of the best
};
RunnerUp runner_up(const Compiled& compiled, const World& world, const TripQuery& query,
                   const TripAnswer& best);

/// A corridor as its sponsors describe it: its own links, in order, whatever other routes there
/// are. `from` and `to` cut it to a part; both default to its ends. Not reachable where a link is
/// closed.
Evaluation evaluate_corridor(const Compiled& compiled, const World& world, CorridorId corridor,
                             std::optional<NodeId> from = {}, std::optional<NodeId> to = {},
                             bool ignore_closures = false);

/// Why there is no route, and what would help.
struct Disconnection {
  std::vector<LinkId> cut;  // closed links that leave what the origin can reach, towards the target
  std::vector<LinkId> restoring;  // the fewest closed links that together would restore a route;
                                  // of equally few, those of the best route
  bool never = false;             // not even with every link open
};
Disconnection why_no_route(const Compiled& compiled, const World& world, const TripQuery& query);

/// The most that fits between two nodes over all open routes, and what binds.
struct Throughput {
  bool unlimited = false;
  double value_t_yr = 0;
  bool assumed = false;  // a capacity in the cut is an assumption or of low confidence
  std::vector<ArcId> cut;
  std::optional<bool> certified;
};
Throughput most_throughput(const Compiled& compiled, const World& world, NodeId from, NodeId to,
                           bool certify);

/// "Alat - Aktau, Caspian ferry" or "port of Aktau": a cut's or bottleneck's arcs in words, each
/// once.
std::vector<std::string> arcs_in_words(const Network& network, const Topology& topology,
                                       const std::vector<ArcId>& arcs);

}  // namespace corridor
