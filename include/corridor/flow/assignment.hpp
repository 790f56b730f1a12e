#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "corridor/flow/link_delay.hpp"
#include "corridor/graph/graph.hpp"

namespace corridor {

class Hierarchy;

/// A network whose links slow down as they fill. `no_passing` marks vertices where trips may only
/// begin or end (zones of the TNTP format below the first through node).
struct CongestedNetwork {
  const Graph* graph = nullptr;
  IdVector<ArcId, LinkDelay> delay;
  IdVector<VertexId, char> no_passing;  // empty: none
  /// Of the graph, for gradient_projection to find paths by where all vertices may be passed: that
  /// takes a fraction of what searches from vertex to vertex do.
  std::shared_ptr<const Hierarchy> hierarchy = nullptr;
};

struct OdVolume {
  VertexId from;
  VertexId to;
  double volume = 0;
};

/// Trips that weigh time and money alike. The generalised cost of an arc is fixed + time_value x
/// time; an infinite `fixed` closes the arc to the class. One unit of its volume is `load` units of
/// link volume.
struct DemandClass {
  std::vector<OdVolume> demand;
  IdVector<ArcId, double> fixed;  // empty: none
  double time_value = 1;          // above 0
  double load = 1;                // above 0
};

/// Each trip at least cost to itself, or all trips together at least cost. The latter is counted in
/// time, each class's money at its own time value (Yang and Huang 2004), which keeps it convex.
enum class Principle : std::uint8_t { user_equilibrium, system_optimum };

/// algorithm_b is for many pairs and small gaps; gradient_projection (Jayakrishnan, Tsai, Prashker
/// and Rajadhyaksha 1994), which keeps the paths of each pair, for few pairs on large networks.
enum class AssignmentMethod : std::uint8_t {
  frank_wolfe,
  conjugate_frank_wolfe,
  biconjugate_frank_wolfe,
  algorithm_b,
  gradient_projection,
};

/// What a solver remembers beyond the volumes, so that a warm start can go on from it.
struct AssignmentMemory;

struct AssignmentProgress {
  std::size_t iteration = 0;
  double relative_gap = 0;
  double objective = 0;
  double seconds = 0;
};

/// Volumes of arcs, by class and together; link volume is the sum of load x class volume.
struct Assignment {
  IdVector<ArcId, double> volume;                 // link volume
  std::vector<IdVector<ArcId, double>> by_class;  // in units of the class
  std::vector<std::vector<char>> carried;  // by class and pair; 0: no open path joins the pair
  double objective = 0;     // Beckmann's, in time x link volume; of system_optimum, the total cost
  double relative_gap = 0;  // (cost of volumes - cost of shortest paths) / cost of volumes
  std::size_t iterations = 0;
  bool converged = false;
  std::shared_ptr<const AssignmentMemory> memory;  // of algorithm_b, its bushes; else empty
};

struct AssignmentOptions {
  AssignmentMethod method = AssignmentMethod::algorithm_b;
  Principle principle = Principle::user_equilibrium;
  double gap = 1e-6;
  std::size_t most_iterations = 10'000;
  const Assignment* start =
      nullptr;  // warm start: an answer on the same graph with the same classes, by the same method
  std::function<void(const AssignmentProgress&)> progress;
};

/// User equilibrium (Wardrop 1952, Beckmann, McGuire and Winsten 1956) or system optimum of fixed
/// demand. Pairs that no open path joins are left out and marked. Throws std::invalid_argument for
/// sizes that do not match, negative or not finite figures, and empty classes of time_value <= 0.
Assignment assign(const CongestedNetwork& network, std::span<const DemandClass> classes,
                  const AssignmentOptions& options = {});

/// What a unit of each pair pays at the times found, by class and pair, in the class's money: that
/// of its cheapest path, which all used paths of the pair share in equilibrium. Infinite where no
/// open path joins the pair. Throws as assign does.
std::vector<std::vector<double>> pair_costs(const CongestedNetwork& network,
                                            std::span<const DemandClass> classes,
                                            const Assignment& answer);

/// What the volumes prove by themselves, with shortest paths of their own. (That the pairs' trips
/// mix along the way as they should, volumes by class cannot tell; but no class can cost less than
/// its shortest paths unless volumes are missing.)
struct AssignmentCertificate {
  double worst_imbalance = 0;   // largest violation of conservation at a vertex, in class units
  double relative_gap = 0;      // recomputed
  double objective = 0;         // recomputed
  double lower_bound = 0;       // objective - gap in cost: no volumes do better
  double worst_volume_sum = 0;  // largest |link volume - sum of load x class volume|
  double least_volume = 0;      // the most negative volume of a class; 0 if none is negative
  std::size_t wrongly_left_out = 0;  // pairs marked as not carried that an open path joins
};
AssignmentCertificate certify(const CongestedNetwork& network, std::span<const DemandClass> classes,
                              Principle principle, const Assignment& answer);

}  // namespace corridor
