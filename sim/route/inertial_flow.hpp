#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "route/order_graph.hpp"

namespace corridor::detail {

/// The most vertex-disjoint paths between two sets of vertices, and with them the fewest vertices
/// that part the sets (Menger), which may be taken from the sets themselves. Both sets may grow
/// after an answer; the paths found are kept. Dinic's algorithm (1970) on the graph of split
/// vertices, which is never built: state 2v is arrival at v, state 2v + 1 departure from it, and
/// a path over v joins them. O(m) a phase. Arrays are kept for the next graph.
class DisjointPaths {
 public:
  enum class End : std::uint8_t { none, source, target };

  /// Starts on a graph, which must outlive the questions, with empty sets.
  void start(const SimpleGraph& graph);
  void add_source(std::uint32_t vertex);
  void add_target(std::uint32_t vertex);
  End end_of(std::uint32_t vertex) const { return end_[vertex]; }

  /// Adds paths until there are no more, or more than `limit`; returns how many there are.
  std::size_t maximise(std::size_t limit);

  // The two extreme minimum cuts, once maximise has stayed within its limit. A vertex is in the
  // cut if paths arrive at it but cannot leave it: the cut nearest to the sources, ...
  void find_source_side();
  bool departs_from_sources(std::uint32_t v) const { return from_source_[2 * v + 1] != 0; }
  bool arrives_from_sources(std::uint32_t v) const { return from_source_[2 * v] != 0; }
  // ... and the one nearest to the targets, known without further search.
  bool arrives_at_targets(std::uint32_t v) const { return level_[2 * v] != unseen; }
  bool departs_to_targets(std::uint32_t v) const { return level_[2 * v + 1] != unseen; }

 private:
  using State = std::uint32_t;
  static constexpr std::uint32_t unseen = UINT32_MAX;
  static constexpr std::uint32_t nowhere = UINT32_MAX;      // no path here
  static constexpr std::uint32_t outside = UINT32_MAX - 1;  // before a source, after a target

  bool on_path(std::uint32_t v) const { return before_[v] != nowhere; }
  bool label();
  void label_before_arrival(std::uint32_t v, std::uint32_t level);
  void see(State state, std::uint32_t level);
  bool advance(State from);
  State next_state(State state);
  void add_found_path();

  const SimpleGraph* graph_ = nullptr;
  std::vector<End> end_;
  std::vector<std::uint32_t> sources_;
  std::vector<std::uint32_t> targets_;
  std::vector<std::uint32_t> before_;  // by vertex: where the path over it comes from
  std::vector<std::uint32_t> after_;   // and where it goes on to
  std::size_t paths_ = 0;
  std::vector<std::uint32_t> level_;  // by state: steps left to a target
  std::vector<std::uint32_t> next_;   // by vertex: the next neighbour to try on departure
  std::vector<State> queue_;
  std::vector<State> found_;
  std::vector<char> from_source_;
};

}  // namespace corridor::detail
