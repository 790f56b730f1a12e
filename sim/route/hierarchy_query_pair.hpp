#pragma once

#include <cstddef>
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
  /// The rank at a level of the last walk from its start.
  Rank rank_at(std::size_t level) const;
  /// The edge by which the search came to a rank of its walk; no_edge at its end.
  EdgeIndex edge_from(Rank rank) const { return from_.last_edge(supernodes_->level(rank)); }
  EdgeIndex edge_to(Rank rank) const { return to_.last_edge(supernodes_->level(rank)); }

 private:
  struct Step {
    Supernodes::Index node;
    Rank rank;
  };

  void walk(Rank from, Rank to);
  void fetch(const Step& step, std::span<const W> weight) const;
  void climb_from(const Step& step, Rank end, const QueryKernels<W>& kernels);
  void climb_to(const Step& step, Rank end, const QueryKernels<W>& kernels);
  void meet(const Step& step, const QueryKernels<W>& kernels, Meeting<W>& meeting);

  const Supernodes* supernodes_;
  const HierarchyMetric<W>* metric_;
  QuerySide<W> from_;
  QuerySide<W> to_;
  std::vector<Step> from_steps_;
  std::vector<Step> to_steps_;
};

}  // namespace corridor::detail
