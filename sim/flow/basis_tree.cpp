#include "flow/basis_tree.hpp"

#include <utility>

namespace corridor {

BasisTree::BasisTree(Node nodes)
    : hooks_(nodes + std::size_t{1}),
      next_(nodes + std::size_t{1}),
      previous_(nodes + std::size_t{1}),
      depth_(nodes + std::size_t{1}, 0),
      price_(nodes + std::size_t{1}, 0) {}

void BasisTree::rebuild() {
  // Children as linked lists, in the arrays that are about to be filled.
  std::vector<Node> first_child(hooks_.size(), none);
  std::vector<Node> sibling(hooks_.size(), none);
  for (Node v = root(); v-- > 0;) {
    sibling[v] = std::exchange(first_child[hooks_[v].parent], v);
  }
  Node last = root();
  std::vector<Node> open{first_child[last]};
  while (!open.empty()) {
    const Node v = open.back();
    open.pop_back();
    if (v == none) continue;
    depth_[v] = depth_[hooks_[v].parent] + 1;
    follow(std::exchange(last, v), v);
    open.push_back(sibling[v]);
    open.push_back(first_child[v]);
  }
  follow(last, root());
}

/// From `first` to `last` in order; `sink` is added to depths, and wraps round where it lifts.
BasisTree::Node BasisTree::move_through(Node first, Node last, Node sink, FlowCost rise) {
  for (Node v = first;; v = next_[v]) {
    price_[v] += rise;
    depth_[v] += sink;
    if (v == last) return last;
  }
}

/// From `first` on, as long as it goes deeper than `depth`, to the last of these.
BasisTree::Node BasisTree::move_deeper(Node first, Node depth, Node sink, FlowCost rise) {
  for (Node v = first;;) {
    price_[v] += rise;
    depth_[v] += sink;
    const Node following = next_[v];
    if (depth_[following] <= depth) return v;
    v = following;
  }
}

// The part that moves is turned round along the path from `bottom` to `top`: each node on it, with
// all that hangs on it but the part that has moved already, goes below the one before.
void BasisTree::rehang(Node top, Node bottom, const Hook& hook, FlowCost rise) {
  const Node before_all = previous_[top];
  Node after_all = next_[hook.parent];
  Node tail = hook.parent;
  Node child = none;
  Node before_child = none;
  Node end = none;  // what followed the part that has moved
  Hook above = hook;
  Node depth = depth_[hook.parent] + 1;
  for (Node node = bottom;; ++depth) {
    const Hook old = std::exchange(hooks_[node], above);
    const Node old_depth = depth_[node];
    const Node before = previous_[node];
    const Node sink = depth - old_depth;
    follow(tail, node);
    if (child == none) {
      tail = move_deeper(node, old_depth, sink, rise);
      end = next_[tail];
    } else {
      tail = move_through(node, before_child, sink, rise);
      if (depth_[end] > old_depth) {
        follow(tail, end);
        tail = move_deeper(end, old_depth, sink, rise);
        end = next_[tail];
      }
    }
    if (node == top) break;
    child = node;
    before_child = before;
    above = {node, old.arc ^ 1U, old.down, old.up};
    node = old.parent;
  }
  if (after_all == top) after_all = end;
  if (before_all != hook.parent) follow(before_all, end);
  follow(tail, after_all);
}

}  // namespace corridor
