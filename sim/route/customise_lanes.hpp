#pragma once

#include "route/customise_kernel.hpp"

namespace corridor::detail {

template <class W, std::size_t lanes>
CORRIDOR_INLINE void take_arcs_in_lanes(const CustomiseLoop<W>& c, std::size_t rank, W* row) {
  for (std::size_t i = c.first_arc[rank]; i < c.first_arc[rank + 1]; ++i) {
    const std::uint32_t side = c.arc_sides[i];
    const std::size_t arc = c.arcs[i].index();
    W* place = row + (2 * c.depth[c.head[side / 2]] + side % 2) * lanes;
    for (std::size_t l = 0; l < c.lanes; ++l) {
      const W weight = counted<W>(c.weights[l][arc]);
      place[l] = weight < place[l] ? weight : place[l];
    }
  }
}

/// Several metrics: the weights up of all lanes, then those down, for each depth of a row.
template <class W, std::size_t lanes>
CORRIDOR_INLINE void customise_lanes(const CustomiseLoop<W>& c) {
  constexpr std::size_t lines = 2 * lanes / line_size<W>;
  for (std::size_t rank = 0; rank < c.ranks; ++rank) {
    W* row = c.cell + c.first[c.depth[rank]];
    take_arcs_in_lanes<W, lanes>(c, rank, row);
    const EdgeIndex begin = c.first_up[rank];
    const std::size_t degree = c.first_up[rank + 1] - begin;
    for (std::size_t i = 0; i < degree; ++i) {
      const std::size_t depth = c.depth[c.head[begin + i]];
      const W* both = row + 2 * lanes * depth;
      W* swapped = c.sides + 2 * lanes * i;
      std::memcpy(c.up + (begin + i) * lanes, both, lanes * sizeof(W));
      std::memcpy(c.down + (begin + i) * lanes, both + lanes, lanes * sizeof(W));
      std::memcpy(swapped, both + lanes, lanes * sizeof(W));
      std::memcpy(swapped + lanes, both, lanes * sizeof(W));
      c.target[i] = c.cell + c.first[depth];
      c.place[i] = static_cast<std::uint32_t>(2 * lanes * depth);
    }
    const Line<W> closed = Line<W>{} + unreachable<W>;
    for (std::size_t i = 0; i < degree; ++i) {
      Line<W> from_head[lines];
      for (std::size_t k = 0; k < lines; ++k) {
        load<W>(from_head[k], c.sides + 2 * lanes * i + k * line_size<W>);
        store<W>(row + c.place[i] + k * line_size<W>, closed);
      }
      W* target = c.target[i];
      const std::uint32_t* end = c.place + degree;
      for (const std::uint32_t* place = c.place + i + 1; place != end; ++place) {
        for (std::size_t k = 0; k < lines; ++k) {
          const std::size_t at = *place + k * line_size<W>;
          Line<W> to_other;
          load<W>(to_other, row + at);
          relax_line<W>(target + at, to_other, from_head[k]);
        }
      }
    }
  }
}

}  // namespace corridor::detail
