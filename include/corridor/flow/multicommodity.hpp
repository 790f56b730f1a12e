#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "corridor/flow/assignment.hpp"
#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"

namespace corridor {

class Hierarchy;

/// What several arcs carry together at most: both ways of a link, say, or all that a port handles.
/// Infinite if nothing limits them.
struct SharedCapacity {
  std::vector<ArcId> arcs;  // each counts once, an arc may be in several groups
  double capacity = 0;
  std::vector<std::uint32_t> classes = {};  // that it limits, by position, ascending; empty: all
};

/// Whether it limits a class.
bool limits(const SharedCapacity& shared, std::size_t cargo);

/// `no_passing` marks vertices where trips may only begin or end.
struct CapacitatedNetwork {
  const Graph* graph = nullptr;
  std::vector<SharedCapacity> capacities;
  IdVector<VertexId, char> no_passing;  // empty: none
  /// Of the graph, to price paths by where all vertices may be passed: that takes a fraction of
  /// what searches from vertex to vertex do. Of equally cheap paths it may find another.
  std::shared_ptr<const Hierarchy> hierarchy = nullptr;
};

/// A capacity for each arc that has a finite one, in the order of the arcs.
std::vector<SharedCapacity> capacities_of_arcs(std::span<const double> capacity);
/// Weights as costs; closed arcs are infinite.
IdVector<ArcId, double> costs_of(std::span<const Weight> weight);

/// Cargo of one kind. A unit of it takes `load` units of every capacity that it passes.
struct CargoClass {
  std::vector<OdVolume> demand;
  IdVector<ArcId, double> cost;  // of a unit, 0 or more; infinite: closed. Empty: free everywhere
  double load = 1;               // above 0
  double penalty = 0;            // of a unit that is not carried, finite
};

/// A demand by its class and its position there.
struct DemandId {
  std::uint32_t cargo = 0;
  std::uint32_t pair = 0;
  friend auto operator<=>(const DemandId&, const DemandId&) = default;
};

struct PathFlow {
  DemandId demand;
  std::vector<ArcId> arcs;  // in travel order
  double volume = 0;
};

enum class UnmetReason : std::uint8_t {
  no_path,   // no open path joins the pair
  too_dear,  // the cheapest path costs more than the penalty, however much fits
  capacity,  // paths that cost less are full
};

struct UnmetDemand {
  DemandId demand;
  double volume = 0;
  UnmetReason reason = UnmetReason::capacity;
};

/// What a solver knows when it ends, for another to begin with: paths, basis, prices.
class FlowStart;

/// Flows in units of their class, money in units of cost x volume.
struct MulticommodityFlow {
  std::vector<IdVector<ArcId, double>> flow;  // by class
  std::vector<PathFlow> paths;                // by demand
  std::vector<UnmetDemand> unmet;             // by demand
  std::vector<double> price;  // of a capacity: what one more unit of it saves (of several, the last
                              // that the solver came upon, where a step up and one down differ)
  double objective = 0;       // cost of the flows and penalties
  double bound = 0;           // proved by the prices: no flow costs less
  double relative_gap = 0;    // (objective - bound) / objective
  std::size_t iterations = 0;
  bool converged = false;
  std::shared_ptr<const FlowStart> start;
};

struct MulticommodityOptions {
  double gap = 1e-9;
  std::size_t most_iterations = 1000;
  /// Of an earlier answer, of either kind, on the same graph with as many classes, pairs and
  /// capacities, the pairs with their ends; volumes, costs and capacities may be others.
  const FlowStart* start = nullptr;
};

/// The cheapest way to carry all demand within the capacities, or to leave part of it at its
/// penalty: column generation (Ford and Fulkerson 1958, Tomlin 1966) on paths, of which one for
/// each demand is taken for granted and others are changes to it, so that the master problem has
/// rows only for capacities that bind and for the few demands that are split. No price makes a path
/// cheaper, so demands are searched for only while all their known paths cost more than the
/// cheapest did without prices; and first in the classes where the last search has found something.
/// If it stalls or runs out of iterations, the gap says how far it may be from the best. Throws
/// std::invalid_argument for sizes that do not match and for figures that are negative or not
/// finite.
MulticommodityFlow multicommodity_flow(const CapacitatedNetwork& network,
                                       std::span<const CargoClass> classes,
                                       const MulticommodityOptions& options = {});

/// What the answer proves by itself, with shortest paths of its own. Residuals are relative: to the
/// capacity and load, to the demand, to the objective.
struct MulticommodityCertificate {
  bool well_formed = false;   // sizes fit; paths are open and join their pairs; nothing is negative
  double worst_overload = 0;  // of a capacity
  double worst_shortfall = 0;  // |carried + unmet - demand|
  double worst_flow_sum = 0;   // |flow of an arc - that of the paths over it|
  double objective = 0;        // recomputed
  double bound = 0;            // recomputed: cheapest paths under cost and prices
  double relative_gap = 0;     // of the two
  double idle_value = 0;       // prices x what is left of the capacities
  double dearer_paths = 0;     // flow x what its path costs more than the cheapest, prices included
  bool holds(double tolerance = 1e-8) const;
};
MulticommodityCertificate certify(const CapacitatedNetwork& network,
                                  std::span<const CargoClass> classes,
                                  const MulticommodityFlow& answer);

}  // namespace corridor
