#include "route/hierarchy_sweep_lanes.hpp"

#include <algorithm>

namespace corridor::detail {

template <HierarchyWeight W>
LaneSweep<W>::LaneSweep(const Ground& ground, const HierarchyMetric<W>& metric,
                        const Supernodes& supernodes, Direction direction)
    : ground_{ground},
      metric_{&metric},
      direction_{direction},
      kernels_{&kernels<W>()},
      ancestors_{supernodes},
      side_{supernodes, supernodes.ranks()} {}

template <HierarchyWeight W>
W* LaneSweep<W>::row_to_fill(const SweepArcs<W>& arcs, std::uint32_t step, Rows<W>& rows) {
  W* const row = rows.row(arcs.row_of[step]);
  if (is_set_[step] == 0) {
    is_set_[step] = 1;
    std::fill_n(row, rows.lanes(), unreachable<W>);
  }
  return row;
}

template <HierarchyWeight W>
void LaneSweep<W>::seed(const SweepArcs<W>& arcs, std::span<const Seed> seeds, std::size_t lane,
                        Rows<W>& rows) {
  is_set_.resize(arcs.steps(), 0);
  const auto offer = [&](VertexId vertex, W value) {
    const std::uint32_t step = arcs.step_of[vertex.index()];
    if (step == SweepArcs<W>::no_step) return;
    W& distance = row_to_fill(arcs, step, rows)[lane];
    distance = std::min(distance, value);
  };
  ancestors_.clear();
  for (const Seed& seed : seeds) {
    enter<W>(ground_, seed, direction_, [&](const Entry<W>& entry) {
      side_.enter(entry.rank, entry.value);
      ancestors_.add(entry.rank, from_side);
    });
    if (ground_.hierarchy.rank(seed.vertex) == no_rank) {
      offer(seed.vertex, weight_as<W>(seed.offset));
    }
  }
  const std::span<const W> weight =
      direction_ == Direction::forward ? metric_->up() : metric_->down();
  ancestors_.visit([&](const Block& block, std::uint8_t) {
    kernels_->distance.climb(side_.task(block, weight), unreachable<W>);
    for (Rank rank = block.first; rank < block.first + block.rows; ++rank) {
      if (side_.value(rank) < unreachable<W>) {
        offer(ground_.hierarchy.vertex(rank), side_.value(rank));
      }
    }
    side_.reset(block.first, block.rows);
  });
}

template <HierarchyWeight W>
void LaneSweep<W>::sweep(const SweepArcs<W>& arcs, Rows<W>& rows) {
  is_set_.resize(arcs.steps(), 0);
  // Vertices left out may read each other's rows, before or after they have been done: as long as
  // these hold distances of this run, nothing is lost or made up.
  for (std::size_t step = arcs.left_out; step < arcs.steps(); ++step) {
    row_to_fill(arcs, static_cast<std::uint32_t>(step), rows);
  }
  kernels_->sweep(rows.lanes())({arcs.steps(), arcs.first.data(), arcs.row_of.data(),
                                 arcs.tail_row.data(), arcs.weight.data(), is_set_.data(),
                                 rows.row(0)});
}

template class LaneSweep<std::uint32_t>;
template class LaneSweep<Weight>;

}  // namespace corridor::detail
