#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "route/pareto_buckets.hpp"
#include "route/pareto_space.hpp"

namespace corridor::detail {

/// Cheapest paths by one of two objectives, and by the other among these: a search that can be
/// stopped at a limit and taken up again. Within a bucket labels are corrected, not set, which
/// saves it any order.
template <class W, Direction direction>
class Reach {
 public:
  explicit Reach(std::size_t objective) : objective_{objective} {}

  /// `largest_step`: the most that an arc may add to a key.
  void start(const TwoSpace<W>& space, StateIndex state, W largest_step) {
    for (const StateIndex old : touched_) label_[old] = {unreached<W>, unreached<W>};
    touched_.clear();
    label_.resize(space.stages().state_count(), {unreached<W>, unreached<W>});
    front_.clear();
    queue_.start(largest_step);
    label_[state] = {0, 0};
    touched_.push_back(state);
    queue_.push(0, {0, state});
  }

  /// Goes on until all keys up to last() are done, whatever it has come to be by then. A state's
  /// key is its cost and a consistent estimate of what is left, less `base`; keys above `most` are
  /// dropped. estimate() is unreached<W> where the search is to keep out; states that useful()
  /// refuses are not passed.
  struct Keys {
    W base;
    W most;
  };
  template <class Last, class Estimate, class Useful>
  void run(const TwoSpace<W>& space, Keys keys, const Last& last, const Estimate& estimate,
           const Useful& useful) {
    while (queue_.least_key() <= last()) {
      queue_.take(front_);
      while (!front_.empty()) {
        const Entry entry = front_.back();
        front_.pop_back();
        if (label_[entry.state][0] != entry.cost || !useful(entry.state)) continue;
        expand(space, entry.state, keys, estimate);
      }
    }
  }

  bool has_reached(StateIndex state) const { return label_[state][0] < unreached<W>; }
  W cost(StateIndex state) const { return label_[state][0]; }
  W other_cost(StateIndex state) const { return label_[state][1]; }
  /// All states with a label, each once.
  const std::vector<StateIndex>& touched() const { return touched_; }

 private:
  struct Entry {
    W cost;
    StateIndex state;
  };

  template <class Estimate>
  void expand(const TwoSpace<W>& space, StateIndex state, Keys keys, const Estimate& estimate) {
    const Pair<W> here = label_[state];
    space.template expand<direction>(state, [&](StateIndex next, const auto& arc) {
      const W cost = here[0] + arc.cost[objective_];
      const W other = here[1] + arc.cost[1 - objective_];
      Pair<W>& label = label_[next];
      if (cost > label[0] || (cost == label[0] && other >= label[1])) return;
      const W left = estimate(next);
      if (left >= unreached<W>) return;
      const W key = cost + left - keys.base;
      if (key > keys.most) return;
      if (label[0] == unreached<W>) touched_.push_back(next);
      label = {cost, other};
      if (queue_.in_front(key)) {
        front_.push_back({cost, next});
      } else {
        queue_.push(key, {cost, next});
      }
    });
  }

  std::size_t objective_;
  std::vector<Pair<W>> label_;  // by state: cost by the objective, then by the other
  std::vector<StateIndex> touched_;
  std::vector<Entry> front_;
  BucketQueue<Entry> queue_;
};

}  // namespace corridor::detail
