#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "flow/flow_network.hpp"

namespace corridor {

/// Maximum flow on a FlowNetwork by two breadth-first trees, one from the sources and one to the
/// sinks, that grow towards each other level by level. Where they meet, an augmenting path is as
/// short as can be; what it cuts off its tree is hung elsewhere or let go (incremental
/// breadth-first search: Goldberg, Hed, Kaplan, Tarjan and Werneck 2011). A cut-off part is
/// relabelled as a whole by one search from its rim (Ramalingam and Reps 1996), so that labels
/// never climb step by step. Rounds of falling grain, which use only halves with at least so much
/// left, spare the many paths of few tonnes (Gabow 1985).
class AugmentingTrees {
 public:
  using Vertex = std::uint32_t;

  explicit AugmentingTrees(FlowNetwork& network);

  /// Sends all that fits from the sources to the sinks, which must share no vertex, on top of what
  /// was sent before, and returns how much: beyond_all at least if it is unlimited.
  Tonnage send(std::span<const VertexId> sources, std::span<const VertexId> sinks);

  /// After send: whether the vertex is on the sources' side of some minimum cut, always the same.
  bool is_before_cut(Vertex v) const {
    return trees_[0].front.empty() ? label_[v] > 0 : label_[v] >= 0;
  }
  /// Grows both trees to their ends: to what the sources reach over what is left, and to what
  /// reaches the sinks.
  void complete();
  bool on_source_side(Vertex v) const { return label_[v] > 0; }
  bool on_sink_side(Vertex v) const { return label_[v] < 0; }

  /// Takes back what the last send sent.
  void take_back();

 private:
  enum Side : std::int32_t { source = 1, sink = -1 };
  using Label = std::int32_t;   // 1 + steps from the sources, -1 - steps to the sinks, 0 in no tree
  using Depth = std::uint32_t;  // the same without its sign
  static constexpr Vertex none = std::numeric_limits<Vertex>::max();
  static constexpr Vertex orphan = none - 1;
  static constexpr Depth unreached = std::numeric_limits<Depth>::max();

  struct Link {
    Vertex parent = none;    // none of roots; of an orphan, orphan
    std::uint32_t half = 0;  // from the parent to the vertex, or to the parent in the sinks' tree
  };
  struct Tree {
    Depth level = 1;  // of `front`
    bool growing = false;
    std::vector<Vertex> front;  // to scan; those with another label by now are skipped
    std::vector<Vertex> next;   // their children
    Depth most_depth() const { return growing ? level + 1 : level; }
  };

  template <Side side>
  Tree& tree() {
    return trees_[side == source ? 0 : 1];
  }
  /// Of a step from the vertex nearer the root, the half that flow takes.
  template <Side side>
  static std::uint32_t away(std::uint32_t half) {
    return side == source ? half : half ^ 1U;
  }
  bool carries(std::uint32_t half) const { return network_.left(half) >= grain_; }
  Depth depth_of(Vertex v) const {
    return static_cast<Depth>(label_[v] < 0 ? -label_[v] : label_[v]);
  }

  template <Side side>
  void plant(std::span<const VertexId> roots);
  template <Side side>
  Tonnage most_across() const;
  template <Side side>
  void grow();
  template <Side side>
  void scan(Vertex v);
  void augment(Vertex from, Vertex to, std::uint32_t half);
  Tonnage room_to_root(Vertex v) const;
  void push_to_root(Vertex v, Tonnage amount);
  void push(std::uint32_t half, Tonnage amount);

  template <Side side>
  void adopt_orphans();
  template <Side side>
  bool find_parent(Vertex v);
  void lose(Vertex v);
  template <Side side>
  void relabel_lost();
  template <Side side>
  Depth seed_lost(Depth most_depth);
  template <Side side>
  void settle(Vertex v, Depth depth);
  template <Side side>
  void line_up(Vertex v);
  void put_in_bucket(Vertex v, Depth depth) {
    next_in_bucket_[v] = bucket_[depth];
    bucket_[depth] = v;
    deepest_ = std::max(deepest_, depth);
  }
  Vertex take_from_bucket(Depth depth) {
    const Vertex v = bucket_[depth];
    if (v != none) bucket_[depth] = next_in_bucket_[v];
    return v;
  }

  FlowNetwork& network_;
  Tonnage grain_ = 1;
  std::vector<Label> label_;
  std::vector<Link> link_;
  std::array<Tree, 2> trees_;
  Tonnage sent_ = 0;
  std::vector<std::pair<std::uint32_t, Tonnage>> sent_along_;

  // What is in hand while a tree is mended. An orphan has lost its parent and may find another on
  // the same level; a lost vertex has found none, and has no label until it is settled.
  std::vector<Vertex> orphans_;
  std::vector<std::pair<Vertex, Depth>> lost_;  // with the depth that it had
  std::vector<Depth> depth_if_lost_;            // by vertex: the least known; 0 unless lost
  std::vector<Vertex> bucket_;                  // by depth: the first of its list
  std::vector<Vertex> next_in_bucket_;          // by vertex
  Depth deepest_ = 0;                           // of the buckets that may hold something
  std::vector<Vertex> wave_;                    // found from the depth above
  std::vector<Vertex> wave_above_;
};

}  // namespace corridor
