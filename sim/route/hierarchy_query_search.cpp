#include "route/hierarchy_query_search.hpp"

#include <algorithm>

namespace corridor::detail {

namespace {

/// The arc by which the cheapest entry at a rank came; invalid of a seed in the hierarchy.
template <HierarchyWeight W>
ArcId arc_of_entry(const std::vector<Entry<W>>& entries, Rank rank, W value) {
  const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry<W>& e) {
    return e.rank == rank && e.value == value;
  });
  return entry->arc;
}

}  // namespace

template <HierarchyWeight W>
QuerySearch<W>::QuerySearch(const Ground& ground, const HierarchyMetric<W>& metric)
    : ground_{ground},
      metric_{&metric},
      kernels_{&kernels<W>()},
      supernodes_{ground.hierarchy},
      pair_{supernodes_, metric},
      ancestors_{supernodes_},
      from_{supernodes_, supernodes_.ranks()},
      to_{supernodes_, supernodes_.ranks()},
      start_(ground.graph.vertex_count(), unreachable<W>),
      unpacker_{ground, metric} {}

template <HierarchyWeight W>
bool QuerySearch<W>::is_pair(std::span<const Seed> from, std::span<const Seed> to) const {
  return from.size() == 1 && to.size() == 1 && entry_of(from[0]).rank != no_rank &&
         entry_of(to[0]).rank != no_rank;
}

template <HierarchyWeight W>
Entry<W> QuerySearch<W>::entry_of(const Seed& seed) const {
  return {ground_.hierarchy.rank(seed.vertex), weight_as<W>(seed.offset), ArcId{}};
}

template <HierarchyWeight W>
auto QuerySearch<W>::meet_directly(std::span<const Seed> from, std::span<const Seed> to) -> Direct {
  const Hierarchy& h = ground_.hierarchy;
  for (const Seed& seed : from) {
    W& start = start_[seed.vertex.index()];
    start = std::min(start, weight_as<W>(seed.offset));
  }
  Direct direct;
  const auto offer = [&](W sum, ArcId arc) {
    if (sum < direct.best) direct = {sum, arc};
  };
  for (const Seed& seed : to) {
    if (h.rank(seed.vertex) != no_rank) continue;
    const W offset = weight_as<W>(seed.offset);
    offer(start_[seed.vertex.index()] + offset, ArcId{});
    for_arcs(ground_.graph, seed.vertex, Direction::backward, [&](ArcId arc, VertexId tail) {
      if (h.rank(tail) != no_rank) return;
      const W sum = std::min<W>(start_[tail.index()] + offset, unreachable<W>);
      offer(sum + weight_as<W>(ground_.weight[arc.index()]), arc);
    });
  }
  for (const Seed& seed : from) start_[seed.vertex.index()] = unreachable<W>;
  return direct;
}

template <HierarchyWeight W>
auto QuerySearch<W>::enter_all(std::span<const Seed> from, std::span<const Seed> to) -> Direct {
  ancestors_.clear();
  from_entries_.clear();
  to_entries_.clear();
  for (const Seed& seed : from) {
    enter<W>(ground_, seed, Direction::forward, [&](const Entry<W>& entry) {
      from_entries_.push_back(entry);
      from_.enter(entry.rank, entry.value);
      ancestors_.add(entry.rank, from_side);
    });
  }
  for (const Seed& seed : to) {
    enter<W>(ground_, seed, Direction::backward, [&](const Entry<W>& entry) {
      to_entries_.push_back(entry);
      to_.enter(entry.rank, entry.value);
      ancestors_.add(entry.rank, to_side);
    });
  }
  return meet_directly(from, to);
}

template <HierarchyWeight W>
Meeting<W> QuerySearch<W>::search(W bound, const QueryKernels<W>& kernels) {
  Meeting<W> meeting{bound, no_rank};
  ancestors_.visit([&](const Block& block, std::uint8_t sides) {
    if (sides == (from_side | to_side)) {
      kernels.meet(from_.task(block, metric_->up()), to_.task(block, metric_->down()), meeting);
    } else if (sides == from_side) {
      kernels.climb(from_.task(block, metric_->up()), meeting.best);
    } else {
      kernels.climb(to_.task(block, metric_->down()), meeting.best);
    }
  });
  return meeting;
}

template <HierarchyWeight W>
void QuerySearch<W>::reset() {
  ancestors_.visit([&](const Block& block, std::uint8_t) {
    from_.reset(block.first, block.rows);
    to_.reset(block.first, block.rows);
  });
}

