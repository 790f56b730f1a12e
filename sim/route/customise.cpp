#include "route/customise.hpp"

#include <algorithm>

#include "route/customise_lanes.hpp"
#include "route/customise_one.hpp"
#include "route/customise_open.hpp"

namespace corridor::detail {
namespace {

template <class W, std::size_t lanes>
CORRIDOR_INLINE void run(const CustomiseLoop<W>& loop) {
  if constexpr (lanes == 1) {
    customise_one<W>(loop);
  } else if (loop.open.arc != nullptr) {
    customise_open<W, lanes>(loop);
  } else {
    customise_lanes<W, lanes>(loop);
  }
}

template <class W, std::size_t lanes>
void run_baseline(const CustomiseLoop<W>& loop) {
  run<W, lanes>(loop);
}

#ifdef __x86_64__
template <class W, std::size_t lanes>
[[gnu::target("avx2")]] void run_avx2(const CustomiseLoop<W>& loop) {
  run<W, lanes>(loop);
}

template <class W, std::size_t lanes>
[[gnu::target("avx512f,avx512vl,avx512dq,avx512bw")]] void run_avx512(
    const CustomiseLoop<W>& loop) {
  run<W, lanes>(loop);
}
#endif

template <class W, std::size_t lanes>
void run_with(const CustomiseLoop<W>& loop, Vectors vectors) {
#ifdef __x86_64__
  if (vectors == Vectors::avx512) return run_avx512<W, lanes>(loop);
  if (vectors == Vectors::avx2) return run_avx2<W, lanes>(loop);
#endif
  run_baseline<W, lanes>(loop);
}

/// Relaxes all lower triangles in place, where there are no open rows.
template <class W>
void relax_triangles(const Customisation<W>& job) {
  const Hierarchy& h = *job.hierarchy;
  std::vector<EdgeIndex> edge_to(h.size());
  for (Rank y = 0; y < h.size(); ++y) {
    for (EdgeIndex e = h.first_up(y); e < h.first_up(y + 1); ++e) edge_to[h.head(e)] = e;
    for (const EdgeIndex xy : h.down(y)) {
      for (EdgeIndex xz = xy + 1; xz < h.first_up(h.tail(xy) + 1); ++xz) {
        const EdgeIndex yz = edge_to[h.head(xz)];
        for (std::size_t l = 0; l < job.lanes; ++l) {
          const std::size_t a = xy * job.lanes + l;
          const std::size_t b = xz * job.lanes + l;
          const std::size_t to = yz * job.lanes + l;
          job.up[to] = std::min<W>(job.up[to], job.down[a] + job.up[b]);
          job.down[to] = std::min<W>(job.down[to], job.down[b] + job.up[a]);
        }
      }
    }
  }
}

template <class W>
void customise_in_place(const Customisation<W>& job) {
  const Hierarchy& h = *job.hierarchy;
  std::fill_n(job.up, h.edge_count() * job.lanes, unreachable<W>);
  std::fill_n(job.down, h.edge_count() * job.lanes, unreachable<W>);
  for (std::size_t i = 0; i < h.arcs().size(); ++i) {
    const std::uint32_t side = h.sides()[i];
    W* to = (side % 2 == 0 ? job.up : job.down) + side / 2 * job.lanes;
    const std::size_t arc = h.arcs()[i].index();
    for (std::size_t l = 0; l < job.weights.size(); ++l) {
      to[l] = std::min(to[l], counted<W>(job.weights[l][arc]));
    }
    if (job.weight_rows == nullptr) continue;
    for (std::size_t l = 0; l < job.lanes; ++l) {
      to[l] = std::min(to[l], job.weight_rows[arc * job.lanes + l]);
    }
  }
  relax_triangles(job);
}

/// Marks the arcs that are open in any lane, and returns whether few are. Of weights that are not
/// side by side it would take a pass over all of them to say.
template <class W>
bool mark_open_arcs(const Customisation<W>& job, OpenSides& open) {
  if (job.weight_rows == nullptr) return false;
  const std::span<const ArcId> arcs = job.hierarchy->arcs();
  std::size_t count = 0;
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    const W* const row = job.weight_rows + arcs[i].index() * job.lanes;
    W sign = 0;  // negative as soon as one of them is below
    for (std::size_t l = 0; l < job.lanes; ++l) sign |= row[l] - unreachable<W>;
    open.arc[i] = static_cast<std::uint8_t>(sign >> (8 * sizeof(W) - 1) & 1);
    count += open.arc[i];
  }
  return 3 * count < 2 * arcs.size();
}

/// The other way of customisation writes whatever it finds.
void forget(OpenSides& open) {
  std::fill(open.was.begin(), open.was.end(), OpenSidesOfEdge{1, 1});
  std::fill(open.was_any.begin(), open.was_any.end(), 1);
}

}  // namespace

