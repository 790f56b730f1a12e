#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/hierarchy_metric.hpp"

#include "route/hierarchy_query_ends.hpp"
#include "route/sweep_kernel.hpp"

namespace corridor::detail {

/// What a sweep does, step by step: first the ranks, highest first, each with its arcs from higher
/// ones; then the vertices left out of the hierarchy, with their arcs.
template <HierarchyWeight W>
struct SweepArcs {
  std::vector<std::uint32_t> first{0};  // by step, and one past the last
  std::vector<std::uint32_t> row_of;    // by step
  std::vector<std::uint32_t> tail_row;  // by arc
  std::vector<W> weight;                // by arc
  std::vector<std::uint32_t> step_of;   // by vertex; no_step if no step is its
  std::size_t left_out = 0;             // the step of the first vertex left out
  static constexpr std::uint32_t no_step = UINT32_MAX;

  std::size_t steps() const { return row_of.size(); }
};

/// Where the rows of a sweep lie: one for each vertex, or one for each step.
enum class RowsBy : std::uint8_t { vertex, step };

/// The steps that lead to all of `vertices`, which come once each.
template <HierarchyWeight W>
SweepArcs<W> sweep_arcs(const Ground& ground, const HierarchyMetric<W>& metric, Direction direction,
                        std::span<const VertexId> vertices, RowsBy rows_by);

}  // namespace corridor::detail
