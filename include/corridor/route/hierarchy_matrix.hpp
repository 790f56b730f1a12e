#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "corridor/route/hierarchy_query.hpp"

namespace corridor {

namespace detail {
template <HierarchyWeight W>
class MatrixSearch;
}

/// Distances from any origins to a set of targets that stays: the part of the hierarchy that the
/// targets can be reached through is picked out once, and swept over for sixteen origins at a time
/// (RPHAST; Delling, Goldberg, Werneck 2011). It holds a copy of what it needs of the metric, as it
/// was when this was made. The graph, the metric and the weights must outlive it.
template <HierarchyWeight W>
class HierarchyMatrix {
 public:
  /// A target may come twice. Backward, the distances are those from the targets to the origins.
  HierarchyMatrix(const Graph& graph, const HierarchyMetric<W>& metric,
                  std::span<const Weight> weight, std::span<const VertexId> targets,
                  Direction direction = Direction::forward);
  HierarchyMatrix(HierarchyMatrix&&) noexcept;
  HierarchyMatrix& operator=(HierarchyMatrix&&) noexcept;
  ~HierarchyMatrix();

  std::size_t target_count() const;
  /// One row of target_count() distances for each origin; unreachable<W> where there is no path.
  /// The result does not depend on the number of threads.
  std::vector<W> distances(std::span<const VertexId> origins, std::size_t threads = 1);

 private:
  std::unique_ptr<detail::MatrixSearch<W>> search_;
};

}  // namespace corridor
