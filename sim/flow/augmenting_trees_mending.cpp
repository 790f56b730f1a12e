#include <algorithm>

#include "flow/augmenting_trees.hpp"

namespace corridor {

/// Level by level from the root, so that whatever could hold a vertex up is itself settled.
template <AugmentingTrees::Side side>
void AugmentingTrees::adopt_orphans() {
  if (orphans_.empty()) return;
  deepest_ = 0;
  Depth depth = unreached;
  for (const Vertex v : orphans_) {
    depth = std::min(depth, depth_of(v));
    put_in_bucket(v, depth_of(v));
  }
  orphans_.clear();
  for (; depth <= deepest_; ++depth) {
    for (Vertex v = take_from_bucket(depth); v != none; v = take_from_bucket(depth)) {
      if (!find_parent<side>(v)) lose(v);
    }
  }
  if (!lost_.empty()) relabel_lost<side>();
}
template void AugmentingTrees::adopt_orphans<AugmentingTrees::source>();
template void AugmentingTrees::adopt_orphans<AugmentingTrees::sink>();

template <AugmentingTrees::Side side>
bool AugmentingTrees::find_parent(Vertex v) {
  const Label above = label_[v] - side;
  for (const FlowNetwork::Step& step : network_.steps(v)) {
    const std::uint32_t half = away<side>(step.half ^ 1U);
    if (label_[step.head] != above || !carries(half)) continue;
    link_[v] = {step.head, half};
    return true;
  }
  return false;
}

void AugmentingTrees::lose(Vertex v) {
  const Label below = label_[v] + (label_[v] > 0 ? source : sink);
  lost_.emplace_back(v, depth_of(v));
  label_[v] = 0;
  depth_if_lost_[v] = unreached;
  for (const FlowNetwork::Step& step : network_.steps(v)) {
    if (label_[step.head] != below || link_[step.head].parent != v) continue;
    link_[step.head].parent = orphan;
    put_in_bucket(step.head, depth_of(step.head));
  }
}

/// Finds how deep each lost vertex would hang from the rim of what is left of the tree, and returns
/// the least of these depths.
template <AugmentingTrees::Side side>
AugmentingTrees::Depth AugmentingTrees::seed_lost(Depth most_depth) {
  Depth least = most_depth + 1;
  for (const auto& [v, old_depth] : lost_) {
    Depth best = most_depth + 1;
    for (const FlowNetwork::Step& step : network_.steps(v)) {
      const std::uint32_t half = away<side>(step.half ^ 1U);
      if (label_[step.head] * side <= 0 || depth_of(step.head) + 1 >= best || !carries(half)) {
        continue;
      }
      best = depth_of(step.head) + 1;
      link_[v] = {step.head, half};
    }
    if (best > most_depth) continue;
    depth_if_lost_[v] = best;
    put_in_bucket(v, best);
    least = std::min(least, best);
  }
  return least;
}

/// Puts the lost vertices where a breadth-first search of the whole tree would have them, and lets
/// go of those that it would not have reached yet.
template <AugmentingTrees::Side side>
void AugmentingTrees::relabel_lost() {
  deepest_ = 0;
  Depth depth = seed_lost<side>(tree<side>().most_depth());
  for (; depth <= deepest_ || !wave_.empty(); ++depth) {
    std::swap(wave_, wave_above_);
    wave_.clear();
    for (const Vertex v : wave_above_) settle<side>(v, depth);
    for (Vertex v = take_from_bucket(depth); v != none; v = take_from_bucket(depth)) {
      settle<side>(v, depth);
    }
  }
  for (const auto& [v, old_depth] : lost_) {
    depth_if_lost_[v] = 0;
    if (label_[v] != 0 && depth_of(v) > old_depth) line_up<side>(v);
  }
  lost_.clear();
}

/// Has a vertex that sank be scanned on its new level, unless it was scanned above that level and
/// the level below is being filled, where nothing is left for it to find.
template <AugmentingTrees::Side side>
void AugmentingTrees::line_up(Vertex v) {
  Tree& mended = tree<side>();
  if (depth_of(v) > mended.level) {
    mended.next.push_back(v);
  } else if (depth_of(v) == mended.level && !mended.growing) {
    mended.front.push_back(v);
  }
}

/// Hangs a lost vertex at a depth, unless it hangs already, and asks its lost neighbours to follow.
template <AugmentingTrees::Side side>
void AugmentingTrees::settle(Vertex v, Depth depth) {
  if (label_[v] != 0) return;
  label_[v] = static_cast<Label>(side * static_cast<Label>(depth));
  if (depth == tree<side>().most_depth()) return;
  for (const FlowNetwork::Step& step : network_.steps(v)) {
    const std::uint32_t half = away<side>(step.half);
    if (depth_if_lost_[step.head] <= depth + 1 || label_[step.head] != 0 || !carries(half)) {
      continue;
    }
    depth_if_lost_[step.head] = depth + 1;
    link_[step.head] = {v, half};
    wave_.push_back(step.head);
  }
}

}  // namespace corridor
