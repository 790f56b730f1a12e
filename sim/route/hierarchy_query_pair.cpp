#include "route/hierarchy_query_pair.hpp"

#include <algorithm>

namespace corridor::detail {

template <HierarchyWeight W>
PairSearch<W>::PairSearch(const Supernodes& supernodes, const HierarchyMetric<W>& metric)
    : supernodes_{&supernodes},
      metric_{&metric},
      from_{supernodes, supernodes.levels()},
      to_{supernodes, supernodes.levels()} {}

/// Asks for the weights of a block before they are needed: below the top of the tree, nobody else
/// has asked for them lately.
template <HierarchyWeight W>
void PairSearch<W>::fetch(const Step& step, std::span<const W> weight) const {
  constexpr std::size_t line = 64 / sizeof(W);
  constexpr std::size_t most = 16;
  const Block block = supernodes_->block_by_level(step.node, step.rank);
  __builtin_prefetch(block.heads);
  const std::size_t size = std::size_t{block.rows} * block.width;
  const W* const first = weight.data() + block.first_edge;
  for (std::size_t i = 0; i < std::min(size, most * line); i += line) __builtin_prefetch(first + i);
}

template <HierarchyWeight W>
void PairSearch<W>::walk(Rank from, Rank to) {
  from_steps_.clear();
  to_steps_.clear();
  Step a{supernodes_->node_of(from), from};
  Step b{supernodes_->node_of(to), to};
  const auto pass = [&](Step& step, std::vector<Step>& steps, std::span<const W> weight) {
    steps.push_back(step);
    fetch(step, weight);
    step = {supernodes_->next(step.node), supernodes_->next_rank(step.node)};
  };
  while (a.node != Supernodes::none && b.node != Supernodes::none) {
    pass(a, from_steps_, metric_->up());
    pass(b, to_steps_, metric_->down());
  }
  while (a.node != Supernodes::none) pass(a, from_steps_, metric_->up());
  while (b.node != Supernodes::none) pass(b, to_steps_, metric_->down());
}

/// Relaxes the members of a step's block that are below `end`.
template <HierarchyWeight W>
void PairSearch<W>::climb_from(const Step& step, Rank end, const QueryKernels<W>& kernels) {
  Block block = supernodes_->block_by_level(step.node, step.rank);
  block.rows = std::min(block.rows, end - step.rank);
  kernels.climb(from_.task(block, metric_->up()), unreachable<W>);
}

template <HierarchyWeight W>
void PairSearch<W>::climb_to(const Step& step, Rank end, const QueryKernels<W>& kernels) {
  Block block = supernodes_->block_by_level(step.node, step.rank);
  block.rows = std::min(block.rows, end - step.rank);
  kernels.climb(to_.task(block, metric_->down()), unreachable<W>);
}

template <HierarchyWeight W>
void PairSearch<W>::meet(const Step& step, const QueryKernels<W>& kernels, Meeting<W>& meeting) {
  const Block block = supernodes_->block_by_level(step.node, step.rank);
  kernels.meet(from_.task(block, metric_->up()), to_.task(block, metric_->down()), meeting);
}

template <HierarchyWeight W>
Rank PairSearch<W>::rank_at(std::size_t level) const {
  for (const Step& step : from_steps_) {
    const std::size_t first = supernodes_->level(step.node, step.rank);
    const std::size_t rows = supernodes_->block_by_level(step.node, step.rank).rows;
    if (level < first + rows) return static_cast<Rank>(step.rank + (level - first));
  }
  return no_rank;
}

template <HierarchyWeight W>
Meeting<W> PairSearch<W>::run(const Entry<W>& from, const Entry<W>& to,
                              const QueryKernels<W>& kernels) {
  walk(from.rank, to.rank);
  const auto enter = [&](QuerySide<W>& side, const Entry<W>& entry) {
    const std::size_t level = supernodes_->level(entry.rank);
    side.enter(level, entry.value);
    return level;
  };
  const std::size_t from_level = enter(from_, from);
  const std::size_t to_level = enter(to_, to);
  std::size_t i = from_steps_.size();
  std::size_t j = to_steps_.size();
  while (i > 0 && j > 0 && from_steps_[i - 1].node == to_steps_[j - 1].node) --i, --j;
  for (std::size_t k = 0; k < i; ++k) climb_from(from_steps_[k], no_rank, kernels);
  for (std::size_t k = 0; k < j; ++k) climb_to(to_steps_[k], no_rank, kernels);
  Meeting<W> meeting;
  if (i < from_steps_.size()) {
    // Only the higher of the two ranks, and what is above it, is on both walks.
    const Step& a = from_steps_[i];
    const Step& b = to_steps_[j];
    if (a.rank < b.rank) climb_from(a, b.rank, kernels);
    if (b.rank < a.rank) climb_to(b, a.rank, kernels);
    meet({a.node, std::max(a.rank, b.rank)}, kernels, meeting);
    while (++i < from_steps_.size()) meet(from_steps_[i], kernels, meeting);
  }
  from_.reset(from_level, supernodes_->levels() - from_level);
  to_.reset(to_level, supernodes_->levels() - to_level);
  return meeting;
}

template class PairSearch<std::uint32_t>;
template class PairSearch<Weight>;

}  // namespace corridor::detail
