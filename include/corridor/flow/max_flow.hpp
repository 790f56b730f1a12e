#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"

namespace corridor {

/// Whole tonnes a year.
using Tonnage = std::int64_t;
inline constexpr Tonnage unlimited_tonnage = INT64_MAX / 4;

/// Where flow may start and where it may end; each source has as much as anybody can take.
struct Terminals {
  std::span<const VertexId> sources;
  std::span<const VertexId> sinks;
};

/// The most that fits from the sources to the sinks, and the two cuts that prove it: of all minimum
/// cuts the one nearest the sources, and the one nearest the sinks. They are the same where the
/// minimum cut is unique.
struct MaxFlow {
  bool unlimited = false;  // a path of unlimited arcs joins them; `value` means nothing
  Tonnage value = 0;
  IdVector<ArcId, Tonnage> flow;
  IdVector<VertexId, char> source_side;  // 1: on the sources' side of the cut nearest to them
  std::vector<ArcId> cut;              // arcs with capacity that leave the source's side, ascending
  IdVector<VertexId, char> sink_side;  // 1: on the sinks' side of the cut nearest to them
  std::vector<ArcId> sink_cut;         // arcs with capacity that enter the sinks' side, ascending
};

/// Maximum flow along shortest augmenting paths, found by two breadth-first trees that grow towards
/// each other and are mended where a path has cut them (Goldberg, Hed, Kaplan, Tarjan and Werneck
/// 2011). Arcs of zero capacity are closed, those of unlimited_tonnage or more carry anything.
/// Throws std::invalid_argument if a capacity is negative or if the limited ones add up to
/// unlimited_tonnage. From a vertex to itself the flow is unlimited.
MaxFlow max_flow(const Graph& graph, std::span<const Tonnage> capacity, const Terminals& terminals);
MaxFlow max_flow(const Graph& graph, std::span<const Tonnage> capacity, VertexId source,
                 VertexId sink);

/// What one arc that binds would bring if it were widened.
struct Widening {
  ArcId arc;
  bool unlimited = false;  // no other cut binds, however wide the arc; `rise` means nothing
  Tonnage rise = 0;        // how much more flows before the next cut binds
  friend bool operator==(const Widening&, const Widening&) = default;
};

/// The arcs of which every minimum cut is made, each with the rise that widening it alone allows:
/// no other single arc of some capacity raises the flow. Most rise first, then by arc; closed arcs
/// are left out. `answer` is max_flow's answer to the same question, and not unlimited.
std::vector<Widening> widenings(const Graph& graph, std::span<const Tonnage> capacity,
                                const Terminals& terminals, const MaxFlow& answer);

struct FlowCertificate {
  bool within_capacity = false;
  bool conserved = false;
  bool cut_separates = false;
  bool cut_equals_flow = false;
  bool holds() const { return within_capacity && conserved && cut_separates && cut_equals_flow; }
};

/// Checks a flow and its two cuts, sharing no code with the solver. Of an unlimited answer the cuts
/// are replaced by the path that it claims.
FlowCertificate certify(const Graph& graph, std::span<const Tonnage> capacity,
                        const Terminals& terminals, const MaxFlow& answer);
FlowCertificate certify(const Graph& graph, std::span<const Tonnage> capacity, VertexId source,
                        VertexId sink, const MaxFlow& answer);

}  // namespace corridor
