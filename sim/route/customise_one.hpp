#pragma once

#include "route/customise_kernel.hpp"

namespace corridor::detail {

/// Arcs are read this far ahead of their use: their weights lie in the order of the graph.
inline constexpr std::size_t arcs_ahead = 32;

/// Lowers the row of `rank` to its arcs.
template <class W>
CORRIDOR_INLINE void take_arcs(const CustomiseLoop<W>& c, std::size_t rank, W* row) {
  const Weight* weight = c.weights[0];
  const std::size_t end = c.first_arc[c.ranks];
  for (std::size_t i = c.first_arc[rank]; i < c.first_arc[rank + 1]; ++i) {
    if (i + arcs_ahead < end) __builtin_prefetch(weight + c.arcs[i + arcs_ahead].index());
    W& place = row[c.arc_place[i]];
    const W arc = counted<W>(weight[c.arcs[i].index()]);
    place = arc < place ? arc : place;
  }
}

/// Relaxes one line of a row towards the first `count` heads, and closes it.
template <class W>
CORRIDOR_INLINE void push_line(const CustomiseLoop<W>& c, W* row, std::size_t line,
                               std::size_t count) {
  const Line<W> closed = Line<W>{} + unreachable<W>;
  Line<W> to_others;
  load<W>(to_others, row + line);
  store<W>(row + line, closed);
  const W* side = c.sides;
  const W* last = side + count * line_size<W>;
  for (W* const* target = c.target; side != last; ++target, side += line_size<W>) {
    Line<W> from_head;
    load<W>(from_head, side);
    relax_line<W>(*target + line, to_others, from_head);
  }
}

/// Gives out the weights of a row, which are final, and gets ready to relax with them.
template <class W>
CORRIDOR_INLINE void give_out(const CustomiseLoop<W>& c, std::size_t rank, const W* row) {
  const std::size_t* first = c.first;
  W* cell = c.cell;
  W* side = c.sides;
  W** target = c.target;
  const EdgeIndex end = c.first_up[rank + 1];
  for (EdgeIndex e = c.first_up[rank]; e < end; ++e) {
    const std::size_t depth = c.edge_depth[e];
    const W* pair = row + 2 * depth;
    c.up[e] = pair[0];
    c.down[e] = pair[1];
    Line<W> line;
    spread(line, pair);
    store<W>(side, line);
    side += line_size<W>;
    *target++ = cell + first[depth];
  }
}

/// One metric. A row holds weights up and down side by side, a line the edges to 8 or 4 successive
/// depths, and a rank is relaxed with all pairs of its heads line by line. Places in between, where
/// it has no edge, are unreachable and do no harm; neither do those at and beyond the depth of a
/// row's own rank, which nothing reads.
template <class W>
CORRIDOR_INLINE void customise_one(const CustomiseLoop<W>& c) {
  const RowLayout::Line* line = c.lines;
  for (std::size_t rank = 0; rank < c.ranks; ++rank) {
    W* row = c.cell + c.first[c.depth[rank]];
    take_arcs<W>(c, rank, row);
    give_out<W>(c, rank, row);
    const std::size_t degree = c.first_up[rank + 1] - c.first_up[rank];
    if (degree == 0) continue;
    do {
      push_line<W>(c, row, line->number * line_size<W>, line->before);
    } while ((line++)->before + 1U < degree);
  }
}

}  // namespace corridor::detail
