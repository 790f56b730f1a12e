#pragma once

// How a block of a query is relaxed; see sweep_kernel_body.hpp.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "route/sweep_kernel.hpp"
#include "route/sweep_kernel_vector.hpp"

namespace corridor::detail {
namespace {

/// A block under way for one side, a group of columns after the other. Column j is the upper
/// neighbour heads[j] and, as long as there are members, member j + 1. All rows above a group are
/// known before it, so that the group stays in a register.
template <class W, bool keeps_edges>
struct Front {
  static constexpr std::size_t lanes = widest<W>;
  using V = Vector<W, lanes>;
  using Lanes = std::make_index_sequence<lanes>;

  const ClimbTask<W>& task;
  std::uint32_t active = 0;     // rows listed in task.active
  const W* next_row = nullptr;  // weights of the member after the last one passed, less its number
  V least = V{};                // of the group
  V row = V{};                  // by which rows it came, if edges are kept; no_row where by none
  W values[lanes] = {};         // the group when it is done
  W rows[lanes] = {};
};

template <class W>
inline constexpr W no_row = static_cast<W>(-1);

/// Lists member i if it is below the bound.
template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET inline void pass_member(Front<W, keeps_edges>& front, std::uint32_t i,
                                               W value, W bound) {
  const ActiveRows<W>& active = front.task.active;
  active.value[front.active] = value;
  active.weight[front.active] = front.next_row;
  active.row[front.active] = i;
  front.active += value < bound ? 1 : 0;
  front.next_row += front.task.block.width - i - 1;
}

template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET inline Front<W, keeps_edges> start(const ClimbTask<W>& task, W bound) {
  Front<W, keeps_edges> front{task};
  front.next_row = task.weight + task.block.first_edge;
  pass_member(front, 0, task.labels.value[task.block.first], bound);
  return front;
}

/// Where the weights of row i begin, from those of the block.
inline std::uint32_t row_start(const Block& block, std::uint32_t i) {
  return i * block.width - i * (i - 1) / 2;
}

template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET inline void lower_label(const Front<W, keeps_edges>& front, std::uint32_t j,
                                               W value, W row) {
  const ClimbTask<W>& task = front.task;
  W& label = task.labels.value[task.block.heads[j]];
  if constexpr (!keeps_edges) {
    label = value < label ? value : label;
  } else if (value < label) {
    label = value;
    const auto i = static_cast<std::uint32_t>(row);
    task.labels.last_edge[task.block.heads[j]] =
        task.block.first_edge + row_start(task.block, i) + (j - i);
  }
}

/// Relaxes all listed rows in the columns from j on.
template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET inline void relax_group(Front<W, keeps_edges>& front, std::uint32_t j) {
  using V = typename Front<W, keeps_edges>::V;
  const ActiveRows<W>& active = front.task.active;
  V least = V{} + unreachable<W>;
  V row = V{} + no_row<W>;
  for (std::uint32_t i = 0; i < front.active; ++i) {
    const V sum = *reinterpret_cast<const V*>(active.weight[i] + j) + active.value[i];
    if constexpr (keeps_edges) row = sum < least ? V{} + static_cast<W>(active.row[i]) : row;
    least = sum < least ? sum : least;
  }
  front.least = least;
  front.row = row;
}

/// Relaxes member j + k + 1 in the group of columns from j on, once it is known, and then the
/// members after it, up to `members` in all. What a row has to the left of its first column is
/// weights of the row above, so those lanes stay as they are.
template <std::size_t k, class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET inline void relax_inside(Front<W, keeps_edges>& front, std::uint32_t j,
                                                std::uint32_t members, const W* weight) {
  using F = Front<W, keeps_edges>;
  using V = typename F::V;
  if constexpr (k < F::lanes) {
    if (k >= members) return;
    if constexpr (k + 1 < F::lanes) {
      const V numbers = lane_numbers<V, W>(typename F::Lanes{});
      const V sum =
          *reinterpret_cast<const V*>(weight + j) + broadcast<k>(front.least, typename F::Lanes{});
      const auto lower = (sum < front.least) & (numbers > static_cast<W>(k));
      front.least = lower ? sum : front.least;
      if constexpr (keeps_edges) front.row = lower ? V{} + static_cast<W>(j + k + 1) : front.row;
    }
    const std::uint32_t i = j + static_cast<std::uint32_t>(k) + 1;
    relax_inside<k + 1>(front, j, members, weight + (front.task.block.width - i - 1));
  }
}

/// Relaxes the columns from j on, of which the first `members` are members.
template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET inline void finish_group(Front<W, keeps_edges>& front, std::uint32_t j,
                                                std::uint32_t members) {
  using F = Front<W, keeps_edges>;
  using V = typename F::V;
  relax_group(front, j);
  if (members > 0) {
    const V numbers = lane_numbers<V, W>(typename F::Lanes{});
    const V labels =
        *reinterpret_cast<const V*>(front.task.labels.value + front.task.block.first + j + 1);
    const auto known = (labels <= front.least) & (numbers < static_cast<W>(members));
    front.least = known ? labels : front.least;
    if constexpr (keeps_edges) front.row = known ? V{} + no_row<W> : front.row;
    relax_inside<0>(front, j, members, front.next_row);
  }
  *reinterpret_cast<V*>(front.values) = front.least;
  if constexpr (keeps_edges) *reinterpret_cast<V*>(front.rows) = front.row;
}

/// Writes the labels of the group and lists its members.
template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET inline void note_group(Front<W, keeps_edges>& front, std::uint32_t j,
                                              std::uint32_t members, W bound) {
  const Block& block = front.task.block;
  const auto lanes = static_cast<std::uint32_t>(front.lanes);
  const std::uint32_t columns = block.width - j < lanes ? block.width - j : lanes;
  for (std::uint32_t l = 0; l < columns; ++l) {
    lower_label(front, j + l, front.values[l], front.rows[l]);
  }
  for (std::uint32_t l = 0; l < members; ++l) {
    pass_member(front, j + l + 1, front.values[l], bound);
  }
}

/// The same for one column.
template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET inline void relax_column(Front<W, keeps_edges>& front, std::uint32_t j,
                                                W bound) {
  const ActiveRows<W>& active = front.task.active;
  for (std::uint32_t i = 0; i < front.active; ++i) {
    lower_label(front, j, static_cast<W>(active.value[i] + active.weight[i][j]),
                static_cast<W>(active.row[i]));
  }
  if (j + 1 < front.task.block.rows) {
    pass_member(front, j + 1, front.task.labels.value[front.task.block.first + j + 1], bound);
  }
}

/// Whether groups of columns may be read past the last one.
template <class W>
CORRIDOR_KERNEL_TARGET inline bool has_room(const Block& block) {
  return block.width > 4 && block.edges_after >= widest<W>;
}

/// How many of the columns from j on are members.
template <class W>
CORRIDOR_KERNEL_TARGET inline std::uint32_t members_from(const Block& block, std::uint32_t j) {
  const auto lanes = static_cast<std::uint32_t>(widest<W>);
  if (j + 1 >= block.rows) return 0;
  return block.rows - 1 - j < lanes ? block.rows - 1 - j : lanes;
}

template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET void climb(const ClimbTask<W>& task, W bound) {
  Front<W, keeps_edges> front = start<W, keeps_edges>(task, bound);
  std::uint32_t j = 0;
  if (has_room<W>(task.block)) {
    for (; j < task.block.width; j += static_cast<std::uint32_t>(widest<W>)) {
      const std::uint32_t members = members_from<W>(task.block, j);
      finish_group(front, j, members);
      note_group(front, j, members, bound);
    }
  }
  for (; j < task.block.width; ++j) relax_column(front, j, bound);
}

template <class W>
CORRIDOR_KERNEL_TARGET inline void offer(Meeting<W>& meeting, W before, W after,
                                         std::uint32_t place) {
  if (before + after < meeting.best) meeting = {static_cast<W>(before + after), place};
}

template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET void meet(const ClimbTask<W>& from, const ClimbTask<W>& to,
                                 Meeting<W>& meeting) {
  const Block& block = from.block;
  const W* const before = from.labels.value + block.first;
  const W* const after = to.labels.value + block.first;
  offer(meeting, before[0], after[0], block.first);
  Front<W, keeps_edges> front = start<W, keeps_edges>(from, meeting.best);
  Front<W, keeps_edges> back = start<W, keeps_edges>(to, meeting.best);
  std::uint32_t j = 0;
  if (has_room<W>(block)) {
    for (; j < block.width; j += static_cast<std::uint32_t>(widest<W>)) {
      const std::uint32_t members = members_from<W>(block, j);
      finish_group(front, j, members);
      finish_group(back, j, members);
      for (std::uint32_t l = 0; l < members; ++l) {
        offer(meeting, front.values[l], back.values[l], block.first + j + l + 1);
      }
      note_group(front, j, members, meeting.best);
      note_group(back, j, members, meeting.best);
    }
  }
  for (; j < block.width; ++j) {
    relax_column(front, j, meeting.best);
    relax_column(back, j, meeting.best);
    if (j + 1 < block.rows) offer(meeting, before[j + 1], after[j + 1], block.first + j + 1);
  }
}

}  // namespace
}  // namespace corridor::detail
