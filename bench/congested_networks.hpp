#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corridor/flow/assignment.hpp"

namespace corridor::bench {

/// A network with its graph and its trips. The network points at the graph, so that neither moves.
struct CongestedInstance {
  CongestedInstance() = default;
  CongestedInstance(const CongestedInstance&) = delete;
  CongestedInstance& operator=(const CongestedInstance&) = delete;

  Graph graph;
  CongestedNetwork network;
  std::vector<DemandClass> classes;
};

/// Roads with corridors (see networks.hpp) with BPR delays, and trips between every eighth crossing
/// and every other such one: about as many arcs, zones and jams as a sketch of a city has.
void build_congested_roads(CongestedInstance& result, std::uint32_t seed, std::size_t vertices);

// Public instances of the TNTP collection, in the folder of public_bench.hpp; each read once a
// process, when first asked for. They end the program if they are missing.

const CongestedInstance& congested_sioux_falls();
const CongestedInstance& congested_anaheim();
const CongestedInstance& congested_chicago_sketch();

}  // namespace corridor::bench
