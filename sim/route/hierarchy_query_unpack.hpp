#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/hierarchy_metric.hpp"

#include "route/hierarchy_query_ends.hpp"
#include "route/hierarchy_query_splits.hpp"

namespace corridor::detail {

/// Turns edges of a hierarchy into the arcs of a path. All edges are split once in a round: they
/// have nothing to do with each other, so that what one waits for from memory does not hold up the
/// next. Splits are remembered until the metric changes: paths share most of their way.
template <HierarchyWeight W>
class Unpacker {
 public:
  Unpacker(const Ground& ground, const HierarchyMetric<W>& metric)
      : metric_{&metric},
        search_{ground, metric},
        splits_{search_.stretches()},
        revision_{metric.revision()} {}

  /// Lengthens the path by edges from the last to the first, each from its lower end to its upper.
  void add_back(std::span<const EdgeIndex> edges);
  /// By edges from the first to the last, each from its upper end to its lower.
  void add_on(std::span<const EdgeIndex> edges);
  /// Appends the arcs of the path, and starts another.
  void finish(std::vector<ArcId>& arcs);

 private:
  using Index = std::uint32_t;
  static constexpr Index none = UINT32_MAX;
  struct Piece {
    Stretch stretch;
    Index next;  // on the path
  };

  void add(Stretch side);
  void follow_metric();
  void split_open();
  void find_unknown();
  void split(Index index, const Split& split);
  void open(Index index);

  const HierarchyMetric<W>* metric_;
  SplitSearch<W> search_;
  SplitTable splits_;
  std::uint64_t revision_;  // of the metric that the splits are of
  std::vector<Piece> pieces_;
  std::vector<Index> open_;       // pieces that are not arcs
  std::vector<Index> next_open_;  // in the next round; with room behind
  std::size_t next_open_count_ = 0;
  std::vector<Index> unknown_;  // open ones that nobody has asked for before
};

}  // namespace corridor::detail
