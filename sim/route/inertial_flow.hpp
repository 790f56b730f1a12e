#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "route/order_graph.hpp"

namespace corridor::detail {

/// The most vertex-disjoint paths between two sets of vertices, and with them the fewest vertices
/// that part the sets (Menger), which may be taken from the sets themselves. Both sets may grow
/// after an answer; the paths stay, and where no more are found, so does what was reached.
///
/// Augmenting walks (Ford and Fulkerson 1956) on the graph of split vertices, which is never built:
/// state 2v is arrival at v, state 2v + 1 departure from it, and a path over v joins them. Many
/// walks share one round, in which no state is entered twice, and each tries first what lies
/// farthest ahead, so that the first round finds most paths. O(m) a round.
class DisjointPaths {
 public:
  enum class Side : std::uint8_t { cut, one, other };  // the sources are on the one

  /// Starts on a graph with empty sets. `ahead`, by vertex, grows from sources to targets. Both
  /// must outlive the questions.
  void start(const SimpleGraph& graph, std::span<const std::int32_t> ahead);
  void add_source(std::uint32_t vertex);
  void add_target(std::uint32_t vertex);

  /// Adds paths until there are no more, or more than `limit`; returns how many there are. If they
  /// are within the limit, the two extreme cuts of as many vertices are known: the one nearest to
  /// the sources, ...
  std::size_t maximise(std::size_t limit);

  Side by_source_cut(std::uint32_t v) const {
    if (reached_[departure(v)] >= round_) return Side::one;
    return reached_[arrival(v)] >= round_ ? Side::cut : Side::other;
  }
  /// ... and the one nearest to the targets.
  Side by_target_cut(std::uint32_t v) const {
    if (leads_[arrival(v)] >= backward_round_) return Side::other;
    return leads_[departure(v)] >= backward_round_ ? Side::cut : Side::one;
  }

 private:
  using State = std::uint32_t;
  enum class End : std::uint8_t { none, source, target };
  static constexpr std::uint32_t nowhere = UINT32_MAX;      // no path here
  static constexpr std::uint32_t outside = UINT32_MAX - 1;  // before a source, after a target
  static constexpr std::uint32_t always = UINT32_MAX;       // in all rounds

  static constexpr State arrival(std::uint32_t vertex) { return 2 * vertex; }
  static constexpr State departure(std::uint32_t vertex) { return 2 * vertex + 1; }
  static constexpr std::uint32_t vertex_of(State state) { return state / 2; }
  static constexpr bool is_arrival(State state) { return state % 2 == 0; }

  bool on_path(std::uint32_t v) const { return before_[v] != nowhere; }
  void retire_inner(std::vector<std::uint32_t>& set, std::vector<std::uint32_t>& marks);
  bool find_paths();
  bool walk(State from);
  State next_state(State state);
  std::uint32_t next_neighbour(std::uint32_t v);
  void enter(State state);
  void add_found_path();
  void search_back();
  void lead(State state);

  const SimpleGraph* graph_ = nullptr;
  std::span<const std::int32_t> ahead_;
  std::vector<End> end_;
  std::vector<std::uint32_t> sources_;  // those that walks start from
  std::vector<std::uint32_t> targets_;
  std::vector<std::uint32_t> before_;  // by vertex: where the path over it comes from
  std::vector<std::uint32_t> after_;   // and where it goes on to
  std::size_t paths_ = 0;
  std::vector<std::uint32_t> reached_;  // by state: the last round in which sources led to it
  std::vector<std::uint32_t> leads_;    // and in which it led to targets
  std::uint32_t round_ = 1;
  std::uint32_t backward_round_ = 1;
  std::vector<std::uint32_t> next_;  // by vertex: the next neighbour to try on departure
  std::vector<State> found_;         // the walk
  std::vector<State> queue_;
};

}  // namespace corridor::detail
