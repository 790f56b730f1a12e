#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "route/hierarchy_query_ends.hpp"
#include "route/hierarchy_query_side.hpp"
#include "route/hierarchy_query_walk.hpp"
#include "route/hierarchy_sweep_arcs.hpp"
#include "route/sweep_kernel.hpp"

namespace corridor::detail {

/// Rows of as many distances as there are lanes.
template <HierarchyWeight W>
class Rows {
 public:
  Rows(std::size_t rows, std::size_t lanes)
      : lanes_{lanes}, values_(rows * lanes, unreachable<W>) {}

  W* row(std::size_t index) { return values_.data() + index * lanes_; }
  std::span<const W> values() const { return values_; }
  std::size_t lanes() const { return lanes_; }

 private:
  std::size_t lanes_;
  LineVector<W> values_;
};

/// Sweeps over one set of steps: a lane a question.
template <HierarchyWeight W>
class LaneSweep {
 public:
  LaneSweep(const Ground& ground, const HierarchyMetric<W>& metric, const Supernodes& supernodes,
            Direction direction);
  LaneSweep(const LaneSweep&) = delete;
  LaneSweep& operator=(const LaneSweep&) = delete;

  /// Distances from the seeds to their ancestors, over edges that lead up, into one lane of `rows`.
  void seed(const SweepArcs<W>& arcs, std::span<const Seed> seeds, std::size_t lane, Rows<W>& rows);
  /// Distances to everything that the steps lead to, from what has been seeded.
  void sweep(const SweepArcs<W>& arcs, Rows<W>& rows);

 private:
  W* row_to_fill(const SweepArcs<W>& arcs, std::uint32_t step, Rows<W>& rows);

  Ground ground_;
  const HierarchyMetric<W>* metric_;
  Direction direction_;
  const Kernels<W>* kernels_;
  Ancestors ancestors_;
  QuerySide<W> side_;
  std::vector<std::uint8_t> is_set_;  // by step: see SweepTask
};

}  // namespace corridor::detail