OpenSides::OpenSides(const Hierarchy& hierarchy)
    : words{(hierarchy.height() + 63) / 64},
      bits(2 * words * hierarchy.height()),
      arc(hierarchy.arcs().size()),
      up(hierarchy.height() + 1),
      down(hierarchy.height() + 1),
      was(hierarchy.edge_count(), {1, 1}),
      was_any(hierarchy.size(), 1) {}

bool supported(Vectors vectors) {
#ifdef __x86_64__
  if (vectors == Vectors::avx2) return __builtin_cpu_supports("avx2");
  if (vectors == Vectors::avx512) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
  }
#endif
  return vectors == Vectors::baseline;
}

Vectors widest_vectors() {
  static const Vectors widest = supported(Vectors::avx512) ? Vectors::avx512
                                : supported(Vectors::avx2) ? Vectors::avx2
                                                           : Vectors::baseline;
  return widest;
}

template <HierarchyWeight W>
OpenRows<W>::OpenRows(const Hierarchy& hierarchy, std::size_t lanes) {
  if (hierarchy.rows().empty()) return;
  std::size_t size = 0;
  for (std::size_t depth = 0; depth < hierarchy.height(); ++depth) {
    first.push_back(size);
    size += (2 * lanes * depth + line_size<W> - 1) / line_size<W> * line_size<W>;
  }
  cell.assign(size, unreachable<W>);
  sides.resize(hierarchy.height() * std::max(2 * lanes, line_size<W>));
  target.resize(hierarchy.height());
  if (lanes > 1) open = OpenSides{hierarchy};
}

template <HierarchyWeight W>
void customise(const Customisation<W>& job, Vectors vectors) {
  const Hierarchy& h = *job.hierarchy;
  const RowLayout& layout = h.rows();
  if (layout.empty()) return customise_in_place(job);
  const Weight* weights[16] = {};
  for (std::size_t l = 0; l < job.weights.size(); ++l) weights[l] = job.weights[l].data();
  OpenRows<W>& rows = *job.rows;
  OpenSides& open = rows.open;
  const bool few = mark_open_arcs(job, open);
  if (!few && job.lanes > 1) forget(open);
  const CustomiseLoop<W> loop{
      h.size(),
      h.first_up().data(),
      h.depth().data(),
      h.first_arc().data(),
      h.arcs().data(),
      layout.arc_place.data(),
      layout.edge_depth.data(),
      (line_size<W> == 16 ? layout.lines_of_8 : layout.lines_of_4).data(),
      weights,
      job.weights.size(),
      job.weight_rows,
      rows.first.data(),
      rows.cell.data(),
      rows.sides.data(),
      rows.target.data(),
      {open.words, open.bits.data(), few ? open.arc.data() : nullptr, open.up.data(),
       open.down.data(), open.was.data(), open.was_any.data()},
      job.up,
      job.down};
  if (job.lanes == 1) return run_with<W, 1>(loop, vectors);
  if (job.lanes == 8) return run_with<W, 8>(loop, vectors);
  run_with<W, 16>(loop, vectors);
}

template struct OpenRows<std::uint32_t>;
template struct OpenRows<Weight>;
template void customise(const Customisation<std::uint32_t>& job, Vectors vectors);
template void customise(const Customisation<Weight>& job, Vectors vectors);

}  // namespace corridor::detail
