#pragma once

#include <algorithm>

#include "route/customise_kernel.hpp"

// Several metrics side by side, most of whose arcs are closed in all of them: arcs that a cargo may
// not take, links not built yet, the way back of a street. Every open row has a bit for each side
// of each place, which is set if the side may be open in some lane, and nothing is done for the
// others.

namespace corridor::detail {

/// The numbers of all lanes on one side of an edge.
template <class W, std::size_t lanes>
struct Strip {
  static constexpr std::size_t bytes = std::min<std::size_t>(64, lanes * sizeof(W));
  static constexpr std::size_t parts = lanes * sizeof(W) / bytes;
  typedef W Part __attribute__((vector_size(bytes)));
  Part part[parts];
};

/// to = min(to, a + b)
template <class W, std::size_t lanes>
CORRIDOR_INLINE void relax_strip(W* to, const W* a, const Strip<W, lanes>& b) {
  using Parts = Strip<W, lanes>;
  for (std::size_t k = 0; k < Parts::parts; ++k) {
    typename Parts::Part old;
    typename Parts::Part sum;
    std::memcpy(&old, __builtin_assume_aligned(to, Parts::bytes), sizeof old);
    std::memcpy(&sum, __builtin_assume_aligned(a, Parts::bytes), sizeof sum);
    sum += b.part[k];
    old = sum < old ? sum : old;
    std::memcpy(__builtin_assume_aligned(to, Parts::bytes), &old, sizeof old);
    to += sizeof old / sizeof(W);
    a += sizeof old / sizeof(W);
  }
}

/// The bits of a row for ways up from it; those for ways down follow.
template <class W>
CORRIDOR_INLINE std::uint64_t* open_bits(const CustomiseLoop<W>& c, std::size_t depth) {
  return c.open.bits + 2 * c.open.words * depth;
}

CORRIDOR_INLINE bool has_bit(const std::uint64_t* bits, std::size_t index) {
  return (bits[index / 64] >> (index % 64) & 1U) != 0;
}

template <class W, std::size_t lanes>
CORRIDOR_INLINE void take_open_arcs(const CustomiseLoop<W>& c, std::size_t rank, W* row) {
  std::uint64_t* bits = open_bits(c, c.depth[rank]);
  for (std::size_t i = c.first_arc[rank]; i < c.first_arc[rank + 1]; ++i) {
    if (c.open.arc[i] == 0) continue;
    const std::size_t place = c.arc_place[i];
    const W* weights = c.weight_rows + c.arcs[i].index() * lanes;
    W* cell = row + place * lanes;
    for (std::size_t l = 0; l < lanes; ++l) cell[l] = weights[l] < cell[l] ? weights[l] : cell[l];
    bits[place % 2 * c.open.words + place / 2 / 64] |= std::uint64_t{1} << (place / 2 % 64);
  }
}

/// Writes the weights of a row, which are final, and lists its open sides.
template <class W, std::size_t lanes>
CORRIDOR_INLINE void give_out_open(const CustomiseLoop<W>& c, std::size_t rank, const W* row) {
  const std::size_t words = c.open.words;
  const std::uint64_t* bits = open_bits(c, c.depth[rank]);
  const std::uint16_t* edge_depth = c.edge_depth;
  OpenSidesOfEdge* was = c.open.was;
  OpenHead* up = c.open.up;
  OpenHead* down = c.open.down;
  const EdgeIndex end = c.first_up[rank + 1];
  for (EdgeIndex e = c.first_up[rank]; e < end; ++e) {
    const std::uint16_t depth = edge_depth[e];
    const OpenSidesOfEdge is{has_bit(bits, depth), has_bit(bits + words, depth)};
    if ((is.up | is.down | was[e].up | was[e].down) == 0) continue;
    const W* cells = row + 2 * lanes * depth;
    if ((is.up | was[e].up) != 0) std::memcpy(c.up + e * lanes, cells, lanes * sizeof(W));
    if ((is.down | was[e].down) != 0) {
      std::memcpy(c.down + e * lanes, cells + lanes, lanes * sizeof(W));
    }
    was[e] = is;
    *up = {depth, is.up};
    up += is.up;
    *down = {depth, is.down};
    down += is.down;
  }
  up->is_open = 0;
  down->is_open = 0;
}

/// Down from a head to the rank and up to others, as ways up from that head; or, one place further
/// on in all rows, down from others and up to the head, as ways down to it. The bits of a row go
/// the same way; those beyond its own depth are never asked for.
template <class W, std::size_t lanes>
CORRIDOR_INLINE void relax_side(const CustomiseLoop<W>& c, const W* row, std::size_t side,
                                const OpenHead& head, const OpenHead* other) {
  if (other->is_open == 0) return;
  Strip<W, lanes> first;
  std::memcpy(&first, row + (2 * head.depth + 1 - side) * lanes, sizeof first);
  W* const target = c.cell + c.first[head.depth] + side * lanes;
  for (; other->is_open != 0; ++other) {
    const std::size_t place = 2 * lanes * other->depth;
    relax_strip<W, lanes>(target + place, row + side * lanes + place, first);
  }
}

CORRIDOR_INLINE void join_bits(std::uint64_t* bits, const std::uint64_t* more, std::size_t words) {
  for (std::size_t i = 0; i < words; ++i) bits[i] |= more[i];
}

/// Relaxes all pairs of heads that are open the right way. Heads are listed by falling depth.
template <class W, std::size_t lanes>
CORRIDOR_INLINE void relax_open_pairs(const CustomiseLoop<W>& c, std::size_t rank, const W* row) {
  const std::uint64_t* bits = open_bits(c, c.depth[rank]);
  const std::size_t words = c.open.words;
  const OpenHead* up = c.open.up;
  for (const OpenHead* down = c.open.down; down->is_open != 0; ++down) {
    while (up->is_open != 0 && up->depth >= down->depth) ++up;
    relax_side<W, lanes>(c, row, 0, *down, up);
    join_bits(open_bits(c, down->depth), bits, words);
  }
  const OpenHead* down = c.open.down;
  for (up = c.open.up; up->is_open != 0; ++up) {
    while (down->is_open != 0 && down->depth >= up->depth) ++down;
    relax_side<W, lanes>(c, row, 1, *up, down);
    join_bits(open_bits(c, up->depth) + words, bits + words, words);
  }
}

template <class W, std::size_t lanes>
CORRIDOR_INLINE void close_row(const CustomiseLoop<W>& c, std::size_t rank, W* row) {
  for (const OpenHead* up = c.open.up; up->is_open != 0; ++up) {
    std::fill_n(row + 2 * lanes * up->depth, lanes, unreachable<W>);
  }
  for (const OpenHead* down = c.open.down; down->is_open != 0; ++down) {
    std::fill_n(row + (2 * down->depth + 1) * lanes, lanes, unreachable<W>);
  }
  std::fill_n(open_bits(c, c.depth[rank]), 2 * c.open.words, std::uint64_t{0});
}

template <class W, std::size_t lanes>
CORRIDOR_INLINE void customise_open(const CustomiseLoop<W>& c) {
  for (std::size_t rank = 0; rank < c.ranks; ++rank) {
    W* row = c.cell + c.first[c.depth[rank]];
    take_open_arcs<W, lanes>(c, rank, row);
    const std::uint64_t* bits = open_bits(c, c.depth[rank]);
    std::uint64_t any = c.open.was_any[rank];
    for (std::size_t i = 0; i < 2 * c.open.words; ++i) any |= bits[i];
    if (any == 0) continue;
    give_out_open<W, lanes>(c, rank, row);
    relax_open_pairs<W, lanes>(c, rank, row);
    c.open.was_any[rank] = c.open.up->is_open != 0 || c.open.down->is_open != 0 ? 1 : 0;
    close_row<W, lanes>(c, rank, row);
  }
}

}  // namespace corridor::detail
