#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corridor/route/hierarchy_query.hpp"

#include "route/hierarchy_query_ends.hpp"
#include "route/hierarchy_query_pair.hpp"
#include "route/hierarchy_query_side.hpp"
#include "route/hierarchy_query_unpack.hpp"
#include "route/hierarchy_query_walk.hpp"
#include "route/sweep_kernel.hpp"

namespace corridor::detail {

/// What HierarchyQuery does.
template <HierarchyWeight W>
class QuerySearch {
 public:
  QuerySearch(const Ground& ground, const HierarchyMetric<W>& metric);

  Weight distance(std::span<const Seed> from, std::span<const Seed> to);
  void path(std::span<const Seed> from, std::span<const Seed> to, Path& result);
  IdVector<VertexId, Weight> distances_from(VertexId from);

 private:
  /// How two seeds meet that pass no rank: by an arc, or by being one vertex.
  struct Direct {
    W best = unreachable<W>;
    ArcId arc;
  };

  bool is_pair(std::span<const Seed> from, std::span<const Seed> to) const;
  Entry<W> entry_of(const Seed& seed) const;
  Direct enter_all(std::span<const Seed> from, std::span<const Seed> to);
  Direct meet_directly(std::span<const Seed> from, std::span<const Seed> to);
  Meeting<W> search(W bound, const QueryKernels<W>& kernels);
  void reset();
  Rank trace(const QuerySide<W>& side, Rank rank);
  Meeting<W> path_of_pair(const Seed& from, const Seed& to, std::vector<ArcId>& arcs);
  Meeting<W> path_of_sets(std::span<const Seed> from, std::span<const Seed> to,
                          std::vector<ArcId>& arcs);

  Ground ground_;
  const HierarchyMetric<W>* metric_;
  const Kernels<W>* kernels_;
  Supernodes supernodes_;
  PairSearch<W> pair_;
  Ancestors ancestors_;
  QuerySide<W> from_;  // labels by rank
  QuerySide<W> to_;
  std::vector<Entry<W>> from_entries_;
  std::vector<Entry<W>> to_entries_;
  std::vector<W> start_;  // by vertex: the least offset of a seed left out
  Unpacker<W> unpacker_;
  std::vector<EdgeIndex> edges_;
};

}  // namespace corridor::detail
