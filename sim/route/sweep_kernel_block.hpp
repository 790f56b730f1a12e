#pragma once

// How a block of a query is relaxed; see sweep_kernel_body.hpp.

#include <cstddef>
#include <cstdint>

#include "route/sweep_kernel.hpp"
#include "route/sweep_kernel_vector.hpp"

namespace corridor::detail {
namespace {

/// A block under way for one side.
template <class W>
struct Front {
  const ClimbTask<W>& task;
  std::uint32_t active = 0;     // rows listed in task.active
  const W* next_row = nullptr;  // weights of the next member, less its number
};

template <class W>
CORRIDOR_KERNEL_TARGET inline Front<W> start(const ClimbTask<W>& task) {
  return {task, 0, task.weight + task.block.first_edge};
}

/// Lists the next member if it is below the bound. Row i starts with column i, so that the row
/// after it, seen from column 0, starts width - i - 1 later.
template <class W>
CORRIDOR_KERNEL_TARGET inline void pass_member(Front<W>& front, std::uint32_t row, W value,
                                               W bound) {
  if (value < bound) {
    const ActiveRows<W>& active = front.task.active;
    active.value[front.active] = value;
    active.weight[front.active] = front.next_row;
    ++front.active;
  }
  front.next_row += front.task.block.width - row - 1;
}

/// Lowers the label of column j to `value`, which came by `row`.
template <class W>
CORRIDOR_KERNEL_TARGET inline void lower(const Front<W>& front, std::uint32_t j, W value,
                                         std::uint32_t i) {
  const ClimbTask<W>& task = front.task;
  const Rank head = task.block.heads[j];
  if (value < task.labels.value[head]) {
    task.labels.value[head] = value;
    if (task.labels.last_edge != nullptr) {
      task.labels.last_edge[head] = static_cast<EdgeIndex>(task.active.weight[i] - task.weight +
                                                           static_cast<std::ptrdiff_t>(j));
    }
  }
}

/// Relaxes the listed rows from `first` on in one column.
template <class W>
CORRIDOR_KERNEL_TARGET inline void relax_column(const Front<W>& front, std::uint32_t j,
                                                std::uint32_t first) {
  const ActiveRows<W>& active = front.task.active;
  for (std::uint32_t i = first; i < front.active; ++i) {
    lower<W>(front, j, active.value[i] + active.weight[i][j], i);
  }
}

/// Relaxes all listed rows in the columns from j on, as many as `lanes`.
template <class W, std::size_t lanes>
CORRIDOR_KERNEL_TARGET inline void relax_columns(const Front<W>& front, std::uint32_t j) {
  using V = Vector<W, lanes>;
  if (front.active == 0) return;
  const ClimbTask<W>& task = front.task;
  const ActiveRows<W>& active = task.active;
  const Rank* const heads = task.block.heads + j;
  V least = V{} + unreachable<W>;
  if (task.labels.last_edge == nullptr) {
    for (std::uint32_t i = 0; i < front.active; ++i) {
      const V sum = *reinterpret_cast<const V*>(active.weight[i] + j) + active.value[i];
      least = sum < least ? sum : least;
    }
    W out[lanes];
    *reinterpret_cast<V*>(out) = least;
    for (std::size_t l = 0; l < lanes; ++l) {
      W& label = task.labels.value[heads[l]];
      label = out[l] < label ? out[l] : label;
    }
    return;
  }
  V by = V{};
  for (std::uint32_t i = 0; i < front.active; ++i) {
    const V sum = *reinterpret_cast<const V*>(active.weight[i] + j) + active.value[i];
    by = sum < least ? V{} + static_cast<W>(i) : by;
    least = sum < least ? sum : least;
  }
  W out[lanes];
  W row[lanes];
  *reinterpret_cast<V*>(out) = least;
  *reinterpret_cast<V*>(row) = by;
  for (std::uint32_t l = 0; l < lanes; ++l) {
    lower<W>(front, j + l, out[l], static_cast<std::uint32_t>(row[l]));
  }
}

/// The columns of `lanes` neighbours at a time, as long as there are so many; then of half as many.
template <class W, std::size_t lanes, class Relax>
CORRIDOR_KERNEL_TARGET inline void for_columns(std::uint32_t j, std::uint32_t width,
                                               const Relax& relax) {
  for (; j + lanes <= width; j += lanes) relax.template columns<lanes>(j);
  if constexpr (lanes > 2) {
    for_columns<W, lanes / 2>(j, width, relax);
  } else {
    for (; j < width; ++j) relax.column(j);
  }
}

/// Column j - 1 is member j: known once the rows before it have been relaxed.
template <class W>
struct OneWay {
  Front<W>& front;
  W bound;