template <HierarchyWeight W>
Weight QuerySearch<W>::distance(std::span<const Seed> from, std::span<const Seed> to) {
  W best = unreachable<W>;
  if (is_pair(from, to)) {
    best = pair_.run(entry_of(from[0]), entry_of(to[0]), kernels_->distance).best;
  } else {
    const Direct direct = enter_all(from, to);
    best = search(direct.best, kernels_->distance).best;
    reset();
  }
  return best == unreachable<W> ? infinite_weight : Weight{best};
}

template <HierarchyWeight W>
Meeting<W> QuerySearch<W>::path_of_pair(const Seed& from, const Seed& to,
                                        std::vector<ArcId>& arcs) {
  const Meeting<W> meeting = pair_.run(entry_of(from), entry_of(to), kernels_->path);
  if (meeting.label == no_rank) return meeting;
  pair_.trace_from(meeting.label, edges_);
  unpacker_.add_back(edges_);
  pair_.trace_to(meeting.label, edges_);
  unpacker_.add_on(edges_);
  unpacker_.finish(arcs);
  return meeting;
}

/// Lists the edges by which a side came to `rank`, last first; returns where it entered.
template <HierarchyWeight W>
Rank QuerySearch<W>::trace(const QuerySide<W>& side, Rank rank) {
  edges_.clear();
  for (EdgeIndex edge = side.last_edge(rank); edge != no_edge; edge = side.last_edge(rank)) {
    edges_.push_back(edge);
    rank = ground_.hierarchy.tail(edge);
  }
  return rank;
}

template <HierarchyWeight W>
Meeting<W> QuerySearch<W>::path_of_sets(std::span<const Seed> from, std::span<const Seed> to,
                                        std::vector<ArcId>& arcs) {
  const Direct direct = enter_all(from, to);
  const Meeting<W> meeting = search(direct.best, kernels_->path);
  const auto add = [&](ArcId arc) {
    if (arc.valid()) arcs.push_back(arc);
  };
  if (meeting.label != no_rank) {
    const Rank start = trace(from_, meeting.label);
    unpacker_.add_back(edges_);
    const Rank end = trace(to_, meeting.label);
    unpacker_.add_on(edges_);
    add(arc_of_entry(from_entries_, start, from_.value(start)));
    unpacker_.finish(arcs);
    add(arc_of_entry(to_entries_, end, to_.value(end)));
  } else {
    add(direct.arc);
  }
  reset();
  return meeting;
}

template <HierarchyWeight W>
void QuerySearch<W>::path(std::span<const Seed> from, std::span<const Seed> to, Path& result) {
  result.arcs.clear();
  const Meeting<W> meeting = is_pair(from, to) ? path_of_pair(from[0], to[0], result.arcs)
                                               : path_of_sets(from, to, result.arcs);
  result.found = meeting.best < unreachable<W>;
  result.weight = result.found ? Weight{meeting.best} : infinite_weight;
  result.stage.assign(result.arcs.size(), 0);
}

template <HierarchyWeight W>
IdVector<VertexId, Weight> QuerySearch<W>::distances_from(VertexId from) {
  const Hierarchy& h = ground_.hierarchy;
  const Seed seed{from, 0};
  enter_all({&seed, 1}, {});
  search(unreachable<W>, kernels_->distance);
  std::vector<W> value(h.size());
  for (Rank rank = 0; rank < h.size(); ++rank) value[rank] = from_.value(rank);
  reset();
  for (auto rank = static_cast<Rank>(h.size()); rank-- > 0;) {
    for (EdgeIndex e = h.first_up(rank); e < h.first_up(rank + 1); ++e) {
      value[rank] = std::min<W>(value[rank], value[h.head(e)] + metric_->down(e));
    }
  }
  IdVector<VertexId, Weight> distance{ground_.graph.vertex_count(), infinite_weight};
  const auto offer = [&](VertexId vertex, W weight) {
    if (weight < unreachable<W>) distance[vertex] = std::min(distance[vertex], Weight{weight});
  };
  for (Rank rank = 0; rank < h.size(); ++rank) offer(h.vertex(rank), value[rank]);
  offer(from, 0);
  for (const VertexId vertex : ground_.graph.vertices()) {
    if (h.rank(vertex) != no_rank) continue;
    for_arcs(ground_.graph, vertex, Direction::backward, [&](ArcId arc, VertexId tail) {
      const Rank rank = h.rank(tail);
      const W start = rank != no_rank ? value[rank] : tail == from ? W{0} : unreachable<W>;
      offer(vertex, start + weight_as<W>(ground_.weight[arc.index()]));
    });
  }
  return distance;
}

template class QuerySearch<std::uint32_t>;
template class QuerySearch<Weight>;

}  // namespace corridor::detail
