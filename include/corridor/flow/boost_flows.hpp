#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "corridor/flow/max_flow.hpp"
#include "corridor/flow/min_cost_flow.hpp"

namespace corridor {

// Boost.Graph's solvers, which share nothing with ours: rivals to measure, and tests of each other.

enum class BoostMaxFlow : std::uint8_t { boykov_kolmogorov, push_relabel };

/// The most that flows; unlimited_tonnage where nothing limits it.
Tonnage max_flow_by(BoostMaxFlow solver, const Graph& graph, std::span<const Tonnage> capacity,
                    VertexId source, VertexId sink);

/// Whether Boost's successive shortest paths can be asked: no arc gains or must carry anything,
/// nothing limits a vertex, and all that is sent is received.
bool suits_boost(const MinCostProblem& problem);

/// What all that is sent costs by successive shortest paths; nothing if it does not fit. The
/// problem suits.
std::optional<TotalCost> min_cost_by_boost(const Graph& graph, const MinCostProblem& problem);

}  // namespace corridor
