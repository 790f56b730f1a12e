#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "corridor/flow/min_cost_flow.hpp"

namespace corridor {

/// The spanning tree of a network simplex method: parents, a preorder as a list in both directions,
/// depths and prices. What a walk to the root reads lies together; what a walk over a subtree reads
/// is an array each.
class BasisTree {
 public:
  using Node = std::uint32_t;
  static constexpr Node none = std::numeric_limits<Node>::max();

  /// How a node hangs on its parent.
  struct Hook {
    Node parent = none;
    std::uint32_t arc = 0;  // twice the number of the arc, and 1 if it leads to the parent
    Tonnage up = 0;         // how much more can be sent to the parent
    Tonnage down = 0;       // and back
    bool leads_up() const { return (arc & 1U) != 0; }
    std::uint32_t arc_number() const { return arc >> 1U; }
  };

  /// Nodes from 0, and a root that is one more.
  explicit BasisTree(Node nodes);

  Node root() const { return static_cast<Node>(hooks_.size() - 1); }
  Hook& hook(Node node) { return hooks_[node]; }
  const Hook& hook(Node node) const { return hooks_[node]; }
  Node depth(Node node) const { return depth_[node]; }
  FlowCost price(Node node) const { return price_[node]; }
  FlowCost& price(Node node) { return price_[node]; }
  const FlowCost* prices() const { return price_.data(); }
  /// Parents come before their children, the root first; after the last comes the root.
  Node next(Node node) const { return next_[node]; }
  Node previous(Node node) const { return previous_[node]; }

  /// Makes the order and the depths anew, once parents have been set.
  void rebuild();

  /// Cuts the tree above `top` and hangs what was below it by `bottom`, which was among it. All
  /// that moves changes its price by `rise`.
  void rehang(Node top, Node bottom, const Hook& hook, FlowCost rise);

 private:
  void follow(Node before, Node node) {
    next_[before] = node;
    previous_[node] = before;
  }
  Node move_through(Node first, Node last, Node sink, FlowCost rise);
  Node move_deeper(Node first, Node depth, Node sink, FlowCost rise);

  std::vector<Hook> hooks_;
  std::vector<Node> next_;
  std::vector<Node> previous_;
  std::vector<Node> depth_;
  std::vector<FlowCost> price_;
};

}  // namespace corridor
