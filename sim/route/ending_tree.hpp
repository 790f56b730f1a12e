#pragma once

#include <cstdint>
#include <vector>

#include "corridor/core/id.hpp"

#include "route/search.hpp"

namespace corridor::detail {

/// A step against an arc: the arc, and the state before it.
struct Step {
  ArcId arc;
  StateIndex state = 0;
  friend auto operator<=>(const Step&, const Step&) = default;
};

/// Endings of paths as a tree, in which a common ending is held once. The root is the bare target;
/// a node is an ending that begins one arc before that of its parent.
class EndingTree {
 public:
  using Node = std::uint32_t;
  static constexpr Node none = UINT32_MAX;
  static constexpr Node root = 0;

  void clear(StateIndex target) {
    endings_.clear();
    endings_.push_back({none, none, none, 0, {ArcId{}, target}, 0});
  }

  Node add(Node parent, Step step, Weight weight) {
    const Ending& after = endings_[parent];
    const auto node = static_cast<Node>(endings_.size());
    const Ending ending{parent,         none, after.first_child,
                        after.arcs + 1, step, after.weight + weight};
    endings_[parent].first_child = node;
    endings_.push_back(ending);
    return node;
  }

  StateIndex state(Node node) const { return endings_[node].step.state; }
  Step step(Node node) const { return endings_[node].step; }
  Node parent(Node node) const { return endings_[node].parent; }
  Weight weight(Node node) const { return endings_[node].weight; }
  std::uint32_t arcs(Node node) const { return endings_[node].arcs; }

  bool has_child(Node node, Step step) const {
    for (Node child = endings_[node].first_child; child != none;
         child = endings_[child].next_sibling) {
      if (endings_[child].step == step) return true;
    }
    return false;
  }

  /// Whether the ending `a` with one step more comes before the ending `b` with one more: by the
  /// step where they first differ from the target back, which there must be.
  bool is_before(Node a, Step step_a, Node b, Step step_b) const {
    while (endings_[a].arcs > endings_[b].arcs) step_a = climb(a);
    while (endings_[b].arcs > endings_[a].arcs) step_b = climb(b);
    while (a != b) {
      step_a = climb(a);
      step_b = climb(b);
    }
    return step_a < step_b;
  }

 private:
  struct Ending {
    Node parent;
    Node first_child;
    Node next_sibling;
    std::uint32_t arcs;
    Step step;  // its first
    Weight weight;
  };

  Step climb(Node& node) const {
    const Ending& ending = endings_[node];
    node = ending.parent;
    return ending.step;
  }

  std::vector<Ending> endings_;
};

}  // namespace corridor::detail
