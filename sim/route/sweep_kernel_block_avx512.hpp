#pragma once

// How a block of a query is relaxed with masked vectors of 512 bits, which gather and scatter
// labels; see sweep_kernel_block.hpp for the same without them, and sweep_kernel_body.hpp.

#include <cstddef>
#include <cstdint>
#include <utility>

#include <immintrin.h>

#include "route/sweep_kernel.hpp"

namespace corridor::detail {
namespace {

/// Vectors of weights, with one of as many numbers of 32 bits for places and edges.
template <class W>
struct Wide;

template <>
struct Wide<std::uint32_t> {
  using W = std::uint32_t;
  using V = __m512i;
  using Places = __m512i;
  using Mask = __mmask16;
  static constexpr std::uint32_t lanes = 16;

  CORRIDOR_KERNEL_TARGET static V all(W w) { return _mm512_set1_epi32(static_cast<int>(w)); }
  CORRIDOR_KERNEL_TARGET static V load(Mask m, const W* p) {
    return _mm512_maskz_loadu_epi32(m, p);
  }
  CORRIDOR_KERNEL_TARGET static V add(V a, V b) { return _mm512_add_epi32(a, b); }
  CORRIDOR_KERNEL_TARGET static Mask less(Mask m, V a, V b) {
    return _mm512_mask_cmplt_epu32_mask(m, a, b);
  }
  CORRIDOR_KERNEL_TARGET static V min(Mask m, V a, V b) {
    return _mm512_mask_min_epu32(a, m, a, b);
  }
  CORRIDOR_KERNEL_TARGET static V lane(V v, std::uint32_t k) {
    return _mm512_maskz_permutexvar_epi32(0xFFFF, _mm512_set1_epi32(static_cast<int>(k)), v);
  }
  CORRIDOR_KERNEL_TARGET static V gather(Mask m, Places at, const W* p) {
    return _mm512_mask_i32gather_epi32(all(unreachable<W>), m, at, p, 4);
  }
  CORRIDOR_KERNEL_TARGET static void scatter(Mask m, Places at, V v, W* p) {
    _mm512_mask_i32scatter_epi32(p, m, at, v, 4);
  }
  CORRIDOR_KERNEL_TARGET static void pack(Mask m, V v, W* p) {
    _mm512_mask_compressstoreu_epi32(p, m, v);
  }
  CORRIDOR_KERNEL_TARGET static void store(V v, W* p) { _mm512_storeu_si512(p, v); }

  CORRIDOR_KERNEL_TARGET static Places all_places(std::uint32_t i) {
    return _mm512_set1_epi32(static_cast<int>(i));
  }
  CORRIDOR_KERNEL_TARGET static Places places_from(std::uint32_t first) {
    return _mm512_add_epi32(
        all_places(first), _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
  }
  CORRIDOR_KERNEL_TARGET static Places load_places(Mask m, const std::uint32_t* p) {
    return _mm512_maskz_loadu_epi32(m, p);
  }
  CORRIDOR_KERNEL_TARGET static Places add_places(Places a, Places b) {
    return _mm512_add_epi32(a, b);
  }
  CORRIDOR_KERNEL_TARGET static Places choose(Mask m, Places a, Places b) {
    return _mm512_mask_mov_epi32(a, m, b);
  }
  CORRIDOR_KERNEL_TARGET static void scatter_places(Mask m, Places at, Places v, std::uint32_t* p) {
    _mm512_mask_i32scatter_epi32(p, m, at, v, 4);
  }
};

template <>
struct Wide<Weight> {
  using W = Weight;
  using V = __m512i;
  using Places = __m256i;
  using Mask = __mmask8;
  static constexpr std::uint32_t lanes = 8;

