#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"

namespace corridor {

/// Whole tonnes a year.
using Tonnage = std::int64_t;
inline constexpr Tonnage unlimited_tonnage = INT64_MAX / 4;

/// The most that fits from source to sink, and the cut that proves it.
struct MaxFlow {
  bool unlimited = false;  // a path of unlimited arcs joins them; `value` means nothing
  Tonnage value = 0;
  IdVector<ArcId, Tonnage> flow;
  IdVector<VertexId, char> source_side;  // 1: on the source's side of the minimum cut
  std::vector<ArcId> cut;  // arcs with capacity that leave the source's side, ascending
};

/// Maximum flow by Boost's Boykov-Kolmogorov or push-relabel solver. Of all minimum cuts the one
/// nearest the source is returned.
MaxFlow max_flow(const Graph& graph, std::span<const Tonnage> capacity, VertexId source,
                 VertexId sink);

struct FlowCertificate {
  bool within_capacity = false;
  bool conserved = false;
  bool cut_separates = false;
  bool cut_equals_flow = false;
  bool holds() const { return within_capacity && conserved && cut_separates && cut_equals_flow; }
};

/// Checks a flow and its cut, sharing no code with the solver.
FlowCertificate certify(const Graph& graph, std::span<const Tonnage> capacity, VertexId source,
                        VertexId sink, const MaxFlow& answer);

}  // namespace corridor
