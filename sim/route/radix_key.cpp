#include "route/radix_key.hpp"

#include <cassert>

namespace corridor {

WeightRange rough_range(const Graph& graph, std::span<const Weight> weight) {
  WeightRange range;
  Weight heaviest = 0;
  for (const Weight w : weight) {
    assert(w >= 0);
    heaviest = std::max(heaviest, w < infinite_weight ? w : 0);
  }
  const auto vertices = static_cast<Weight>(graph.vertex_count());
  range.bound = heaviest < infinite_weight / std::max(vertices, Weight{1}) ? heaviest * vertices
                                                                           : infinite_weight;
  int bits = 0;
  int open = 0;
  const std::size_t stride = weight.size() / 1024 + 1;
  for (std::size_t arc = 0; arc < weight.size(); arc += stride) {
    if (weight[arc] >= infinite_weight) continue;
    bits += bits_of(static_cast<std::uint64_t>(weight[arc]));
    ++open;
  }
  if (open > 0) range.typical_bits = bits / open;
  return range;
}

Weight tight_bound(const Graph& graph, std::span<const Weight> weight) {
  Weight bound = 0;
  for (const VertexId vertex : graph.vertices()) {
    Weight heaviest = 0;
    for (const ArcId arc : graph.out(vertex)) {
      const Weight w = weight[arc.index()];
      heaviest = std::max(heaviest, w < infinite_weight ? w : 0);
    }
    bound = std::min(bound + heaviest, infinite_weight);
  }
  return bound;
}

}  // namespace corridor
