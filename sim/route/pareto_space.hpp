#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>
#include <vector>

#include "corridor/route/pareto.hpp"
#include "corridor/route/shortest_path.hpp"

#include "route/space.hpp"

namespace corridor::detail {

/// What costs are counted in: half the memory where all that a path can cost is known to fit.
/// Two of them add up without overflow.
template <class W>
inline constexpr W unreached = std::is_same_v<W, std::uint32_t> ? static_cast<W>(INT32_MAX)
                                                                : static_cast<W>(infinite_weight);

template <class W>
using Pair = std::array<W, 2>;

/// The open arcs of a graph with both costs beside them, by tail and by head.
template <class W>
class TwoArcs {
 public:
  struct Arc {
    std::uint32_t vertex;  // the other end
    std::uint32_t id;
    Pair<W> cost;
  };

  TwoArcs(const Graph& graph, WeightColumns columns) : largest_{} {
    for (const VertexId vertex : graph.vertices()) {
      first_[0].push_back(static_cast<std::uint32_t>(arcs_[0].size()));
      for (const ArcId arc : graph.out(vertex)) add(0, graph.head(arc), vertex, arc, columns);
      first_[1].push_back(static_cast<std::uint32_t>(arcs_[1].size()));
      for (const ArcId arc : graph.in(vertex)) add(1, graph.tail(arc), vertex, arc, columns);
    }
    for (const std::size_t side : {0U, 1U}) {
      first_[side].push_back(static_cast<std::uint32_t>(arcs_[side].size()));
    }
  }

  template <Direction direction>
  std::span<const Arc> at(std::size_t vertex) const {
    constexpr std::size_t side = direction == Direction::forward ? 0 : 1;
    const std::uint32_t first = first_[side][vertex];
    return {arcs_[side].data() + first, first_[side][vertex + 1] - first};
  }
  std::size_t vertex_count() const { return first_[0].size() - 1; }
  W largest(std::size_t objective) const { return largest_[objective]; }

 private:
  void add(std::size_t side, VertexId end, VertexId vertex, ArcId arc, WeightColumns columns) {
    const Pair<Weight> cost{columns[0][arc.index()], columns[1][arc.index()]};
    if (end == vertex || cost[0] >= infinite_weight || cost[1] >= infinite_weight) return;
    const Pair<W> fitted{static_cast<W>(cost[0]), static_cast<W>(cost[1])};
    arcs_[side].push_back(
        {static_cast<std::uint32_t>(end.index()), static_cast<std::uint32_t>(arc.index()), fitted});
    for (std::size_t i = 0; i < 2; ++i) largest_[i] = std::max(largest_[i], fitted[i]);
  }

  std::array<std::vector<std::uint32_t>, 2> first_;  // by side, then by vertex
  std::array<std::vector<Arc>, 2> arcs_;
  Pair<W> largest_;
};

/// The states of a query (vertices in stages) over such arcs.
template <class W>
class TwoSpace {
 public:
  TwoSpace(const TwoArcs<W>& arcs, const Stages& stages) : arcs_{arcs}, stages_{stages} {}

  const Stages& stages() const { return stages_; }
  W largest(std::size_t objective) const { return arcs_.largest(objective); }

  /// Visits the arcs out of a state (or, backward, into it) with the states that they lead to.
  template <Direction direction, class Visit>
  void expand(StateIndex state, const Visit& visit) const {
    if (stages_.last() == 0) {
      for (const auto& arc : arcs_.template at<direction>(state)) visit(arc.vertex, arc);
    } else if constexpr (direction == Direction::forward) {
      const std::size_t stage = stages_.stage_of(state);
      for (const auto& arc : arcs_.template at<direction>(stages_.vertex_of(state).index())) {
        visit(stages_.arrive(VertexId{arc.vertex}, stage), arc);
      }
    } else {
      expand_back(state, visit);
    }
  }

 private:
  /// An arc into a state comes from each stage in which arriving leads there.
  template <class Visit>
  void expand_back(StateIndex state, const Visit& visit) const {
    const VertexId head = stages_.vertex_of(state);
    const std::size_t last = stages_.stage_of(state);
    std::size_t first = last;
    while (first > 0 && stages_.passes(head, first - 1)) --first;
    for (const auto& arc : arcs_.template at<Direction::backward>(head.index())) {
      const VertexId tail{arc.vertex};
      for (std::size_t stage = first; stage <= last; ++stage) {
        if (!stages_.passes(tail, stage)) visit(stages_.state_of(tail, stage), arc);
      }
    }
  }

  const TwoArcs<W>& arcs_;
  const Stages& stages_;
};

}  // namespace corridor::detail