  CORRIDOR_KERNEL_TARGET static V all(W w) { return _mm512_set1_epi64(w); }
  CORRIDOR_KERNEL_TARGET static V load(Mask m, const W* p) {
    return _mm512_maskz_loadu_epi64(m, p);
  }
  CORRIDOR_KERNEL_TARGET static V add(V a, V b) { return _mm512_add_epi64(a, b); }
  CORRIDOR_KERNEL_TARGET static Mask less(Mask m, V a, V b) {
    return _mm512_mask_cmplt_epi64_mask(m, a, b);
  }
  CORRIDOR_KERNEL_TARGET static V min(Mask m, V a, V b) {
    return _mm512_mask_min_epi64(a, m, a, b);
  }
  CORRIDOR_KERNEL_TARGET static V lane(V v, std::uint32_t k) {
    return _mm512_maskz_permutexvar_epi64(0xFF, _mm512_set1_epi64(k), v);
  }
  CORRIDOR_KERNEL_TARGET static V gather(Mask m, Places at, const W* p) {
    return _mm512_mask_i32gather_epi64(all(unreachable<W>), m, at, p, 8);
  }
  CORRIDOR_KERNEL_TARGET static void scatter(Mask m, Places at, V v, W* p) {
    _mm512_mask_i32scatter_epi64(p, m, at, v, 8);
  }
  CORRIDOR_KERNEL_TARGET static void pack(Mask m, V v, W* p) {
    _mm512_mask_compressstoreu_epi64(p, m, v);
  }
  CORRIDOR_KERNEL_TARGET static void store(V v, W* p) { _mm512_storeu_si512(p, v); }

  CORRIDOR_KERNEL_TARGET static Places all_places(std::uint32_t i) {
    return _mm256_set1_epi32(static_cast<int>(i));
  }
  CORRIDOR_KERNEL_TARGET static Places places_from(std::uint32_t first) {
    return _mm256_add_epi32(all_places(first), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
  }
  CORRIDOR_KERNEL_TARGET static Places load_places(Mask m, const std::uint32_t* p) {
    return _mm256_maskz_loadu_epi32(m, p);
  }
  CORRIDOR_KERNEL_TARGET static Places add_places(Places a, Places b) {
    return _mm256_add_epi32(a, b);
  }
  CORRIDOR_KERNEL_TARGET static Places choose(Mask m, Places a, Places b) {
    return _mm256_mask_mov_epi32(a, m, b);
  }
  CORRIDOR_KERNEL_TARGET static void scatter_places(Mask m, Places at, Places v, std::uint32_t* p) {
    _mm256_mask_i32scatter_epi32(p, m, at, v, 4);
  }
};

/// The first n lanes.
template <class W>
CORRIDOR_KERNEL_TARGET inline typename Wide<W>::Mask first_lanes(std::uint32_t n) {
  constexpr std::uint32_t lanes = Wide<W>::lanes;
  return static_cast<typename Wide<W>::Mask>((1U << (n < lanes ? n : lanes)) - 1);
}

/// A block under way for one side, a group of columns after the other. Column j is the upper
/// neighbour heads[j] and, as long as there are members, member j + 1. All rows above a group are
/// known before it, so that the group stays in a register.
template <class W, bool keeps_edges>
struct Front {
  using X = Wide<W>;

