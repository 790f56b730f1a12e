#pragma once

#include <memory>
#include <span>

#include "corridor/route/hierarchy_query.hpp"

namespace corridor {

namespace detail {
template <HierarchyWeight W>
class LanesSearch;
}

/// Distances between two vertices, or two sets of them, in all lanes of a hierarchy at once: the
/// two walks of HierarchyQuery, with a vector of lanes for each number. The graph and the lanes
/// must outlive it. Not for two threads at once; several may share the lanes.
template <HierarchyWeight W>
class LanesQuery {
 public:
  LanesQuery(const Graph& graph, const HierarchyLanes<W>& lanes);
  LanesQuery(LanesQuery&&) noexcept;
  LanesQuery& operator=(LanesQuery&&) noexcept;
  ~LanesQuery();

  /// Takes over the weights that the lanes were last customised for, as they were given there:
  /// arcs at vertices that the hierarchy leaves out are not in the lanes.
  void customise(std::span<const std::span<const Weight>> weights);
  /// The same of weights side by side, as HierarchyLanes::customise_rows takes them.
  void customise_rows(std::span<const W> weights);

  /// As many as there are lanes, unreachable<W> where there is no path; valid until the next
  /// question. Offsets count.
  std::span<const W> distances(VertexId from, VertexId to);
  std::span<const W> distances(std::span<const Seed> from, std::span<const Seed> to);

 private:
  std::unique_ptr<detail::LanesSearch<W>> search_;
};

}  // namespace corridor
