#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/route/shortest_path.hpp"

#include "route/search.hpp"

namespace corridor {

/// The vertices of a graph, along its arcs.
struct Forward {
  const Graph& graph;
  template <class Visit>
  void expand(StateIndex state, const Visit& visit) const {
    for (const ArcId arc : graph.out(VertexId{state})) {
      visit(arc, static_cast<StateIndex>(graph.head(arc).index()));
    }
  }
};

/// The same against its arcs.
struct Backward {
  const Graph& graph;
  template <class Visit>
  void expand(StateIndex state, const Visit& visit) const {
    for (const ArcId arc : graph.in(VertexId{state})) {
      visit(arc, static_cast<StateIndex>(graph.tail(arc).index()));
    }
  }
};

/// Pairs of a vertex and the number of vias passed, of which no list is made. Whoever comes to a
/// vertex of the next via has passed it: the same walk from a later stage is never the dearer one,
/// so there is nothing to choose.
class Stages {
 public:
  Stages(const Graph& graph, const PathQuery& query)
      : vertices_{graph.vertex_count()}, last_{query.via.size()}, is_via_(vertices_ * last_, 0) {
    assert(state_count() < Search::no_target);
    for (std::size_t stage = 0; stage < last_; ++stage) {
      for (const VertexId vertex : query.via[stage]) {
        is_via_[stage * vertices_ + vertex.index()] = 1;
      }
    }
    start_ = arrive(query.from, 0);
    target_ = state_of(query.to, last_);
  }

  std::size_t state_count() const { return vertices_ * (last_ + 1); }
  std::size_t last() const { return last_; }
  StateIndex start() const { return start_; }
  StateIndex target() const { return target_; }
  VertexId vertex_of(StateIndex state) const { return VertexId{state % vertices_}; }
  std::size_t stage_of(StateIndex state) const { return state / vertices_; }
  StateIndex state_of(VertexId vertex, std::size_t stage) const {
    return static_cast<StateIndex>(stage * vertices_ + vertex.index());
  }
  /// Whether somebody in `stage` passes a via by being at `vertex`.
  bool passes(VertexId vertex, std::size_t stage) const {
    return stage < last_ && is_via_[stage * vertices_ + vertex.index()] != 0;
  }
  /// The state of somebody who comes to `vertex` in `stage`.
  StateIndex arrive(VertexId vertex, std::size_t stage) const {
    while (passes(vertex, stage)) ++stage;
    return state_of(vertex, stage);
  }

 private:
  std::size_t vertices_;
  std::size_t last_;
  std::vector<char> is_via_;  // by stage, then by vertex
  StateIndex start_ = 0;
  StateIndex target_ = 0;
};

/// The states of a query, along the arcs.
struct StagedForward {
  const Graph& graph;
  const Stages& stages;
  template <class Visit>
  void expand(StateIndex state, const Visit& visit) const {
    const std::size_t stage = stages.stage_of(state);
    for (const ArcId arc : graph.out(stages.vertex_of(state))) {
      visit(arc, stages.arrive(graph.head(arc), stage));
    }
  }
};

/// The same against the arcs: an arc into a state comes from each stage in which arriving leads
/// there.
struct StagedBackward {
  const Graph& graph;
  const Stages& stages;
  template <class Visit>
  void expand(StateIndex state, const Visit& visit) const {
    const VertexId head = stages.vertex_of(state);
    const std::size_t last = stages.stage_of(state);
    std::size_t first = last;
    while (first > 0 && stages.passes(head, first - 1)) --first;
    for (const ArcId arc : graph.in(head)) {
      const VertexId tail = graph.tail(arc);
      for (std::size_t stage = first; stage <= last; ++stage) {
        if (!stages.passes(tail, stage)) visit(arc, stages.state_of(tail, stage));
      }
    }
  }
};

/// The path to the target that a search over the stages of a query has found, if any.
Path path_found(const Stages& stages, const Search& search);

}  // namespace corridor
