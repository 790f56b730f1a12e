#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "corridor/route/hierarchy_metric.hpp"

// What the loops of customisation are made of. They are compiled for several processors, so all of
// this is inlined into functions that say for which.
#define CORRIDOR_INLINE [[gnu::always_inline]] inline

namespace corridor::detail {

/// A line of 64 bytes as one vector; compilers cut it to what the processor has.
template <class W>
struct LineOf;
template <>
struct LineOf<std::uint32_t> {
  using Type = std::uint32_t __attribute__((vector_size(64)));
};
template <>
struct LineOf<Weight> {
  using Type = std::int64_t __attribute__((vector_size(64)));
};
template <class W>
using Line = typename LineOf<W>::Type;
template <class W>
inline constexpr std::size_t line_size = 64 / sizeof(W);

// Vectors are passed by reference: by value it depends on the processor how.
template <class W>
CORRIDOR_INLINE void load(Line<W>& line, const W* from) {
  std::memcpy(&line, __builtin_assume_aligned(from, 64), sizeof line);
}

template <class W>
CORRIDOR_INLINE void store(W* to, const Line<W>& line) {
  std::memcpy(__builtin_assume_aligned(to, 64), &line, sizeof line);
}

/// to = min(to, a + b)
template <class W>
CORRIDOR_INLINE void relax_line(W* to, const Line<W>& a, const Line<W>& b) {
  Line<W> old;
  load<W>(old, to);
  const Line<W> sum = a + b;
  old = sum < old ? sum : old;
  store<W>(to, old);
}

/// Repeats a pair of weights in all places of a line, the other way round.
CORRIDOR_INLINE void spread(Line<std::uint32_t>& line, const std::uint32_t* pair) {
  using Pairs = std::uint64_t __attribute__((vector_size(64)));
  std::uint64_t both;
  std::memcpy(&both, pair, sizeof both);
  const Pairs swapped = Pairs{} + (both << 32U | both >> 32U);
  std::memcpy(&line, &swapped, sizeof line);
}

CORRIDOR_INLINE void spread(Line<Weight>& line, const Weight* pair) {
  using Pair = std::int64_t __attribute__((vector_size(16)));
  Pair both;
  std::memcpy(&both, pair, sizeof both);
  line = __builtin_shufflevector(both, both, 1, 0, 1, 0, 1, 0, 1, 0);
}

/// A weight as a hierarchy counts it.
template <class W>
CORRIDOR_INLINE W counted(Weight weight) {
  return weight < Weight{unreachable<W>} ? static_cast<W>(weight) : unreachable<W>;
}

/// What customise_open works with; see OpenSides.
struct OpenLoop {
  std::size_t words;
  std::uint64_t* bits;
  const std::uint8_t* arc;
  OpenHead* up;
  OpenHead* down;
  OpenSidesOfEdge* was;
  std::uint8_t* was_any;
};

/// What the loops read and write, bare.
template <class W>
struct CustomiseLoop {
  std::size_t ranks;
  const EdgeIndex* first_up;
  const std::uint32_t* depth;
  const std::uint32_t* first_arc;
  const ArcId* arcs;
  const std::uint16_t* arc_place;
  const std::uint16_t* edge_depth;
  const RowLayout::Line* lines;
  const Weight* const* weights;  // by lane
  std::size_t lanes;             // with weights
  const W* weight_rows;          // or, if not null, those of all lanes by arc
  const std::size_t* first;      // and below the members of OpenRows
  W* cell;
  W* sides;
  W** target;
  OpenLoop open;
  W* up;
  W* down;
};

}  // namespace corridor::detail
