#pragma once

// How a block of a query in lanes is relaxed; see sweep_kernel_body.hpp.

#include <cstddef>
#include <cstdint>

#include "route/sweep_kernel.hpp"
#include "route/sweep_kernel_vector.hpp"

namespace corridor::detail {
namespace {

/// A row of lanes, in as many vectors as it takes.
template <class W, std::size_t lanes>
struct LaneRow {
  static constexpr std::size_t width = lanes < widest<W> ? lanes : widest<W>;
  static constexpr std::size_t parts = lanes / width;
  using V = Vector<W, width>;
  V part[parts];
};

template <class W, std::size_t lanes>
CORRIDOR_KERNEL_TARGET inline void load(LaneRow<W, lanes>& row, const W* from) {
  using Row = LaneRow<W, lanes>;
  for (std::size_t k = 0; k < Row::parts; ++k) {
    row.part[k] = *reinterpret_cast<const typename Row::V*>(from + k * Row::width);
  }
}

template <class W, std::size_t lanes>
CORRIDOR_KERNEL_TARGET inline void store(const LaneRow<W, lanes>& row, W* to) {
  using Row = LaneRow<W, lanes>;
  for (std::size_t k = 0; k < Row::parts; ++k) {
    *reinterpret_cast<typename Row::V*>(to + k * Row::width) = row.part[k];
  }
}

/// Lowers `row` to a + b, lane by lane.
template <class W, std::size_t lanes>
CORRIDOR_KERNEL_TARGET inline void lower_row(LaneRow<W, lanes>& row, const LaneRow<W, lanes>& a,
                                             const LaneRow<W, lanes>& b) {
  using Row = LaneRow<W, lanes>;
  for (std::size_t k = 0; k < Row::parts; ++k) {
    const typename Row::V sum = a.part[k] + b.part[k];
    row.part[k] = sum < row.part[k] ? sum : row.part[k];
  }
}

/// Whether `row` is below `best` in any lane: then their minimum is not `best`.
template <class W, std::size_t lanes>
CORRIDOR_KERNEL_TARGET inline bool is_below(const LaneRow<W, lanes>& row,
                                            const LaneRow<W, lanes>& best) {
  using Row = LaneRow<W, lanes>;
  auto below = row.part[0] < best.part[0];
  for (std::size_t k = 1; k < Row::parts; ++k) below |= row.part[k] < best.part[k];
  auto any = below[0];
  for (std::size_t l = 1; l < Row::width; ++l) any |= below[l];
  return any != 0;
}

/// Relaxes the edges of member i, whose weights begin at `weight`.
template <class W, std::size_t lanes>
CORRIDOR_KERNEL_TARGET inline void relax_member(const LanesTask<W>& task, std::uint32_t i,
                                                const LaneRow<W, lanes>& value, const W* weight) {
  for (std::uint32_t j = i; j < task.block.width; ++j, weight += lanes) {
    W* const label = task.labels + std::size_t{task.block.heads[j]} * lanes;
    LaneRow<W, lanes> row;
    LaneRow<W, lanes> edge;
    load(row, label);
    load(edge, weight);
    lower_row(row, value, edge);
    store(row, label);
  }
}

template <class W, std::size_t lanes>
CORRIDOR_KERNEL_TARGET void climb_lanes(const LanesTask<W>& task, const W* best) {
  LaneRow<W, lanes> bound;
  load(bound, best);
  const W* weight = task.weight + std::size_t{task.block.first_edge} * lanes;
  for (std::uint32_t i = 0; i < task.block.rows; ++i) {
    LaneRow<W, lanes> value;
    load(value, task.labels + std::size_t{task.block.first + i} * lanes);
    if (is_below(value, bound)) relax_member(task, i, value, weight);
    weight += std::size_t{task.block.width - i} * lanes;
  }
}

template <class W, std::size_t lanes>
CORRIDOR_KERNEL_TARGET void meet_lanes(const LanesTask<W>& from, const LanesTask<W>& to, W* best) {
  LaneRow<W, lanes> bound;
  load(bound, best);
  std::size_t edge = std::size_t{from.block.first_edge} * lanes;
  for (std::uint32_t i = 0; i < from.block.rows; ++i) {
    LaneRow<W, lanes> before;
    LaneRow<W, lanes> after;
    load(before, from.labels + std::size_t{from.block.first + i} * lanes);
    load(after, to.labels + std::size_t{from.block.first + i} * lanes);
    lower_row(bound, before, after);
    if (is_below(before, bound)) relax_member(from, i, before, from.weight + edge);
    if (is_below(after, bound)) relax_member(to, i, after, to.weight + edge);
    edge += std::size_t{from.block.width - i} * lanes;
  }
  store(bound, best);
}

/// Where the weights of a block end, in lanes: row i has width - i edges.
template <class W, std::size_t lanes>
CORRIDOR_KERNEL_TARGET inline const W* weights_end(const LanesTask<W>& task) {
  const std::size_t rows = task.block.rows;
  const std::size_t edges = rows * task.block.width - rows * (rows - 1) / 2;
  return task.weight + (task.block.first_edge + edges) * lanes;
}

template <class W, std::size_t lanes>
CORRIDOR_KERNEL_TARGET void descend_lanes(const LanesTask<W>& task) {
  const W* weight = weights_end<W, lanes>(task);
  for (std::uint32_t i = task.block.rows; i-- > 0;) {
    W* const label = task.labels + std::size_t{task.block.first + i} * lanes;
    LaneRow<W, lanes> least;
    load(least, label);
    for (std::uint32_t j = task.block.width; j-- > i;) {
      weight -= lanes;
      LaneRow<W, lanes> head;
      LaneRow<W, lanes> edge;
      load(head, task.labels + std::size_t{task.block.heads[j]} * lanes);
      load(edge, weight);
      lower_row(least, head, edge);
    }
    store(least, label);
  }
}

}  // namespace
}  // namespace corridor::detail
