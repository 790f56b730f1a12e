#pragma once

// The inner loops of queries and sweeps, compiled once for each instruction set: whoever includes
// this has defined CORRIDOR_KERNEL_TARGET, the attribute of functions that may use the set, and
// vector_bytes, the width of its vectors, and included how it relaxes a block.

#include <cstddef>
#include <cstdint>

#include "route/sweep_kernel.hpp"
#include "route/sweep_kernel_lanes.hpp"
#include "route/sweep_kernel_vector.hpp"

namespace corridor::detail {
namespace {

template <class W, std::size_t lanes>
CORRIDOR_KERNEL_TARGET void sweep(const SweepTask<W>& task) {
  constexpr std::size_t width = lanes < widest<W> ? lanes : widest<W>;
  constexpr std::size_t parts = lanes / width;
  using V = Vector<W, width>;
  for (std::size_t p = 0; p < task.count; ++p) {
    W* const row = task.rows + std::size_t{task.row_of[p]} * lanes;
    V least[parts];
    for (std::size_t k = 0; k < parts; ++k) least[k] = V{} + unreachable<W>;
    if (task.is_set[p] != 0) {
      for (std::size_t k = 0; k < parts; ++k)
        least[k] = *reinterpret_cast<const V*>(row + k * width);
      task.is_set[p] = 0;
    }
    for (std::uint32_t a = task.first[p]; a < task.first[p + 1]; ++a) {
      const W* const tail = task.rows + std::size_t{task.tail_row[a]} * lanes;
      const W weight = task.weight[a];
      for (std::size_t k = 0; k < parts; ++k) {
        const V sum = *reinterpret_cast<const V*>(tail + k * width) + weight;
        least[k] = sum < least[k] ? sum : least[k];
      }
    }
    for (std::size_t k = 0; k < parts; ++k) *reinterpret_cast<V*>(row + k * width) = least[k];
  }
}

template <class W>
CORRIDOR_KERNEL_TARGET void sweep_one(const SweepTask<W>& task) {
  for (std::size_t p = 0; p < task.count; ++p) {
    W& row = task.rows[task.row_of[p]];
    W least = task.is_set[p] != 0 ? row : unreachable<W>;
    task.is_set[p] = 0;
    for (std::uint32_t a = task.first[p]; a < task.first[p + 1]; ++a) {
      const W sum = task.rows[task.tail_row[a]] + task.weight[a];
      least = sum < least ? sum : least;
    }
    row = least;
  }
}

template <class W>
inline constexpr Kernels<W> kernels_of_this_target{
    {climb<W, false>, meet<W, false>},
    {climb<W, true>, meet<W, true>},
    sweep_one<W>,
    sweep<W, 8>,
    sweep<W, 16>,
    {climb_lanes<W, 8>, meet_lanes<W, 8>, descend_lanes<W, 8>},
    {climb_lanes<W, 16>, meet_lanes<W, 16>, descend_lanes<W, 16>}};

}  // namespace
}  // namespace corridor::detail
