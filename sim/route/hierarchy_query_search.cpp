#include "route/hierarchy_query_search.hpp"

#include <algorithm>

namespace corridor::detail {

template <HierarchyWeight W>
QuerySide<W>::QuerySide(const Supernodes& supernodes)
    : value_(supernodes.size(), unreachable<W>),
      last_edge_(supernodes.size(), no_edge),
      active_value_(supernodes.most_rows()),
      active_weight_(supernodes.most_rows()) {}

template <HierarchyWeight W>
void QuerySide<W>::enter(const Entry<W>& entry) {
  entries_.push_back(entry);
  if (entry.value >= value_[entry.rank]) return;
  value_[entry.rank] = entry.value;
  last_edge_[entry.rank] = no_edge;
}

template <HierarchyWeight W>
ClimbTask<W> QuerySide<W>::task(const Block& block, std::span<const W> weight, bool keeps_edges) {
  return {block,
          weight.data(),
          {value_.data(), keeps_edges ? last_edge_.data() : nullptr},
          {active_value_.data(), active_weight_.data()}};
}

template <HierarchyWeight W>
void QuerySide<W>::reset(const Block& block) {
  std::fill_n(value_.begin() + block.first, block.rows, unreachable<W>);
}

template <HierarchyWeight W>
ArcId QuerySide<W>::entry_arc(Rank rank) const {
  const auto entry = std::find_if(entries_.begin(), entries_.end(), [&](const Entry<W>& e) {
    return e.rank == rank && e.value == value_[rank];
  });
  return entry->arc;
}

template <HierarchyWeight W>
QuerySearch<W>::QuerySearch(const Ground& ground, const HierarchyMetric<W>& metric)
    : ground_{ground},
      metric_{&metric},
      kernels_{&kernels<W>()},
      supernodes_{ground.hierarchy},
      ancestors_{supernodes_},
      from_{supernodes_},
      to_{supernodes_},
      start_(ground.graph.vertex_count(), unreachable<W>),
      unpacker_{ground, metric} {}

template <HierarchyWeight W>
auto QuerySearch<W>::enter_all(std::span<const Seed> from, std::span<const Seed> to) -> Direct {
  ancestors_.clear();
  from_.clear();
  to_.clear();
  for (const Seed& seed : from) {
    W& start = start_[seed.vertex.index()];
    start = std::min(start, weight_as<W>(seed.offset));
    enter<W>(ground_, seed, Direction::forward, [&](const Entry<W>& entry) {
      from_.enter(entry);
      ancestors_.add(entry.rank, from_side);
    });
  }
  Direct direct;
  for (const Seed& seed : to) {
    enter<W>(ground_, seed, Direction::backward, [&](const Entry<W>& entry) {
      to_.enter(entry);
      ancestors_.add(entry.rank, to_side);
    });
    if (ground_.hierarchy.rank(seed.vertex) != no_rank) continue;
    const W offset = weight_as<W>(seed.offset);
    const auto offer = [&](W sum, ArcId arc) {
      if (sum < direct.best) direct = {sum, arc};
    };
    offer(start_[seed.vertex.index()] + offset, ArcId{});
    for_arcs(ground_.graph, seed.vertex, Direction::backward, [&](ArcId arc, VertexId tail) {
      if (ground_.hierarchy.rank(tail) != no_rank || start_[tail.index()] == unreachable<W>) return;
      const W sum = std::min<W>(start_[tail.index()] + offset, unreachable<W>);
      offer(sum + weight_as<W>(ground_.weight[arc.index()]), arc);
    });
  }
  for (const Seed& seed : from) start_[seed.vertex.index()] = unreachable<W>;
  return direct;
}

template <HierarchyWeight W>
Meeting<W> QuerySearch<W>::search(W bound, bool keeps_edges) {
  Meeting<W> meeting{bound, no_rank};
  ancestors_.visit([&](const Block& block, std::uint8_t sides) {
    if (sides == (from_side | to_side)) {
      kernels_->meet(from_.task(block, metric_->up(), keeps_edges),
                     to_.task(block, metric_->down(), keeps_edges), meeting);
    } else if (sides == from_side) {
      kernels_->climb(from_.task(block, metric_->up(), keeps_edges), meeting.best);
    } else {
      kernels_->climb(to_.task(block, metric_->down(), keeps_edges), meeting.best);
    }
  });
  return meeting;
}

template <HierarchyWeight W>
void QuerySearch<W>::reset() {
  ancestors_.visit([&](const Block& block, std::uint8_t) {
    from_.reset(block);
    to_.reset(block);
  });
}

template <HierarchyWeight W>
Weight QuerySearch<W>::distance(std::span<const Seed> from, std::span<const Seed> to) {
  const Direct direct = enter_all(from, to);
  const W best = search(direct.best, false).best;
  reset();
  return best == unreachable<W> ? infinite_weight : Weight{best};
}

template <HierarchyWeight W>
void QuerySearch<W>::unpack(Rank meeting, std::vector<ArcId>& arcs) {
  edges_.clear();
  Rank rank = meeting;
  for (; from_.last_edge(rank) != no_edge; rank = ground_.hierarchy.tail(from_.last_edge(rank))) {
    edges_.push_back(from_.last_edge(rank));
  }
  if (const ArcId arc = from_.entry_arc(rank); arc.valid()) arcs.push_back(arc);
  for (std::size_t i = edges_.size(); i-- > 0;) unpacker_.unpack(edges_[i], true, arcs);
  for (rank = meeting; to_.last_edge(rank) != no_edge;
       rank = ground_.hierarchy.tail(to_.last_edge(rank))) {
    unpacker_.unpack(to_.last_edge(rank), false, arcs);
  }
  if (const ArcId arc = to_.entry_arc(rank); arc.valid()) arcs.push_back(arc);
}

template <HierarchyWeight W>
void QuerySearch<W>::path(std::span<const Seed> from, std::span<const Seed> to, Path& result) {
  result.arcs.clear();
  const Direct direct = enter_all(from, to);
  const Meeting<W> meeting = search(direct.best, true);
  result.found = meeting.best < unreachable<W>;
  result.weight = result.found ? Weight{meeting.best} : infinite_weight;
  if (meeting.rank != no_rank) {
    unpack(meeting.rank, result.arcs);
  } else if (result.found && direct.arc.valid()) {
    result.arcs.push_back(direct.arc);
  }
  reset();
  result.stage.assign(result.arcs.size(), 0);
}

template <HierarchyWeight W>
IdVector<VertexId, Weight> QuerySearch<W>::distances_from(VertexId from) {
  const Hierarchy& h = ground_.hierarchy;
  const Seed seed{from, 0};
  enter_all({&seed, 1}, {});
  search(unreachable<W>, false);
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

template class QuerySide<std::uint32_t>;
template class QuerySide<Weight>;
template class QuerySearch<std::uint32_t>;
template class QuerySearch<Weight>;

}  // namespace corridor::detail
