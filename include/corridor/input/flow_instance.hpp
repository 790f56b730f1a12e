#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "corridor/graph/graph.hpp"

namespace corridor {

/// What nothing limits: a capacity of so much, or more, in a file.
inline constexpr std::int64_t unlimited_in_files = INT64_MAX / 4;

// Standard instances of flow problems. Node `i` of a file, which counts from 1, is VertexId{i - 1};
// arcs are sorted by tail, and keep the order of the file where they share one. Amounts are whole
// numbers; those that are limited add up to less than unlimited_in_files.

/// A maximum-flow problem: the most from the source to the sink, which are two nodes.
struct MaxFlowInstance {
  Graph graph;
  IdVector<ArcId, std::int64_t> capacity;  // from 0
  VertexId source;
  VertexId sink;
};

/// A minimum-cost-flow problem.
struct MinCostInstance {
  Graph graph;
  IdVector<ArcId, std::int64_t> least;      // what an arc must carry: from 0
  IdVector<ArcId, std::int64_t> capacity;   // from 0; may be below `least`, and is then infeasible
  IdVector<ArcId, std::int64_t> cost;       // of a unit; a path of all nodes adds up
  IdVector<VertexId, std::int64_t> supply;  // sent if positive, received if negative
};

/// What the readers will swallow. A packed file may hold 64 MiB, or 100 times its size where that
/// is more.
struct FlowInstanceLimits {
  std::size_t max_bytes = std::size_t{4} << 30;  // of one file, unpacked
};

/// Reads a maximum-flow problem of the 1st DIMACS implementation challenge: `p max NODES ARCS`,
/// `n NODE s`, `n NODE t`, `a TAIL HEAD CAPACITY`. It may be packed with gzip. Throws InputError
/// with all that is wrong.
MaxFlowInstance read_max_flow_instance(const std::filesystem::path& file,
                                       const FlowInstanceLimits& limits = {});

/// Reads a minimum-cost-flow problem of the same challenge: `p min NODES ARCS`, `n NODE SUPPLY`,
/// `a TAIL HEAD LEAST CAPACITY COST`, in the same way. Supplies need not add up to nothing.
MinCostInstance read_min_cost_instance(const std::filesystem::path& file,
                                       const FlowInstanceLimits& limits = {});

// The same from the bytes of a file (plain or packed), for tests and fuzzing. Diagnostics call it
// `problem`.

MaxFlowInstance read_max_flow_bytes(std::string problem, const FlowInstanceLimits& limits = {});
MinCostInstance read_min_cost_bytes(std::string problem, const FlowInstanceLimits& limits = {});

}  // namespace corridor
