#include "route/hierarchy_sweep_arcs.hpp"

#include <algorithm>
#include <utility>

namespace corridor::detail {

namespace {

/// Leaves out arcs that are no cheaper than two others by way of a lower rank. What is left still
/// holds a cheapest way down to each rank: of all last arcs of such ways, the one from the lowest
/// rank stays.
template <HierarchyWeight W>
PrunedArcs<W> without_ties(const PrunedArcs<W>& arcs) {
  PrunedArcs<W> result;
  const std::size_t size = arcs.first.empty() ? 0 : arcs.first.size() - 1;
  std::vector<W> direct(size, unreachable<W>);  // by the other end, of the rank at hand
  result.first.push_back(0);
  for (std::size_t rank = 0; rank < size; ++rank) {
    const EdgeIndex begin = arcs.first[rank];
    const EdgeIndex end = arcs.first[rank + 1];
    for (EdgeIndex a = begin; a < end; ++a) direct[arcs.head[a]] = arcs.weight[a];
    for (EdgeIndex a = begin; a < end; ++a) {
      const Rank between = arcs.head[a];
      for (EdgeIndex b = arcs.first[between]; b < arcs.first[between + 1]; ++b) {
        W& other = direct[arcs.head[b]];
        if (other == arcs.weight[a] + arcs.weight[b]) other = unreachable<W>;
      }
    }
    for (EdgeIndex a = begin; a < end; ++a) {
      if (direct[arcs.head[a]] < unreachable<W>) {
        result.head.push_back(arcs.head[a]);
        result.weight.push_back(arcs.weight[a]);
      }
      direct[arcs.head[a]] = unreachable<W>;
    }
    result.first.push_back(static_cast<EdgeIndex>(result.head.size()));
  }
  return result;
}

/// The vertices asked for and, of the hierarchy, all their ancestors; by vertex.
std::vector<char> wanted(const Ground& ground, Direction direction,
                         std::span<const VertexId> vertices) {
  const Hierarchy& h = ground.hierarchy;
  std::vector<char> is_wanted(ground.graph.vertex_count(), 0);
  const auto want_ancestors = [&](Rank rank) {
    for (; rank != no_rank; rank = h.parent(rank)) {
      char& flag = is_wanted[h.vertex(rank).index()];
      if (flag != 0) return;
      flag = 1;
    }
  };
  const auto back = direction == Direction::forward ? Direction::backward : Direction::forward;
  for (const VertexId vertex : vertices) {
    if (h.rank(vertex) != no_rank) {
      want_ancestors(h.rank(vertex));
      continue;
    }
    is_wanted[vertex.index()] = 1;
    for_arcs(ground.graph, vertex, back, [&](ArcId, VertexId other) {
      if (h.rank(other) != no_rank) want_ancestors(h.rank(other));
      is_wanted[other.index()] = 1;
    });
  }
  return is_wanted;
}

template <HierarchyWeight W>
class Builder {
 public:
  Builder(const Ground& ground, RowsBy rows_by) : ground_{ground}, rows_by_{rows_by} {
    arcs_.step_of.assign(ground.graph.vertex_count(), SweepArcs<W>::no_step);
  }

  void open(VertexId vertex) {
    const auto step = static_cast<std::uint32_t>(arcs_.steps());
    arcs_.step_of[vertex.index()] = step;
    arcs_.row_of.push_back(rows_by_ == RowsBy::step ? step
                                                    : static_cast<std::uint32_t>(vertex.index()));
  }
  void add(VertexId tail, W weight) {
    arcs_.tail_row.push_back(arcs_.row_of[arcs_.step_of[tail.index()]]);
    arcs_.weight.push_back(weight);
  }
  void close() { arcs_.first.push_back(static_cast<std::uint32_t>(arcs_.tail_row.size())); }

  void add_ranks(const PrunedArcs<W>& pruned, const std::vector<char>& is_wanted) {
    const Hierarchy& h = ground_.hierarchy;
    for (auto rank = static_cast<Rank>(h.size()); rank-- > 0;) {
      if (is_wanted[h.vertex(rank).index()] == 0) continue;
      open(h.vertex(rank));
      for (EdgeIndex a = pruned.first[rank]; a < pruned.first[rank + 1]; ++a) {
        add(h.vertex(pruned.head[a]), pruned.weight[a]);
      }
      close();
    }
  }

  void add_left_out(Direction direction, const std::vector<char>& is_wanted) {
    const Graph& graph = ground_.graph;
    arcs_.left_out = arcs_.steps();
    std::vector<VertexId> left_out;
    for (const VertexId vertex : graph.vertices()) {
      if (is_wanted[vertex.index()] == 0 || ground_.hierarchy.rank(vertex) != no_rank) continue;
      open(vertex);
      left_out.push_back(vertex);
    }
    for (const VertexId vertex : left_out) {
      for_arcs(graph, vertex, direction, [&](ArcId arc, VertexId other) {
        const W weight = weight_as<W>(ground_.weight[arc.index()]);
        if (other == vertex || weight == unreachable<W>) return;
        if (arcs_.step_of[other.index()] != SweepArcs<W>::no_step) add(other, weight);
      });
      close();
    }
  }

  SweepArcs<W> finish() { return std::move(arcs_); }

 private:
  const Ground& ground_;
  RowsBy rows_by_;
  SweepArcs<W> arcs_;
};

}  // namespace

template <HierarchyWeight W>
SweepArcs<W> sweep_arcs(const Ground& ground, const HierarchyMetric<W>& metric, Direction direction,
                        std::span<const VertexId> vertices, RowsBy rows_by) {
  const std::vector<char> is_wanted = wanted(ground, direction, vertices);
  const PrunedHierarchy<W> pruned = metric.pruned();
  const bool forward = direction == Direction::forward;
  Builder<W> builder{ground, rows_by};
  builder.add_ranks(without_ties<W>(forward ? pruned.down : pruned.up), is_wanted);
  builder.add_left_out(forward ? Direction::backward : Direction::forward, is_wanted);
  return builder.finish();
}

template SweepArcs<std::uint32_t> sweep_arcs(const Ground&, const HierarchyMetric<std::uint32_t>&,
                                             Direction, std::span<const VertexId>, RowsBy);
template SweepArcs<Weight> sweep_arcs(const Ground&, const HierarchyMetric<Weight>&, Direction,
                                      std::span<const VertexId>, RowsBy);

}  // namespace corridor::detail
