#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/lanes_query.hpp"

#include "route/hierarchy_query_ends.hpp"
#include "route/hierarchy_query_walk.hpp"
#include "route/sweep_kernel.hpp"

namespace corridor::detail {

/// The arcs in one direction at the vertices that a hierarchy leaves out, with a row of lanes each.
template <HierarchyWeight W>
struct LooseArcs {
  struct Arc {
    ArcId arc;
    VertexId other;
    Rank rank = no_rank;  // of the other end
  };
  std::vector<std::uint32_t> first;  // by vertex, and one past the last
  std::vector<Arc> arcs;
  LineVector<W> weight;  // by arc, rows
};

/// What LanesQuery does.
template <HierarchyWeight W>
class LanesSearch {
 public:
  LanesSearch(const Graph& graph, const HierarchyLanes<W>& lanes);

  void customise(std::span<const std::span<const Weight>> weights);
  void customise_rows(std::span<const W> weights);
  std::span<const W> distances(std::span<const Seed> from, std::span<const Seed> to);

 private:
  LooseArcs<W> loose_arcs(const Graph& graph, Direction direction) const;
  void enter(const Seed& seed, Side side);
  void meet_directly(std::span<const Seed> from, const Seed& to);
  W* row(LineVector<W>& rows, std::size_t index) const { return rows.data() + index * width_; }

  const HierarchyLanes<W>* lanes_;
  std::size_t width_;
  LanesKernels<W> kernels_;
  Supernodes supernodes_;
  Ancestors ancestors_;
  LooseArcs<W> out_;
  LooseArcs<W> in_;
  LineVector<W> from_;  // labels by rank, rows
  LineVector<W> to_;
  LineVector<W> best_;
};

}  // namespace corridor::detail