  const ClimbTask<W>& task;
  const W* weight;             // of the block
  std::uint32_t active = 0;    // rows listed in task.active
  std::uint32_t next_row = 0;  // where the row after the last one passed begins, less its number
  typename X::V least{};       // of the group
  typename X::Places row{};    // by which it came, if edges are kept
};

template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET inline Front<W, keeps_edges> start(const ClimbTask<W>& task, W bound) {
  Front<W, keeps_edges> front{task, task.weight + task.block.first_edge};
  const W value = task.labels.value[task.block.first];
  task.active.value[0] = value;
  task.active.row[0] = 0;
  front.active = value < bound ? 1 : 0;
  front.next_row = task.block.width - 1;
  return front;
}

/// Relaxes a row in some lanes of the group of columns from j on.
template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET inline void relax_row(Front<W, keeps_edges>& front, std::uint32_t row_and_j,
                                             typename Wide<W>::Mask lanes,
                                             typename Wide<W>::V value) {
  using X = Wide<W>;
  const auto sum = X::add(X::load(lanes, front.weight + row_and_j), value);
  if constexpr (keeps_edges) {
    const auto lower = X::less(lanes, sum, front.least);
    front.row = X::choose(lower, front.row, X::all_places(row_and_j));
  }
  front.least = X::min(lanes, front.least, sum);
}

/// Relaxes the group of columns from j on, of which the first `members` are members.
template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET inline void relax_group(Front<W, keeps_edges>& front, std::uint32_t j,
                                               std::uint32_t members) {
  using X = Wide<W>;
  const ClimbTask<W>& task = front.task;
  const auto columns = first_lanes<W>(task.block.width - j);
  const auto heads = X::load_places(columns, task.block.heads + j);
  const auto labels = X::gather(columns, heads, task.labels.value);
  front.least = labels;
  for (std::uint32_t i = 0; i < front.active; ++i) {
    relax_row(front, task.active.row[i] + j, columns, X::all(task.active.value[i]));
  }
  std::uint32_t row = front.next_row;
  for (std::uint32_t k = 0; k < members; ++k) {
    const auto to_the_right = static_cast<typename X::Mask>(columns & (~1U << k));
    relax_row(front, row + j, to_the_right, X::lane(front.least, k));
    row += task.block.width - (j + k + 1) - 1;
  }
  const auto lower = X::less(columns, front.least, labels);
  X::scatter(lower, heads, front.least, task.labels.value);
  if constexpr (keeps_edges) {
    const auto edges = X::add_places(front.row, X::places_from(task.block.first_edge));
    X::scatter_places(lower, heads, edges, task.labels.last_edge);
  }
}

/// Lists the members in the group of columns from j on whose values are below the bound.
template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET inline void pass_members(Front<W, keeps_edges>& front, std::uint32_t j,
                                                std::uint32_t members, W bound) {
  using X = Wide<W>;
  const ClimbTask<W>& task = front.task;
  const auto below = X::less(first_lanes<W>(members), front.least, X::all(bound));
  X::pack(below, front.least, task.active.value + front.active);
  for (std::uint32_t k = 0; k < members; ++k) {
    task.active.row[front.active] = front.next_row;
    front.active += below >> k & 1U;
    front.next_row += task.block.width - (j + k + 1) - 1;
  }
}

/// How many of the columns from j on are members.
template <class W>
CORRIDOR_KERNEL_TARGET inline std::uint32_t members_from(const Block& block, std::uint32_t j) {
  const std::uint32_t left = block.rows - 1 > j ? block.rows - 1 - j : 0;
  return left < Wide<W>::lanes ? left : Wide<W>::lanes;
}

template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET void climb(const ClimbTask<W>& task, W bound) {
  Front<W, keeps_edges> front = start<W, keeps_edges>(task, bound);
  for (std::uint32_t j = 0; j < task.block.width; j += Wide<W>::lanes) {
    const std::uint32_t members = members_from<W>(task.block, j);
    relax_group(front, j, members);
    if (members > 0) pass_members(front, j, members, bound);
  }
}

/// Notes the best of the places where both sides have labels, in the first `members` lanes.
template <class W>
CORRIDOR_KERNEL_TARGET inline void offer(Meeting<W>& meeting, typename Wide<W>::V before,
                                         typename Wide<W>::V after,
                                         const std::pair<std::uint32_t, std::uint32_t>& labels) {
  using X = Wide<W>;
  const auto sum = X::add(before, after);
  if (X::less(first_lanes<W>(labels.second), sum, X::all(meeting.best)) == 0) return;
  W sums[X::lanes];
  X::store(sum, sums);
  for (std::uint32_t k = 0; k < labels.second; ++k) {
    if (sums[k] < meeting.best) meeting = {sums[k], labels.first + k};
  }
}

template <class W, bool keeps_edges>
CORRIDOR_KERNEL_TARGET void meet(const ClimbTask<W>& from, const ClimbTask<W>& to,
                                 Meeting<W>& meeting) {
  using X = Wide<W>;
  const Block& block = from.block;
  offer<W>(meeting, X::all(from.labels.value[block.first]), X::all(to.labels.value[block.first]),
           {block.first, 1});
  Front<W, keeps_edges> front = start<W, keeps_edges>(from, meeting.best);
  Front<W, keeps_edges> back = start<W, keeps_edges>(to, meeting.best);
  for (std::uint32_t j = 0; j < block.width; j += X::lanes) {
    const std::uint32_t members = members_from<W>(block, j);
    relax_group(front, j, members);
    relax_group(back, j, members);
    if (members == 0) continue;
    offer<W>(meeting, front.least, back.least, {block.first + j + 1, members});
    pass_members(front, j, members, meeting.best);
    pass_members(back, j, members, meeting.best);
  }
}

}  // namespace
}  // namespace corridor::detail
