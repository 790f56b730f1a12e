#include "corridor/route/hierarchy.hpp"

#include <algorithm>
#include <utility>

#include "route/hierarchy_tree.hpp"

namespace corridor {

Hierarchy::Hierarchy(const Graph& graph, std::span<const VertexId> order) {
  detail::EliminationTree tree = detail::elimination_tree(graph, order);
  detail::ChordalGraph chordal = detail::fill_in(graph, tree);
  rank_ = std::move(tree.rank);
  vertex_ = std::move(tree.vertex);
  parent_ = std::move(tree.parent);
  first_below_ = std::move(tree.first_below);
  first_up_ = std::move(chordal.first_up);
  head_ = std::move(chordal.head);
  index_down_edges();
  place_arcs(graph);
  measure();
}

void Hierarchy::index_down_edges() {
  tail_.resize(head_.size());
  first_down_.assign(size() + 1, 0);
  for (Rank rank = 0; rank < size(); ++rank) {
    for (EdgeIndex e = first_up_[rank]; e < first_up_[rank + 1]; ++e) {
      tail_[e] = rank;
      ++first_down_[head_[e] + 1];
    }
  }
  for (std::size_t i = 0; i < size(); ++i) first_down_[i + 1] += first_down_[i];
  down_.resize(head_.size());
  std::vector<std::uint32_t> next(first_down_.begin(), first_down_.end() - 1);
  for (EdgeIndex e = 0; e < head_.size(); ++e) down_[next[head_[e]]++] = e;
}

void Hierarchy::place_arcs(const Graph& graph) {
  edge_of_.assign(graph.arc_count(), no_edge);
  first_arc_.reserve(2 * head_.size() + 1);
  arcs_.reserve(graph.arc_count());
  std::vector<std::pair<std::size_t, ArcId>> found;  // by 2 x edge + (0 up, 1 down)
  for (Rank rank = 0; rank < size(); ++rank) {
    found.clear();
    const auto first = head_.begin() + first_up_[rank];
    const auto last = head_.begin() + first_up_[rank + 1];
    const auto note = [&](ArcId arc, VertexId neighbour, std::size_t side) {
      const Rank other = rank_[neighbour.index()];
      if (other == no_rank || other <= rank) return;
      const auto edge =
          static_cast<EdgeIndex>(std::lower_bound(first, last, other) - head_.begin());
      edge_of_[arc.index()] = edge;
      found.emplace_back(2 * std::size_t{edge} + side, arc);
    };
    for (const ArcId arc : graph.out(vertex_[rank])) note(arc, graph.head(arc), 0);
    for (const ArcId arc : graph.in(vertex_[rank])) note(arc, graph.tail(arc), 1);
    std::sort(found.begin(), found.end());
    std::size_t i = 0;
    for (std::size_t side = 2 * std::size_t{first_up_[rank]};
         side < 2 * std::size_t{first_up_[rank + 1]}; ++side) {
      first_arc_.push_back(static_cast<std::uint32_t>(arcs_.size()));
      for (; i < found.size() && found[i].first == side; ++i) arcs_.push_back(found[i].second);
    }
  }
  first_arc_.push_back(static_cast<std::uint32_t>(arcs_.size()));
}

void Hierarchy::measure() {
  for (Rank rank = 0; rank < size(); ++rank) {
    const std::size_t degree = first_up_[rank + 1] - first_up_[rank];
    triangles_ += degree * (degree == 0 ? 0 : degree - 1) / 2;
  }
  std::vector<std::uint32_t> depth(size());
  for (std::size_t i = size(); i-- > 0;) {
    depth[i] = parent_[i] == no_rank ? 1 : depth[parent_[i]] + 1;
    height_ = std::max<std::size_t>(height_, depth[i]);
  }
}

}  // namespace corridor
