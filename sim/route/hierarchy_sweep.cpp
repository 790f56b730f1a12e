#include "corridor/route/hierarchy_sweep.hpp"

#include <cassert>
#include <stdexcept>
#include <vector>

#include "route/hierarchy_sweep_lanes.hpp"

namespace corridor {

namespace detail {

/// What HierarchySweep does.
template <HierarchyWeight W>
class SweepSearch {
 public:
  SweepSearch(const Ground& ground, const HierarchyMetric<W>& metric, const SweepOptions& options)
      : ground_{ground},
        metric_{&metric},
        options_{options},
        supernodes_{ground.hierarchy},
        lanes_{ground, metric, supernodes_, options.direction},
        rows_{ground.graph.vertex_count(), options.lanes} {
    customise();
  }

  void customise() {
    std::vector<VertexId> all;
    for (const VertexId vertex : ground_.graph.vertices()) all.push_back(vertex);
    arcs_ = sweep_arcs(ground_, *metric_, options_.direction, all, RowsBy::vertex);
  }

  /// `seeds_of(lane)` are the seeds of each of `count` lanes.
  template <class SeedsOf>
  void run(std::size_t count, const SeedsOf& seeds_of) {
    assert(count <= options_.lanes);
    for (std::size_t lane = 0; lane < count; ++lane)
      lanes_.seed(arcs_, seeds_of(lane), lane, rows_);
    lanes_.sweep(arcs_, rows_);
  }

  std::size_t lanes() const { return options_.lanes; }
  std::span<const W> distances() const { return rows_.values(); }

 private:
  Ground ground_;
  const HierarchyMetric<W>* metric_;
  SweepOptions options_;
  Supernodes supernodes_;
  LaneSweep<W> lanes_;
  SweepArcs<W> arcs_;
  Rows<W> rows_;
};

}  // namespace detail

template <HierarchyWeight W>
HierarchySweep<W>::HierarchySweep(const Graph& graph, const HierarchyMetric<W>& metric,
                                  std::span<const Weight> weight, const SweepOptions& options) {
  if (options.lanes != 1 && options.lanes != 8 && options.lanes != 16) {
    throw std::invalid_argument("a sweep has 1, 8 or 16 lanes");
  }
  search_ = std::make_unique<detail::SweepSearch<W>>(
      detail::Ground{graph, metric.hierarchy(), weight}, metric, options);
}

template <HierarchyWeight W>
HierarchySweep<W>::HierarchySweep(HierarchySweep&&) noexcept = default;
template <HierarchyWeight W>
HierarchySweep<W>& HierarchySweep<W>::operator=(HierarchySweep&&) noexcept = default;
template <HierarchyWeight W>
HierarchySweep<W>::~HierarchySweep() = default;

template <HierarchyWeight W>
void HierarchySweep<W>::customise() {
  search_->customise();
}

template <HierarchyWeight W>
std::size_t HierarchySweep<W>::lanes() const {
  return search_->lanes();
}

template <HierarchyWeight W>
void HierarchySweep<W>::run(std::span<const VertexId> origins) {
  Seed seed;
  search_->run(origins.size(), [&](std::size_t lane) {
    seed = {origins[lane], 0};
    return std::span<const Seed>{&seed, 1};
  });
}

template <HierarchyWeight W>
void HierarchySweep<W>::run(std::span<const std::span<const Seed>> sets) {
  search_->run(sets.size(), [&](std::size_t lane) { return sets[lane]; });
}

template <HierarchyWeight W>
std::span<const W> HierarchySweep<W>::distances() const {
  return search_->distances();
}

template <HierarchyWeight W>
Weight HierarchySweep<W>::distance(VertexId vertex, std::size_t lane) const {
  const W value = search_->distances()[vertex.index() * lanes() + lane];
  return value == unreachable<W> ? infinite_weight : Weight{value};
}

template class HierarchySweep<std::uint32_t>;
template class HierarchySweep<Weight>;

}  // namespace corridor
