#include "route/lane_trees.hpp"

#include <algorithm>
#include <cassert>

#include "route/hierarchy_query_ends.hpp"

namespace corridor::detail {

LaneTrees::LaneTrees(const Graph& graph, const HierarchyLanes<Weight>& lanes)
    : graph_{&graph},
      lanes_{&lanes},
      width_{lanes.lanes()},
      kernels_{width_ == 8 ? kernels<Weight>().lanes_8 : kernels<Weight>().lanes_16},
      supernodes_{lanes.hierarchy()},
      ancestors_{supernodes_},
      labels_(lanes.hierarchy().size() * width_, infinite_weight),
      bound_(width_, infinite_weight) {
  for (Rank rank = 0; rank < lanes.hierarchy().size(); ++rank) {
    const Supernodes::Index node = supernodes_.node_of(rank);
    if (rank > 0 && supernodes_.node_of(rank - 1) == node) continue;
    blocks_.push_back(supernodes_.block(node, rank));
  }
}

void LaneTrees::lower(std::size_t lane, Rank rank, Weight value) {
  if (value >= infinite_weight) return;
  Weight& label = labels_[rank * width_ + lane];
  label = std::min(label, value);
  ancestors_.add(rank, from_side);
}

/// A root that the hierarchy leaves out enters it over its arcs.
void LaneTrees::start(std::size_t lane, VertexId root, Direction direction,
                      std::span<const Weight> weights) {
  const Hierarchy& hierarchy = lanes_->hierarchy();
  if (hierarchy.rank(root) != no_rank) return lower(lane, hierarchy.rank(root), 0);
  for_arcs(*graph_, root, direction, [&](ArcId arc, VertexId other) {
    const Rank rank = hierarchy.rank(other);
    if (rank != no_rank) lower(lane, rank, weights[arc.index() * width_ + lane]);
  });
}

std::span<const Weight> LaneTrees::run(std::span<const VertexId> roots, Direction direction,
                                       std::span<const Weight> weights) {
  assert(roots.size() <= width_);
  std::fill(labels_.begin(), labels_.end(), infinite_weight);
  ancestors_.clear();
  for (std::size_t lane = 0; lane < roots.size(); ++lane) {
    if (roots[lane].valid()) start(lane, roots[lane], direction, weights);
  }
  const bool forward = direction == Direction::forward;
  const Weight* const up = (forward ? lanes_->up() : lanes_->down()).data();
  const Weight* const down = (forward ? lanes_->down() : lanes_->up()).data();
  ancestors_.visit([&](const Block& block, std::uint8_t) {
    kernels_.climb({block, up, labels_.data()}, bound_.data());
  });
  for (std::size_t i = blocks_.size(); i-- > 0;) {
    kernels_.descend({blocks_[i], down, labels_.data()});
  }
  return labels_;
}

}  // namespace corridor::detail
