#include "route/customise_perfect.hpp"

#include "route/customise_kernel.hpp"

namespace corridor::detail {
namespace {

/// What the loop reads and writes, bare. Ranks come from the root on down; those on the walk from
/// the rank in hand to the root have a row each, by depth, of distances there and back by turns, by
/// depth again. Between two that no edge joins it holds rubbish, no higher than unreachable.
template <class W>
struct PerfectLoop {
  std::size_t ranks;
  const EdgeIndex* first_up;
  const std::uint32_t* depth;
  const std::uint16_t* edge_depth;
  const W* up;
  const W* down;
  std::size_t stride;
  W* cell;
  W* row;    // of the rank in hand
  W* sides;  // the weights of each of its edges, in all places of a line
  std::uint8_t* kept;
};

/// Lowers one line of a rank's row to the ways over the heads, at these depths.
template <class W>
CORRIDOR_INLINE void lower_line(const PerfectLoop<W>& c, std::span<const std::uint16_t> heads,
                                std::size_t place) {
  Line<W> least;
  load<W>(least, c.row + place);
  const W* side = c.sides;
  const W* const cell = c.cell + place;
  const std::size_t stride = c.stride;
  for (const std::size_t head : heads) {
    Line<W> to_head;
    Line<W> beyond;
    load<W>(to_head, side);
    load<W>(beyond, cell + head * stride);
    beyond += to_head;
    least = beyond < least ? beyond : least;
    side += line_size<W>;
  }
  store<W>(c.row + place, least);
}

template <class W>
CORRIDOR_INLINE void fill_row(const PerfectLoop<W>& c, std::size_t rank) {
  W* side = c.sides;
  for (EdgeIndex e = c.first_up[rank]; e < c.first_up[rank + 1]; ++e, side += line_size<W>) {
    const W back_and_there[2] = {c.down[e], c.up[e]};
    Line<W> line;
    spread(line, back_and_there);
    store<W>(side, line);
    W* pair = c.row + 2 * std::size_t{c.edge_depth[e]};
    pair[0] = c.up[e];
    pair[1] = c.down[e];
  }
}

/// Notes the edges that no way undercuts, and the distances for ranks below.
template <class W>
CORRIDOR_INLINE void give_out_row(const PerfectLoop<W>& c, std::size_t rank) {
  const std::size_t own = c.depth[rank];
  for (EdgeIndex e = c.first_up[rank]; e < c.first_up[rank + 1]; ++e) {
    const std::size_t head = c.edge_depth[e];
    const W there = c.row[2 * head];
    const W back = c.row[2 * head + 1];
    const bool keeps_up = c.up[e] == there && there != unreachable<W>;
    const bool keeps_down = c.down[e] == back && back != unreachable<W>;
    c.kept[e] = static_cast<std::uint8_t>((keeps_up ? 1 : 0) | (keeps_down ? 2 : 0));
    W* from_own = c.cell + own * c.stride + 2 * head;
    W* from_head = c.cell + head * c.stride + 2 * own;
    from_own[0] = from_head[1] = there;
    from_own[1] = from_head[0] = back;
  }
}

template <class W>
CORRIDOR_INLINE void run(const PerfectLoop<W>& c) {
  for (std::size_t rank = c.ranks; rank-- > 0;) {
    fill_row<W>(c, rank);
    const std::span<const std::uint16_t> heads{c.edge_depth + c.first_up[rank],
                                               c.edge_depth + c.first_up[rank + 1]};
    std::size_t done = SIZE_MAX;
    for (const std::size_t head : heads) {
      const std::size_t place = 2 * head / line_size<W> * line_size<W>;
      if (place == done) continue;
      lower_line<W>(c, heads, place);
      done = place;
    }
    give_out_row<W>(c, rank);
  }
}

template <class W>
void run_baseline(const PerfectLoop<W>& loop) {
  run<W>(loop);
}

#ifdef __x86_64__
template <class W>
[[gnu::target("avx2")]] void run_avx2(const PerfectLoop<W>& loop) {
  run<W>(loop);
}

template <class W>
[[gnu::target("avx512f,avx512vl,avx512dq,avx512bw")]] void run_avx512(const PerfectLoop<W>& loop) {
  run<W>(loop);
}
#endif

template <class W>
void run_with(const PerfectLoop<W>& loop, Vectors vectors) {
#ifdef __x86_64__
  if (vectors == Vectors::avx512) return run_avx512<W>(loop);
  if (vectors == Vectors::avx2) return run_avx2<W>(loop);
#endif
  run_baseline<W>(loop);
}

}  // namespace

template <HierarchyWeight W>
std::vector<std::uint8_t> perfect_edges(const HierarchyMetric<W>& metric, Vectors vectors) {
  const Hierarchy& h = metric.hierarchy();
  const std::size_t stride = (2 * h.height() + line_size<W> - 1) / line_size<W> * line_size<W>;
  LineVector<W> cell(h.height() * stride, unreachable<W>);
  LineVector<W> row(stride, unreachable<W>);
  LineVector<W> sides(h.height() * line_size<W>);
  std::vector<std::uint8_t> kept(h.edge_count());
  run_with<W>({h.size(), h.first_up().data(), h.depth().data(), h.rows().edge_depth.data(),
               metric.up().data(), metric.down().data(), stride, cell.data(), row.data(),
               sides.data(), kept.data()},
              vectors);
  return kept;
}

template std::vector<std::uint8_t> perfect_edges(const HierarchyMetric<std::uint32_t>&, Vectors);
template std::vector<std::uint8_t> perfect_edges(const HierarchyMetric<Weight>&, Vectors);

}  // namespace corridor::detail
