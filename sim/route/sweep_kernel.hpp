#pragma once

#include <cstddef>
#include <cstdint>

#include "corridor/route/hierarchy_metric.hpp"

namespace corridor::detail {

/// Instruction sets that the inner loops are compiled for; which one runs is decided at run time.
enum class Isa : std::uint8_t { baseline, avx2, avx512 };

bool has(Isa isa);
Isa widest_isa();

/// One side of a query: what it costs to get to each rank from its seeds (or on to them), and the
/// edge by which, if somebody asks for the path.
template <class W>
struct Labels {
  W* value = nullptr;
  EdgeIndex* last_edge = nullptr;
};

/// Members of a supernode: consecutive ranks, each the parent of the one before, where each has the
/// upper neighbours of the one before but for itself. The weights of their edges then lie in one
/// block of rows, each one shorter than the row above it, and column j of all rows is the edge to
/// heads[j].
struct Block {
  std::uint32_t first = 0;  // where the label of the lowest member is; others follow
  std::uint32_t rows = 0;   // members
  std::uint32_t width = 0;  // upper neighbours of the lowest member
  EdgeIndex first_edge = 0;
  const std::uint32_t* heads = nullptr;  // where their labels are
  std::size_t edges_after = 0;           // that the hierarchy has after the block
};

/// Where two searches meet so far: at which label.
template <class W>
struct Meeting {
  W best = unreachable<W>;
  std::uint32_t label = no_rank;
};

/// Room for the rows of a block that are worth relaxing, of one side: one more than it has.
template <class W>
struct ActiveRows {
  W* value = nullptr;          // what it costs to be at the member
  const W** weight = nullptr;  // weight[j] is that of column j
  std::uint32_t* row = nullptr;
};

/// Searches one way: relaxes the edges of all members, lowest first, whose values are below a
/// bound. Labels can be read a vector past the last one.
template <class W>
struct ClimbTask {
  Block block;
  const W* weight = nullptr;  // by edge
  Labels<W> labels;
  ActiveRows<W> active;
};

/// What a sweep reads and writes. Rows of `lanes` distances lie at row_of[i] x lanes; the i-th row
/// is the least of what it starts with and of its arcs [first[i], first[i + 1]), whose tails have
/// been done before it.
template <class W>
struct SweepTask {
  std::size_t count = 0;
  const std::uint32_t* first = nullptr;
  const std::uint32_t* row_of = nullptr;
  const std::uint32_t* tail_row = nullptr;  // by arc
  const W* weight = nullptr;                // by arc
  std::uint8_t* is_set = nullptr;           // whether a row starts with what it holds; cleared
  W* rows = nullptr;
};

/// Searches one way in all lanes: labels and weights are rows of as many numbers, the labels by
/// rank, the weights by edge.
template <class W>
struct LanesTask {
  Block block;
  const W* weight = nullptr;
  W* labels = nullptr;
};

template <class W>
struct LanesKernels {
  /// Relaxes a block for one side; members that are no better than `best` in any lane are passed
  /// over.
  void (*climb)(const LanesTask<W>& task, const W* best);
  /// Relaxes a block for both sides and lowers `best` to where they meet.
  void (*meet)(const LanesTask<W>& from, const LanesTask<W>& to, W* best);
  /// Lowers the labels of a block, whose upper neighbours have their final ones, to ways by these.
  void (*descend)(const LanesTask<W>& task);
};

template <class W>
struct QueryKernels {
  /// Relaxes a block for one side.
  void (*climb)(const ClimbTask<W>& task, W bound);
  /// Relaxes a block for both sides and notes where they meet.
  void (*meet)(const ClimbTask<W>& from, const ClimbTask<W>& to, Meeting<W>& meeting);
};

template <class W>
struct Kernels {
  QueryKernels<W> distance;  // these leave last_edge alone
  QueryKernels<W> path;
  void (*sweep_1)(const SweepTask<W>& task);
  void (*sweep_8)(const SweepTask<W>& task);
  void (*sweep_16)(const SweepTask<W>& task);
  LanesKernels<W> lanes_8;
  LanesKernels<W> lanes_16;

  auto sweep(std::size_t lanes) const {
    return lanes == 1 ? sweep_1 : lanes == 8 ? sweep_8 : sweep_16;
  }
};

/// The loops for an instruction set that the processor has.
template <HierarchyWeight W>
const Kernels<W>& kernels(Isa isa = widest_isa());

// One for each instruction set, each from a file of its own.
template <HierarchyWeight W>
const Kernels<W>& baseline_kernels();
template <HierarchyWeight W>
const Kernels<W>& avx2_kernels();
template <HierarchyWeight W>
const Kernels<W>& avx512_kernels();

}  // namespace corridor::detail
