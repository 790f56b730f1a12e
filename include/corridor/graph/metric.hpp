#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corridor/graph/topology.hpp"
#include "corridor/scenario/scenario.hpp"
#include "corridor/scenario/state.hpp"

namespace corridor {

/// What the arcs of a topology cost and carry under one state: struct of arrays, by arc. Costs are
/// for a tonne of the state's cargo. `toll` and `wait` are parts of `cost` and `time`; `weak_*`
/// are the parts that rest on assumptions or on figures of low confidence.
struct Metric {
  IdVector<ArcId, double> length_km;
  IdVector<ArcId, double> time_h;
  IdVector<ArcId, double> cost_usd_t;
  IdVector<ArcId, double> emissions_kg_t;
  IdVector<ArcId, double> capacity_t_yr;  // infinity where nothing limits the arc
  IdVector<ArcId, std::uint8_t> capacity_weak;
  IdVector<ArcId, double> toll_usd_t;
  IdVector<ArcId, double> wait_h;
  IdVector<ArcId, double> weak_cost_usd_t;
  IdVector<ArcId, double> weak_time_h;
  IdVector<ArcId, std::uint8_t> open;
};

/// Prices the topology of `network` under `state`.
Metric price(const Network& network, const Topology& topology, const State& state);

/// Weights are whole numbers of these: 1e-6 USD/t, 1e-6 h, 1e-6 km (a millimetre), 1e-6 kg/t.
inline constexpr double weight_resolution = 1e-6;

using Weight = std::int64_t;
/// The weight of a closed arc, and the distance of what cannot be reached.
inline constexpr Weight infinite_weight = INT64_MAX / 4;

/// Fixed-point weights of an objective: generalised is cost + value of time x time, in USD/t.
/// Closed arcs are infinite, whatever their value. Throws std::invalid_argument if the value of an
/// open arc is negative or not finite, or if the open arcs add up to more than a path may weigh.
IdVector<ArcId, Weight> weights(const Metric& metric, Objective objective,
                                double value_of_time_usd_t_h);

}  // namespace corridor
