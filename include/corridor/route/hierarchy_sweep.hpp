#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "corridor/route/hierarchy_query.hpp"

namespace corridor {

struct SweepOptions {
  std::size_t lanes = 16;  // 1, 8 or 16
  /// Distances from the seeds to all vertices or, backward, from all vertices to the seeds.
  Direction direction = Direction::forward;
};

namespace detail {
template <HierarchyWeight W>
class SweepSearch;
}

/// Distances between up to `lanes` origins, or sets of them, and all vertices: a walk up the
/// elimination tree for each, and one sweep down the hierarchy for all (PHAST; Delling, Goldberg,
/// Nowatzyk, Werneck 2011). It sweeps over a copy of what shortest paths need of the metric, which
/// customise() makes anew: its answers are those of the last one. The graph, the metric and the
/// weights must outlive it. Not for two threads at once.
template <HierarchyWeight W>
class HierarchySweep {
 public:
  HierarchySweep(const Graph& graph, const HierarchyMetric<W>& metric,
                 std::span<const Weight> weight, const SweepOptions& options = {});
  HierarchySweep(HierarchySweep&&) noexcept;
  HierarchySweep& operator=(HierarchySweep&&) noexcept;
  ~HierarchySweep();

  /// Takes over the metric, and the weights that it stands for, as they are now.
  void customise();
  std::size_t lanes() const;

  /// Lane l holds the distances of the l-th origin, or set; lanes without one are unreachable.
  void run(std::span<const VertexId> origins);
  void run(std::span<const std::span<const Seed>> sets);

  /// Of the last run, as long as there is no other: lane l of a vertex is at its index x lanes() +
  /// l; unreachable<W> where there is no path.
  std::span<const W> distances() const;
  /// infinite_weight where there is no path.
  Weight distance(VertexId vertex, std::size_t lane) const;

 private:
  std::unique_ptr<detail::SweepSearch<W>> search_;
};

}  // namespace corridor