  CORRIDOR_KERNEL_TARGET void member(std::uint32_t row, Rank rank) const {
    pass_member<W>(front, row, front.task.labels.value[rank], bound);
  }
  template <std::size_t lanes>
  CORRIDOR_KERNEL_TARGET void columns(std::uint32_t j) const {
    relax_columns<W, lanes>(front, j);
  }
  CORRIDOR_KERNEL_TARGET void column(std::uint32_t j) const { relax_column<W>(front, j, 0); }
  CORRIDOR_KERNEL_TARGET void inner(std::uint32_t j, const std::uint32_t (&known)[2]) const {
    relax_column<W>(front, j, known[0]);
  }
  CORRIDOR_KERNEL_TARGET void mark(std::uint32_t (&known)[2]) const { known[0] = front.active; }
};

template <class W>
struct BothWays {
  Front<W>& from;
  Front<W>& to;
  Meeting<W>& meeting;

  CORRIDOR_KERNEL_TARGET void member(std::uint32_t row, Rank rank) const {
    const W before = from.task.labels.value[rank];
    const W after = to.task.labels.value[rank];
    if (before + after < meeting.best) meeting = {before + after, rank};
    pass_member<W>(from, row, before, meeting.best);
    pass_member<W>(to, row, after, meeting.best);
  }
  template <std::size_t lanes>
  CORRIDOR_KERNEL_TARGET void columns(std::uint32_t j) const {
    relax_columns<W, lanes>(from, j);
    relax_columns<W, lanes>(to, j);
  }
  CORRIDOR_KERNEL_TARGET void column(std::uint32_t j) const {
    relax_column<W>(from, j, 0);
    relax_column<W>(to, j, 0);
  }
  CORRIDOR_KERNEL_TARGET void inner(std::uint32_t j, const std::uint32_t (&known)[2]) const {
    relax_column<W>(from, j, known[0]);
    relax_column<W>(to, j, known[1]);
  }
  CORRIDOR_KERNEL_TARGET void mark(std::uint32_t (&known)[2]) const {
    known[0] = from.active;
    known[1] = to.active;
  }
};

/// Relaxes a block column by column: all rows above a group of columns are known before it, so that
/// the group stays in registers; inside the group, members are relaxed one after the other.
template <class W, class Relax>
CORRIDOR_KERNEL_TARGET inline void relax_block(const Block& block, const Relax& relax) {
  constexpr auto lanes = static_cast<std::uint32_t>(widest<W>);
  relax.member(0, block.first);
  std::uint32_t j = 0;
  for (; j + 1 < block.rows && j + lanes <= block.width; j += lanes) {
    relax.template columns<lanes>(j);
    std::uint32_t known[2];
    relax.mark(known);
    for (std::uint32_t i = j; i < j + lanes; ++i) {
      relax.inner(i, known);
      if (i + 1 < block.rows) relax.member(i + 1, block.first + i + 1);
    }
  }
  for (; j + 1 < block.rows; ++j) {
    relax.column(j);
    relax.member(j + 1, block.first + j + 1);
  }
  for_columns<W, lanes>(j, block.width, relax);
}

template <class W>
CORRIDOR_KERNEL_TARGET void climb(const ClimbTask<W>& task, W bound) {
  Front<W> front = start(task);
  relax_block<W>(task.block, OneWay<W>{front, bound});
}

template <class W>
CORRIDOR_KERNEL_TARGET void meet(const ClimbTask<W>& from, const ClimbTask<W>& to,
                                 Meeting<W>& meeting) {
  Front<W> before = start(from);
  Front<W> after = start(to);
  relax_block<W>(from.block, BothWays<W>{before, after, meeting});
}

}  // namespace
}  // namespace corridor::detail
