#pragma once

#include "route/customise_kernel.hpp"

namespace corridor::detail {

template <class W, std::size_t lanes>
CORRIDOR_INLINE void take_arcs_in_lanes(const CustomiseLoop<W>& c, std::size_t rank, W* row) {
  for (std::size_t i = c.first_arc[rank]; i < c.first_arc[rank + 1]; ++i) {
    const std::size_t arc = c.arcs[i].index();
    W* place = row + c.arc_place[i] * lanes;
    if (c.weight_rows != nullptr) {
      const W* weights = c.weight_rows + arc * lanes;
      for (std::size_t l = 0; l < lanes; ++l) {
        place[l] = weights[l] < place[l] ? weights[l] : place[l];
      }
      continue;
    }
    for (std::size_t l = 0; l < c.lanes; ++l) {
      const W weight = counted<W>(c.weights[l][arc]);
      place[l] = weight < place[l] ? weight : place[l];
    }
  }
}

template <class W, std::size_t lanes>
CORRIDOR_INLINE void give_out_lanes(const CustomiseLoop<W>& c, std::size_t rank, const W* row) {
  W* side = c.sides;
  W** target = c.target;
  const EdgeIndex end = c.first_up[rank + 1];
  for (std::size_t e = c.first_up[rank]; e < end; ++e) {
    const std::size_t depth = c.edge_depth[e];
    const W* both = row + 2 * lanes * depth;
    std::memcpy(c.up + e * lanes, both, lanes * sizeof(W));
    std::memcpy(c.down + e * lanes, both + lanes, lanes * sizeof(W));
    std::memcpy(side, both + lanes, lanes * sizeof(W));
    std::memcpy(side + lanes, both, lanes * sizeof(W));
    side += 2 * lanes;
    *target++ = c.cell + c.first[depth];
  }
}

/// Several metrics: the weights up of all lanes, then those down, for each depth of a row.
template <class W, std::size_t lanes>
CORRIDOR_INLINE void customise_lanes(const CustomiseLoop<W>& c) {
  constexpr std::size_t lines = 2 * lanes / line_size<W>;
  const Line<W> closed = Line<W>{} + unreachable<W>;
  for (std::size_t rank = 0; rank < c.ranks; ++rank) {
    W* row = c.cell + c.first[c.depth[rank]];
    take_arcs_in_lanes<W, lanes>(c, rank, row);
    give_out_lanes<W, lanes>(c, rank, row);
    const std::uint16_t* depth = c.edge_depth + c.first_up[rank];
    const std::uint16_t* end = c.edge_depth + c.first_up[rank + 1];
    const W* side = c.sides;
    for (W* const* target = c.target; depth != end; ++target) {
      Line<W> from_head[lines];
      for (std::size_t k = 0; k < lines; ++k, side += line_size<W>) {
        load<W>(from_head[k], side);
        store<W>(row + 2 * lanes * *depth + k * line_size<W>, closed);
      }
      for (const std::uint16_t* other = ++depth; other != end; ++other) {
        for (std::size_t k = 0; k < lines; ++k) {
          const std::size_t at = 2 * lanes * *other + k * line_size<W>;
          Line<W> to_other;
          load<W>(to_other, row + at);
          relax_line<W>(*target + at, to_other, from_head[k]);
        }
      }
    }
  }
}

}  // namespace corridor::detail
