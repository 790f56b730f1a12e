#include "route/hierarchy_tree.hpp"

#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

namespace corridor::detail {
namespace {

[[noreturn]] void reject(VertexId vertex, const char* trouble) {
  throw std::invalid_argument("order: vertex " + std::to_string(vertex.index()) + " " + trouble);
}

/// Whether a path can pass `vertex`: it comes from one neighbour and goes on to another.
bool lies_between(const Graph& graph, VertexId vertex) {
  VertexId from;
  bool several = false;
  for (const ArcId arc : graph.in(vertex)) {
    const VertexId tail = graph.tail(arc);
    if (tail == vertex) continue;
    several |= from.valid() && tail != from;
    from = tail;
  }
  if (!from.valid()) return false;
  for (const ArcId arc : graph.out(vertex)) {
    const VertexId head = graph.head(arc);
    if (head != vertex && (several || head != from)) return true;
  }
  return false;
}

std::vector<Rank> positions(const Graph& graph, std::span<const VertexId> order) {
  std::vector<Rank> position(graph.vertex_count(), no_rank);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const VertexId vertex = order[i];
    if (vertex.index() >= position.size()) reject(vertex, "is not in the graph");
    if (position[vertex.index()] != no_rank) reject(vertex, "stands there twice");
    position[vertex.index()] = static_cast<Rank>(i);
  }
  for (const VertexId vertex : graph.vertices()) {
    if (position[vertex.index()] == no_rank && lies_between(graph, vertex)) {
      reject(vertex, "is left out, but lies on paths between others");
    }
  }
  return position;
}

/// Parents by position in the order (Liu 1990). Roots of the forest so far are found over shortcuts
/// that shrink whenever they are walked.
class ParentFinder {
 public:
  explicit ParentFinder(std::size_t size) : parent(size, no_rank), shortcut_(size, no_rank) {}

  void join(Rank lower, Rank upper) {
    while (lower != no_rank && lower != upper) {
      const Rank next = shortcut_[lower];
      shortcut_[lower] = upper;
      if (next == no_rank) parent[lower] = upper;
      lower = next;
    }
  }

  std::vector<Rank> parent;

 private:
  std::vector<Rank> shortcut_;
};

std::vector<Rank> parents(const Graph& graph, std::span<const VertexId> order,
                          const std::vector<Rank>& position) {
  ParentFinder finder{order.size()};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Rank upper = static_cast<Rank>(i);
    const auto visit = [&](VertexId neighbour) {
      const Rank lower = position[neighbour.index()];
      if (lower < upper) finder.join(lower, upper);
    };
    for (const ArcId arc : graph.out(order[i])) visit(graph.head(arc));
    for (const ArcId arc : graph.in(order[i])) visit(graph.tail(arc));
  }
  return std::move(finder.parent);
}

/// The place of each position in the post-order. Parents come after their children, so one walk
/// from the end hands every child a block below its parent.
std::vector<Rank> post_order(const std::vector<Rank>& parent, std::vector<Rank>& size) {
  const std::size_t n = parent.size();
  size.assign(n, 1);
  for (std::size_t i = 0; i < n; ++i) {
    if (parent[i] != no_rank) size[parent[i]] += size[i];
  }
  std::vector<Rank> place(n);
  std::vector<Rank> free(n);  // the highest place below each that no child has yet
  Rank free_root = static_cast<Rank>(n);
  for (std::size_t i = n; i-- > 0;) {
    Rank& above = parent[i] == no_rank ? free_root : free[parent[i]];
    place[i] = above - 1;
    free[i] = place[i];
    above -= size[i];
  }
  return place;
}

}  // namespace

EliminationTree elimination_tree(const Graph& graph, std::span<const VertexId> order) {
  EliminationTree tree;
  tree.rank = positions(graph, order);
  const std::vector<Rank> parent = parents(graph, order, tree.rank);
  std::vector<Rank> size;
  const std::vector<Rank> place = post_order(parent, size);
  tree.vertex.resize(order.size());
  tree.parent.resize(order.size());
  tree.first_below.resize(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Rank rank = place[i];
    tree.rank[order[i].index()] = rank;
    tree.vertex[rank] = order[i];
    tree.parent[rank] = parent[i] == no_rank ? no_rank : place[parent[i]];
    tree.first_below[rank] = rank + 1 - size[i];
  }
  return tree;
}

}  // namespace corridor::detail
