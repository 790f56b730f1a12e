#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "route/pareto_bounds.hpp"
#include "route/pareto_core.hpp"

namespace corridor::detail {

/// The search for all vectors of two objectives in a core. Labels come up by both excesses, then by
/// arcs passed, then by the last arc; so a state keeps a label if its second excess is less than
/// that of the one before, and keeps it for good.
template <class W>
class TwoSearch {
 public:
  ParetoSet run(const TwoCore<W>& core, const MixedBounds<W>& bounds, const Stages& stages,
                const ParetoOptions& options);

 private:
  using Tree = LabelTree<W, 2>;
  using Entry = typename Tree::Entry;

  struct Node {
    W least;  // second excess of the last label kept
    typename MixedBounds<W>::Distances to_target;
  };
  /// An inner corner with its weighted sums.
  struct Corner {
    Pair<W> excess;
    typename MixedBounds<W>::Distances sum;
  };

  void prepare(const TwoCore<W>& core, const MixedBounds<W>& bounds);
  void expand(const TwoCore<W>& core, std::uint32_t label);
  bool may_come_below(const Pair<W>& excess, const Node& node) const;

  std::size_t mix_count_ = 0;
  std::vector<Mix> mixes_;
  std::vector<Corner> corners_;
  std::vector<std::uint32_t> corner_at_;  // the first to look at, by the upper bits of the excess
  unsigned corner_shift_ = 0;
  W bound_ = 0;  // second excess of no more use
  std::vector<Node> nodes_;
  Tree tree_;
  std::vector<Entry> front_;
  BucketQueue<Entry> queue_;
};

extern template class TwoSearch<std::uint32_t>;
extern template class TwoSearch<std::uint64_t>;

}  // namespace corridor::detail
