#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "corridor/flow/max_flow.hpp"

namespace corridor {

/// The residual graph of a maximum flow, packed: all arcs between two vertices, of either direction
/// and however many, are one pair of halves that faces both ways. Loops and pairs without capacity
/// are left out.
class FlowNetwork {
 public:
  /// A half seen from its tail: half ^ 1 is the way back.
  struct Step {
    std::uint32_t head;
    std::uint32_t half;
  };

  /// Throws as max_flow does.
  FlowNetwork(const Graph& graph, std::span<const Tonnage> capacity);

  std::uint32_t vertex_count() const { return static_cast<std::uint32_t>(first_.size() - 1); }
  std::uint32_t half_count() const { return static_cast<std::uint32_t>(left_.size()); }
  std::span<const Step> steps(std::uint32_t vertex) const {
    return {steps_.data() + first_[vertex], steps_.data() + first_[vertex + 1]};
  }
  Tonnage left(std::uint32_t half) const { return left_[half]; }
  void push(std::uint32_t half, Tonnage amount) {
    left_[half] -= amount;
    left_[half ^ 1U] += amount;
  }

  /// Sends a flow of the graph that fits.
  void carry(const Graph& graph, const IdVector<ArcId, Tonnage>& flow);

  /// More than any cut of limited arcs: a flow of it is unlimited.
  Tonnage beyond_all() const { return beyond_all_; }

  /// What the arcs carry now: where they run both ways between two vertices, only one way is used.
  IdVector<ArcId, Tonnage> flow(const Graph& graph, std::span<const Tonnage> capacity) const;

 private:
  static constexpr std::uint32_t no_pair = std::numeric_limits<std::uint32_t>::max();

  void pair_up(const Graph& graph, std::span<const Tonnage> capacity);
  void list_steps(std::size_t vertices);
  void add(std::size_t half, Tonnage tonnes);

  Tonnage beyond_all_ = 0;
  std::vector<std::uint32_t> first_;  // by vertex, and one past the last: of its steps
  std::vector<Step> steps_;
  std::vector<Tonnage> left_;               // by half
  std::vector<Tonnage> whole_;              // by half: its capacity
  std::vector<ArcEnds> ends_;               // by pair
  IdVector<ArcId, std::uint32_t> half_of_;  // no_pair of arcs that carry nothing
};

}  // namespace corridor
