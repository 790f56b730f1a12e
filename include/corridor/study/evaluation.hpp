#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "corridor/graph/metric.hpp"
#include "corridor/graph/topology.hpp"
#include "corridor/scenario/scenario.hpp"

namespace corridor {

class Hierarchy;

/// The hierarchy of a compiled network, over all vertices but those where cargo only starts or only
/// ends.
std::shared_ptr<const Hierarchy> hierarchy_of(const Network& network, const Topology& topology);

/// A network compiled once for a study: what depends on its structure alone. It must outlive the
/// worlds made from it.
struct Compiled {
  const Network& network;
  Topology topology;
  std::shared_ptr<const Hierarchy> hierarchy = hierarchy_of(network, topology);
};

/// What a route's cost and time are made of. Transfers hold loading, unloading, dwell and handling;
/// tolls cost and take no time; waiting takes time and costs nothing.
enum class Component { haul, transfer, border, gauge_change, toll, waiting };
inline constexpr std::size_t component_count = 6;
using Breakdown = std::array<double, component_count>;  // by Component

/// Part of a route that a reader takes in one breath: consecutive links of one mode, or one stop.
struct Leg {
  Component component = Component::haul;
  ArcKind kind = ArcKind::haul;
  NodeId from;
  NodeId to;       // of a stop: the same
  ModeId mode;     // of a haul; of a transfer: what the cargo leaves
  ModeId to_mode;  // of a transfer: what it takes
  std::vector<WayId> ways;
  double length_km = 0;
  double time_h = 0;
  double cost_usd_t = 0;
  double emissions_kg_t = 0;
  double weak_cost_usd_t = 0;
  double weak_time_h = 0;
};

/// The figures of one route, for a tonne. They are sums over its arcs, in order, and the breakdowns
/// add up to the totals.
struct Evaluation {
  bool reachable = false;
  std::vector<ArcId> arcs;
  double distance_km = 0;
  double time_h = 0;
  double cost_usd_t = 0;
  double emissions_kg_t = 0;
  int borders = 0;
  int transfers = 0;
  int gauge_breaks = 0;
  double throughput_t_yr = std::numeric_limits<double>::infinity();  // smallest capacity on the way
  bool throughput_assumed = false;  // a bottleneck's capacity is an assumption or of low confidence
  std::vector<ArcId> bottleneck;
  Breakdown cost_by_component{};  // USD/t
  Breakdown time_by_component{};  // h
  double weak_cost_usd_t = 0;
  double weak_time_h = 0;
  double generalised_usd_t = 0;  // the objective's value where it is generalised cost
};

/// Adds up the arcs of a route, which is taken to be one. Borders are the border arcs, and each
/// landing in another country than that in which the cargo was last put on a ship. Transfers are
/// changes from one mode to another; loading at the origin and unloading at the destination are
/// none.
Evaluation evaluate(const Compiled& compiled, const Metric& metric, const std::vector<ArcId>& arcs,
                    double value_of_time_usd_t_h);

/// The same arc by arc: figures and counts add up to those of the route.
std::vector<Evaluation> evaluate_arcs(const Compiled& compiled, const Metric& metric,
                                      const std::vector<ArcId>& arcs, double value_of_time_usd_t_h);

/// The route in legs: hauls of one mode joined up to the next stop, and all that is done at one
/// stop joined by component. A border's leg stands at the node that it leads to and names the way.
std::vector<Leg> legs(const Network& network, const Topology& topology, const Metric& metric,
                      const std::vector<ArcId>& arcs);

/// "Mumbai -> (sea) Bandar Abbas -> (rail) Rasht -> (road) Astara": the places where the mode, the
/// country or the gauge changes, and how each is reached. Of a border the first place beyond it is
/// named.
std::string in_words(const Network& network, const Topology& topology,
                     const std::vector<ArcId>& arcs);

/// Where a second route leaves the first, both from one place to another: "by Volgograd instead of
/// Saratov", "by road instead of rail between Rasht and Anzali". Each stretch that they do not
/// share is told by the place of each route's own that is nearest to its middle, or by the modes
/// where a route has no such place or where stretch after stretch goes by another mode. Empty if
/// the routes go over the same links.
std::string difference_in_words(const Compiled& compiled, const Metric& metric,
                                const std::vector<ArcId>& first, const std::vector<ArcId>& second);

/// What an objective makes of an evaluation, for a tonne, in the objective's unit (USD/t, h, km,
/// kg/t).
double value_of(const Evaluation& evaluation, Objective objective);

/// A measure of an evaluation, in `unit_of(measure, ...)`; cost and emissions by the cargo's unit,
/// throughput in t/yr. NaN where there is no route.
double measure_of(const Evaluation& evaluation, Measure measure, double tonnes_per_unit);

}  // namespace corridor
