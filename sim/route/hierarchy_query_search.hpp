#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corridor/route/hierarchy_query.hpp"

#include "route/hierarchy_query_ends.hpp"
#include "route/hierarchy_query_unpack.hpp"
#include "route/hierarchy_query_walk.hpp"
#include "route/sweep_kernel.hpp"

namespace corridor::detail {

/// One side of a query: labels by rank, of which only those of the ancestors of its entries are
/// ever finite.
template <HierarchyWeight W>
class QuerySide {
 public:
  explicit QuerySide(const Supernodes& supernodes);

  void clear() { entries_.clear(); }
  void enter(const Entry<W>& entry);
  /// A block as the kernels take it.
  ClimbTask<W> task(const Block& block, std::span<const W> weight, bool keeps_edges);
  void reset(const Block& block);

  W value(Rank rank) const { return value_[rank]; }
  EdgeIndex last_edge(Rank rank) const { return last_edge_[rank]; }
  /// The arc by which the cheapest entry at `rank` came; invalid of a seed in the hierarchy.
  ArcId entry_arc(Rank rank) const;

 private:
  std::vector<W> value_;
  std::vector<EdgeIndex> last_edge_;  // no_edge where the label is that of an entry
  std::vector<Entry<W>> entries_;
  std::vector<W> active_value_;
  std::vector<const W*> active_weight_;
};

/// What HierarchyQuery does.
template <HierarchyWeight W>
class QuerySearch {
 public:
  QuerySearch(const Ground& ground, const HierarchyMetric<W>& metric);

  Weight distance(std::span<const Seed> from, std::span<const Seed> to);
  void path(std::span<const Seed> from, std::span<const Seed> to, Path& result);
  IdVector<VertexId, Weight> distances_from(VertexId from);
  const Graph& graph() const { return ground_.graph; }

 private:
  /// How the two seeds of a path meet that passes no rank: by an arc, or by being one vertex.
  struct Direct {
    W best = unreachable<W>;
    ArcId arc;
  };

  Direct enter_all(std::span<const Seed> from, std::span<const Seed> to);
  Meeting<W> search(W bound, bool keeps_edges);
  void reset();
  void unpack(Rank meeting, std::vector<ArcId>& arcs);

  Ground ground_;
  const HierarchyMetric<W>* metric_;
  const Kernels<W>* kernels_;
  Supernodes supernodes_;
  Ancestors ancestors_;
  QuerySide<W> from_;
  QuerySide<W> to_;
  std::vector<W> start_;  // by vertex: the least offset of a seed left out
  Unpacker<W> unpacker_;
  std::vector<EdgeIndex> edges_;
};

}  // namespace corridor::detail
