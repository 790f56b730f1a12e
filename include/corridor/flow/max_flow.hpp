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

/// Maximum flow by Boost's solver after Boykov and Kolmogorov (2004). Arcs of zero capacity are
/// closed, those of unlimited_tonnage or more carry anything. Of all minimum cuts the one nearest
/// the source is returned, whatever the solver. Throws std::invalid_argument if a capacity is
/// negative or if the limited ones add up to unlimited_tonnage. From a vertex to itself the flow is
/// unlimited.
MaxFlow max_flow(const Graph& graph, std::span<const Tonnage> capacity, VertexId source,
                 VertexId sink);

struct FlowCertificate {
  bool within_capacity = false;
  bool conserved = false;
  bool cut_separates = false;
  bool cut_equals_flow = false;
  bool holds() const { return within_capacity && conserved && cut_separates && cut_equals_flow; }
};

/// Checks a flow and its cut, sharing no code with the solver. Of an unlimited answer the cut is
/// replaced by the path that it claims.
FlowCertificate certify(const Graph& graph, std::span<const Tonnage> capacity, VertexId source,
                        VertexId sink, const MaxFlow& answer);

}  // namespace corridor
