#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/flow/max_flow.hpp"
#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"
#include "corridor/network/network.hpp"

namespace corridor::bench {

/// A graph with a weight for each arc, and vertices to start from: many, because a processor that
/// sees the same search again and again learns its branches by heart.
struct Instance {
  Graph graph;
  IdVector<ArcId, Weight> weight;
  std::vector<VertexId> origins;
  std::span<const Weight> weights() const { return weight.values(); }
};

/// A square grid of about `vertices`, one crossing in eight missing, with random weights.
Instance grid_with_holes(std::uint32_t seed, std::size_t vertices);

/// A square grid on which every sixteenth row and column is a corridor eight times as fast as the
/// rest: cheapest paths are drawn to few roads, as they are in the world.
Instance roads_with_corridors(std::uint32_t seed, std::size_t vertices);

/// About `nodes` places: hubs in a ring of railways with chords, each with a star of roads around
/// it, every fourth a port with sailings to others; twenty countries, two gauges.
Network stars(std::uint32_t seed, std::size_t nodes);

/// `stars` as the solvers see it, weighed by cost for its one cargo.
Instance compiled_stars(std::uint32_t seed, std::size_t nodes);

/// Capacities in place of weights: whole thousands of tonnes, a few unlimited.
IdVector<ArcId, Tonnage> capacities(std::uint32_t seed, const Instance& instance);

}  // namespace corridor::bench
