#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "route/ending_tree.hpp"
#include "route/search.hpp"
#include "route/space.hpp"

namespace corridor::detail {

/// A set of states that is emptied in no time.
class Marks {
 public:
  void resize(std::size_t states) {
    if (marks_.size() < states) marks_.resize(states, 0);
  }
  void clear() {
    if (++current_ != 0) return;
    std::ranges::fill(marks_, 0U);
    current_ = 1;
  }
  void add(StateIndex state) { marks_[state] = current_; }
  bool contains(StateIndex state) const { return marks_[state] == current_; }

 private:
  std::vector<std::uint32_t> marks_;
  std::uint32_t current_ = 1;
};

/// What is left of a query's states, against the arcs, to somebody who leaves an ending: not its
/// states, and not the steps by which others have left it before.
struct BesideEnding {
  StagedBackward space;
  const Marks& on_ending;
  const EndingTree& endings;
  EndingTree::Node node;

  template <class Visit>
  void expand(StateIndex state, const Visit& visit) const {
    const bool leaves = state == endings.state(node);
    space.expand(state, [&](ArcId arc, StateIndex before) {
      if (on_ending.contains(before)) return;
      if (leaves && endings.has_child(node, {arc, before})) return;
      visit(arc, before);
    });
  }
};

/// The best path, or a bound on it, of those that leave the tree of endings at `node`: by `step`,
/// and on along the steps from `first_rest` on or, where there are none, along the tree of cheapest
/// paths.
struct Candidate {
  static constexpr std::uint32_t by_tree = UINT32_MAX;

  Weight weight = infinite_weight;
  std::uint32_t arcs = 0;
  EndingTree::Node node = EndingTree::none;
  Step step;
  std::uint32_t first_rest = by_tree;

  bool is_better_than(const Candidate& other, const EndingTree& endings) const {
    if (weight != other.weight) return weight < other.weight;
    if (arcs != other.arcs) return arcs < other.arcs;
    return endings.is_before(node, step, other.node, other.step);
  }
};

}  // namespace corridor::detail
