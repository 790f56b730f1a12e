#pragma once

#include <cassert>
#include <span>

#include "corridor/route/hierarchy_query.hpp"

namespace corridor::detail {

/// What all questions to a hierarchy rest on.
struct Ground {
  const Graph& graph;
  const Hierarchy& hierarchy;
  std::span<const Weight> weight;
};

/// A weight as a hierarchy counts it.
template <HierarchyWeight W>
W weight_as(Weight weight) {
  return weight < Weight{unreachable<W>} ? static_cast<W>(weight) : unreachable<W>;
}

/// How a search enters the hierarchy: at a rank, by an arc if the seed itself has been left out.
template <HierarchyWeight W>
struct Entry {
  Rank rank = no_rank;
  W value = unreachable<W>;
  ArcId arc;
};

/// Calls visit(arc, other end) for the arcs out of a vertex or, backwards, into it.
template <class Visit>
void for_arcs(const Graph& graph, VertexId vertex, Direction direction, const Visit& visit) {
  if (direction == Direction::forward) {
    for (const ArcId arc : graph.out(vertex)) visit(arc, graph.head(arc));
  } else {
    for (const ArcId arc : graph.in(vertex)) visit(arc, graph.tail(arc));
  }
}

/// Calls enter(Entry) for each rank at which a search in that direction from the seed enters the
/// hierarchy at a finite cost.
template <HierarchyWeight W, class Enter>
void enter(const Ground& ground, const Seed& seed, Direction direction, const Enter& enter) {
  assert(seed.offset >= 0);
  const W offset = weight_as<W>(seed.offset);
  if (offset == unreachable<W>) return;
  const Rank rank = ground.hierarchy.rank(seed.vertex);
  if (rank != no_rank) {
    enter(Entry<W>{rank, offset, ArcId{}});
    return;
  }
  for_arcs(ground.graph, seed.vertex, direction, [&](ArcId arc, VertexId other) {
    const Rank next = ground.hierarchy.rank(other);
    const W value = offset + weight_as<W>(ground.weight[arc.index()]);
    if (next != no_rank && value < unreachable<W>) enter(Entry<W>{next, value, arc});
  });
}

}  // namespace corridor::detail
