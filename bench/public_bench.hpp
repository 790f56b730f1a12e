#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "corridor/input/road_graph.hpp"

namespace corridor::bench {

/// The folder of public instances that the environment variable CORRIDOR_DATA names. Nothing where
/// it is unset; the first call then says on standard error that cases are left out. Ask it before
/// cases are registered.
std::optional<std::filesystem::path> public_data();

// Instances in that folder, each read once a process, when first asked for. Ask for them inside a
// case, so that a filtered run reads only what it needs; they end the program if they are missing.

/// The streets of New York of the 9th DIMACS challenge, with coordinates: by travel time and by
/// length, the arcs being the same (264,346 vertices, 733,846 arcs).
const RoadGraph& new_york_by_time();
const RoadGraph& new_york_by_length();

/// Chicago Sketch as a shortest-path graph (933 vertices, 2,950 arcs).
const RoadGraph& chicago_sketch();

/// The bare topology of Florida (1,070,376 vertices, 2,687,902 arcs, both ways), with weights made
/// up from the numbers of the ends, from 100 to 10,000.
const RoadGraph& florida();

/// Pairs of vertices, uniformly at random.
std::vector<std::pair<VertexId, VertexId>> random_pairs(std::uint32_t seed, const Graph& graph,
                                                        std::size_t count);

}  // namespace corridor::bench
