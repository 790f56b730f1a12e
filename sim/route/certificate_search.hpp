#pragma once

#include <utility>
#include <vector>

#include "route/certificate_states.hpp"

namespace corridor::detail {

/// A* on the exact distances to the target, for the cheapest of paths of which some steps are
/// forbidden, if it weighs less than a limit.
class CertificateSearch {
 public:
  using State = CertificateStates::State;
  using Step = CertificateStates::Step;

  /// The states must outlive it.
  explicit CertificateSearch(const CertificateStates& states)
      : states_{states}, distance_(states.count(), infinite_weight), before_(states.count()) {}

  /// Forgets what was found; paths of `limit` or more are none.
  void restart(Weight limit) {
    for (const State state : touched_) distance_[state] = infinite_weight;
    touched_.clear();
    queue_ = {};
    limit_ = limit;
  }
  /// Lets paths begin at a state, if nothing cheaper leads to it. The step is that before.
  void reach(State state, Weight distance, State from, const Step& step) {
    if (states_.onward(state) >= limit_ - distance || distance >= distance_[state]) return;
    if (distance_[state] == infinite_weight) touched_.push_back(state);
    distance_[state] = distance;
    before_[state] = {from, step};
    queue_.push({distance + states_.onward(state), state});
  }
  /// Whether steps that may_take(step, next state) allows lead to the target.
  template <class MayTake>
  bool reaches_target(const MayTake& may_take) {
    while (!queue_.empty()) {
      const auto [sum, at] = queue_.top();
      queue_.pop();
      if (at == states_.target()) return true;
      const Weight distance = distance_[at];
      if (sum != distance + states_.onward(at)) continue;
      states_.for_steps(at, [&, at = at](const Step& step, State next, Weight weight) {
        if (may_take(step, next)) reach(next, distance + weight, at, step);
      });
    }
    return false;
  }
  /// Of a state that was reached: the state before, and the step from there.
  const std::pair<State, Step>& before(State state) const { return before_[state]; }

 private:
  const CertificateStates& states_;
  Weight limit_ = 0;
  CertificateStates::Queue queue_;
  std::vector<Weight> distance_;
  std::vector<std::pair<State, Step>> before_;
  std::vector<State> touched_;
};

}  // namespace corridor::detail
