#include "route/radix_key.hpp"

#include <array>
#include <cassert>

namespace corridor {

namespace {

/// In four lanes, which do not wait for each other.
Weight heaviest_open(std::span<const Weight> weight) {
  std::array<Weight, 4> heaviest{};
  for (std::size_t arc = 0; arc < weight.size(); arc += heaviest.size()) {
    const std::size_t count = std::min(heaviest.size(), weight.size() - arc);
    for (std::size_t lane = 0; lane < count; ++lane) {
      const Weight w = weight[arc + lane];
      assert(w >= 0);
      heaviest[lane] = std::max(heaviest[lane], w < infinite_weight ? w : 0);
    }
  }
  return *std::max_element(heaviest.begin(), heaviest.end());
}

}  // namespace

WeightRange rough_range(const Graph& graph, std::span<const Weight> weight) {
  WeightRange range;
  range.heaviest = heaviest_open(weight);
  const auto vertices = static_cast<Weight>(graph.vertex_count());
  range.bound = range.heaviest < infinite_weight / std::max(vertices, Weight{1})
                    ? range.heaviest * vertices
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
