#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "flow/assignment_parts.hpp"
#include "flow/delay_table.hpp"

namespace corridor::detail {

/// What bushes are made on: the arcs of a problem sorted by head, so that what enters a vertex lies
/// side by side, with the volumes, times and slopes of now.
class BushNetwork {
 public:
  using Index = std::uint32_t;
  static constexpr Index none = std::numeric_limits<Index>::max();
  /// The cost of a closed arc and the distance of a vertex out of reach. Finite, so that no flow
  /// times such a cost is nothing; so large that all other costs vanish beside it.
  static constexpr double out_of_reach = 1e300;

  BushNetwork(const AssignmentProblem& problem, Principle principle);

  Index vertex_count() const { return static_cast<Index>(first_in_.size() - 1); }
  Index arc_count() const { return static_cast<Index>(tail_.size()); }
  Index tail(Index arc) const { return tail_[arc]; }
  Index head(Index arc) const { return head_[arc]; }
  std::span<const Index> tails() const { return tail_; }
  std::span<const Index> heads() const { return head_; }
  /// The arcs that enter a vertex: first_in(v) up to, but without, first_in(v + 1).
  Index first_in(Index vertex) const { return first_in_[vertex]; }
  /// The arcs that leave a vertex.
  std::span<const Index> out(Index vertex) const {
    return {out_.data() + first_out_[vertex], out_.data() + first_out_[vertex + 1]};
  }
  /// The arc's place in the problem.
  Index in_problem(Index arc) const { return in_problem_[arc]; }
  const DelayTable& delays() const { return delays_; }

  double volume(Index arc) const { return state_[arc].volume; }
  double slope(Index arc) const { return state_[arc].slope; }
  /// What a class pays on each arc at the times of now.
  std::span<const double> costs(std::size_t of_class) const {
    return {costs_.data() + of_class * arc_count(), arc_count()};
  }
  bool is_open(Index arc, std::size_t of_class) const {
    return costs_[of_class * arc_count() + arc] < out_of_reach;
  }

  void set_volume(Index arc, double volume) {
    state_[arc].volume = volume;
    const TimeAndSlope now = delays_.at(arc, volume > 0 ? volume : 0);
    state_[arc].slope = now.slope;
    for (std::size_t at = arc; at < costs_.size(); at += arc_count()) {
      costs_[at] = now.time + fixed_[at];
    }
  }
  void add(Index arc, double volume) { set_volume(arc, state_[arc].volume + volume); }

 private:
  struct State {
    double volume;
    double slope;
  };

  std::vector<Index> first_in_;
  std::vector<Index> tail_;
  std::vector<Index> head_;
  std::vector<Index> first_out_;
  std::vector<Index> out_;
  std::vector<Index> in_problem_;
  DelayTable delays_;
  std::vector<State> state_;
  std::vector<double> fixed_;  // by class and arc
  std::vector<double> costs_;  // by class and arc
};

}  // namespace corridor::detail
