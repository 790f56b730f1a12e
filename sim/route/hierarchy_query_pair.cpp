#include "route/hierarchy_query_pair.hpp"

#include <algorithm>
#include <span>

namespace corridor::detail {

namespace {

/// Asks for the weights of a block before they are needed: below the top of the tree, nobody else
/// has asked for them lately.
template <HierarchyWeight W>
void fetch(const Block& block, std::span<const W> weight) {
  constexpr std::size_t line = 64 / sizeof(W);
  constexpr std::size_t most = 16;
  __builtin_prefetch(block.heads);
  const std::size_t size = std::size_t{block.rows} * block.width;
  const W* const first = weight.data() + block.first_edge;
  for (std::size_t i = 0; i < std::min(size, most * line); i += line) __builtin_prefetch(first + i);
}

}  // namespace

template <HierarchyWeight W>
PairSearch<W>::PairSearch(const Supernodes& supernodes, const HierarchyMetric<W>& metric)
    : supernodes_{&supernodes},
      metric_{&metric},
      from_{{supernodes, supernodes.levels()}, {}},
      to_{{supernodes, supernodes.levels()}, {}} {}

template <HierarchyWeight W>
void PairSearch<W>::pass(Walk& walk, Supernodes::Index& node, Rank& rank,
                         std::span<const W> weight) const {
  const Step& step = walk.steps.emplace_back(Step{node, supernodes_->block_by_level(node, rank)});
  fetch(step.block, weight);
  rank = supernodes_->next_rank(node);
  node = supernodes_->next(node);
}

/// Lists the blocks of both walks, by turns: what one waits for does not hold up the other.
template <HierarchyWeight W>
void PairSearch<W>::walk(Rank from, Rank to) {
  from_.steps.clear();
  to_.steps.clear();
  Supernodes::Index a = supernodes_->node_of(from);
  Supernodes::Index b = supernodes_->node_of(to);
  while (a != Supernodes::none && b != Supernodes::none) {
    pass(from_, a, from, metric_->up());
    pass(to_, b, to, metric_->down());
  }
  while (a != Supernodes::none) pass(from_, a, from, metric_->up());
  while (b != Supernodes::none) pass(to_, b, to, metric_->down());
}

template <HierarchyWeight W>
void PairSearch<W>::climb(Walk& walk, const Block& block, std::span<const W> weight,
                          const QueryKernels<W>& kernels) {
  kernels.climb(walk.side.task(block, weight), unreachable<W>);
}

template <HierarchyWeight W>
Meeting<W> PairSearch<W>::run(const Entry<W>& from, const Entry<W>& to,
                              const QueryKernels<W>& kernels) {
  walk(from.rank, to.rank);
  const std::uint32_t from_level = from_.steps.front().block.first;
  const std::uint32_t to_level = to_.steps.front().block.first;
  from_.side.enter(from_level, from.value);
  to_.side.enter(to_level, to.value);
  std::size_t i = from_.steps.size();
  std::size_t j = to_.steps.size();
  while (i > 0 && j > 0 && from_.steps[i - 1].node == to_.steps[j - 1].node) {
    --i;
    --j;
  }
  for (std::size_t k = 0; k < i; ++k) climb(from_, from_.steps[k].block, metric_->up(), kernels);
  for (std::size_t k = 0; k < j; ++k) climb(to_, to_.steps[k].block, metric_->down(), kernels);
  Meeting<W> meeting;
  if (i < from_.steps.size()) {
    // Only the higher of the two levels, and what is above it, is on both walks.
    Block a = from_.steps[i].block;
    Block b = to_.steps[j].block;
    const Block first = a.first > b.first ? a : b;
    a.rows = std::min(a.rows, first.first - a.first);
    b.rows = std::min(b.rows, first.first - b.first);
    if (a.rows > 0) climb(from_, a, metric_->up(), kernels);
    if (b.rows > 0) climb(to_, b, metric_->down(), kernels);
    const auto meet = [&](const Block& block) {
      kernels.meet(from_.side.task(block, metric_->up()), to_.side.task(block, metric_->down()),
                   meeting);
    };
    meet(first);
    while (++i < from_.steps.size()) meet(from_.steps[i].block);
  }
  from_.side.reset(from_level, supernodes_->levels() - from_level);
  to_.side.reset(to_level, supernodes_->levels() - to_level);
  return meeting;
}

/// Follows the edges from label to label. Those of a step are consecutive, and row by row.
template <HierarchyWeight W>
void PairSearch<W>::trace(const Walk& walk, std::uint32_t level, std::vector<EdgeIndex>& edges) {
  edges.clear();
  std::size_t step = walk.steps.size();
  for (EdgeIndex edge = walk.side.last_edge(level); edge != no_edge;
       edge = walk.side.last_edge(level)) {
    edges.push_back(edge);
    while (step == walk.steps.size() || walk.steps[step].block.first_edge > edge) --step;
    const Block& block = walk.steps[step].block;
    level = block.first;
    std::uint32_t width = block.width;
    for (EdgeIndex place = edge - block.first_edge; place >= width; --width, ++level) {
      place -= width;
    }
  }
}

template <HierarchyWeight W>
void PairSearch<W>::trace_from(std::uint32_t level, std::vector<EdgeIndex>& edges) const {
  trace(from_, level, edges);
}

template <HierarchyWeight W>
void PairSearch<W>::trace_to(std::uint32_t level, std::vector<EdgeIndex>& edges) const {
  trace(to_, level, edges);
}

template class PairSearch<std::uint32_t>;
template class PairSearch<Weight>;

}  // namespace corridor::detail
