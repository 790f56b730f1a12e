#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/hierarchy_metric.hpp"

#include "route/hierarchy_query_side.hpp"
#include "route/hierarchy_query_walk.hpp"
#include "route/sweep_kernel.hpp"

namespace corridor::detail {

/// The search between two ranks. Each walk to a root has a label a level, so few that they stay
/// near the processor.
template <HierarchyWeight W>
class PairSearch {
 public:
  PairSearch(const Supernodes& supernodes, const HierarchyMetric<W>& metric);

  /// Labels are by level.
  Meeting<W> run(const Entry<W>& from, const Entry<W>& to, const QueryKernels<W>& kernels);
  /// The edges by which the last search came to a level of its walks, last first.
  void trace_from(std::uint32_t level, std::vector<EdgeIndex>& edges) const;
  void trace_to(std::uint32_t level, std::vector<EdgeIndex>& edges) const;

 private:
  struct Step {
    Supernodes::Index node;
    Block block;  // with labels by level
  };
  struct Walk {
    QuerySide<W> side;
    std::vector<Step> steps;
  };

  void walk(Rank from, Rank to);
  void pass(Walk& walk, Supernodes::Index& node, Rank& rank, std::span<const W> weight) const;
  static void climb(Walk& walk, const Block& block, std::span<const W> weight,
                    const QueryKernels<W>& kernels);
  static void trace(const Walk& walk, std::uint32_t level, std::vector<EdgeIndex>& edges);

  const Supernodes* supernodes_;
  const HierarchyMetric<W>* metric_;
  Walk from_;
  Walk to_;
};

}  // namespace corridor::detail
