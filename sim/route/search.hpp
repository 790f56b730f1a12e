#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"

#include "route/length_heap.hpp"

namespace corridor {

/// Position in a search space: a vertex, or a vertex in a stage of a query.
using StateIndex = std::uint32_t;

/// What a search knows of a state: the best way to it so far.
struct Label {
  Weight distance = infinite_weight;
  std::uint32_t hops = 0;
  StateIndex parent_state = 0;
  ArcId parent;
};

/// A lower bound on what is left from a state to the target, in weight and then in arcs. It must be
/// consistent: no arc takes it down by more than it costs.
struct NothingKnown {
  Weight distance(StateIndex) const { return 0; }
  std::uint32_t hops(StateIndex) const { return 0; }
};

/// Distances found by a search from the target backwards: the best bound there is.
struct ExactRemainder {
  const std::vector<Label>& to_target;
  Weight distance(StateIndex state) const { return to_target[state].distance; }
  std::uint32_t hops(StateIndex state) const { return to_target[state].hops; }
};

/// Dijkstra's algorithm, or A* with an estimate, over states with lengths (weight, 1) in
/// lexicographic order. Every arc adds to the hops, so arcs of no weight make no loops, and labels
/// are final when they come up. A tie keeps the lowest (arc, state before it): a rule on the labels
/// alone, whatever the order of the queue. O((n + m) log m) for n states and m arcs. A Search keeps
/// its arrays for the next question.
class Search {
 public:
  explicit Search(std::size_t states) : labels_(states) {}

  static constexpr StateIndex no_target = UINT32_MAX;

  /// Labels all states that can be reached from `start`; with a target, those that are not farther
  /// (by distance plus estimate) than the target.
  template <class Space, class Estimate = NothingKnown>
  void run(const Space& space, std::span<const Weight> weight, StateIndex start, StateIndex target,
           const Estimate& estimate = {}) {
    reset();
    if (estimate.distance(start) >= infinite_weight) return;
    labels_[start].distance = 0;
    touched_.push_back(start);
    queue_.push(key(start, estimate));
    while (!queue_.empty()) {
      const QueueEntry entry = queue_.top();
      if (target != no_target && labels_[target].distance < infinite_weight &&
          entry.is_longer_than(key(target, estimate))) {
        break;
      }
      queue_.pop();
      const StateIndex state = entry.state();
      if (key(state, estimate) < entry) continue;  // a better one was pushed since
      space.expand(state, [&](ArcId arc, StateIndex next) {
        relax(state, arc, weight[arc.index()], next, estimate);
      });
    }
  }

  const std::vector<Label>& labels() const { return labels_; }

 private:
  template <class Estimate>
  QueueEntry key(StateIndex state, const Estimate& estimate) const {
    const Label& label = labels_[state];
    return {label.distance + estimate.distance(state), label.hops + estimate.hops(state), state};
  }

  template <class Estimate>
  void relax(StateIndex state, ArcId arc, Weight weight, StateIndex next,
             const Estimate& estimate) {
    assert(weight >= 0);
    if (weight >= infinite_weight) return;
    const Weight distance = labels_[state].distance + weight;
    const std::uint32_t hops = labels_[state].hops + 1;
    Label& label = labels_[next];
    if (distance > label.distance || distance >= infinite_weight) return;
    if (distance == label.distance && hops >= label.hops) {
      const bool lower = arc < label.parent || (arc == label.parent && state < label.parent_state);
      if (hops == label.hops && lower) {
        label.parent = arc;
        label.parent_state = state;
      }
      return;
    }
    if (estimate.distance(next) >= infinite_weight) return;
    if (label.distance == infinite_weight) touched_.push_back(next);
    label = {distance, hops, state, arc};
    queue_.push(key(next, estimate));
  }

  void reset() {
    for (const StateIndex state : touched_) labels_[state] = {};
    touched_.clear();
    queue_.clear();
  }

  std::vector<Label> labels_;
  std::vector<StateIndex> touched_;
  LengthHeap queue_;
};

}  // namespace corridor
