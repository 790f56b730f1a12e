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
  lay_out_rows();
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
  lower_.resize(head_.size());
  std::vector<std::uint32_t> next(first_down_.begin(), first_down_.end() - 1);
  for (EdgeIndex e = 0; e < head_.size(); ++e) {
    const std::uint32_t place = next[head_[e]]++;
    down_[place] = e;
    lower_[place] = tail_[e];
  }
}

void Hierarchy::place_arcs(const Graph& graph) {
  side_of_.assign(graph.arc_count(), no_edge);
  first_arc_.reserve(size() + 1);
  first_arc_.push_back(0);
  arcs_.reserve(graph.arc_count());
  sides_.reserve(graph.arc_count());
  std::vector<std::pair<std::uint32_t, ArcId>> found;  // with their sides
  for (Rank rank = 0; rank < size(); ++rank) {
    found.clear();
    const auto first = head_.begin() + first_up_[rank];
    const auto last = head_.begin() + first_up_[rank + 1];
    const auto note = [&](ArcId arc, VertexId neighbour, std::uint32_t direction) {
      const Rank other = rank_[neighbour.index()];
      if (other == no_rank || other <= rank) return;
      const auto edge =
          static_cast<EdgeIndex>(std::lower_bound(first, last, other) - head_.begin());
      side_of_[arc.index()] = 2 * edge + direction;
      found.emplace_back(2 * edge + direction, arc);
    };
    for (const ArcId arc : graph.out(vertex_[rank])) note(arc, graph.head(arc), 0);
    for (const ArcId arc : graph.in(vertex_[rank])) note(arc, graph.tail(arc), 1);
    std::sort(found.begin(), found.end());
    for (const auto& [side, arc] : found) {
      sides_.push_back(side);
      arcs_.push_back(arc);
    }
    first_arc_.push_back(static_cast<std::uint32_t>(arcs_.size()));
  }
}

void Hierarchy::measure() {
  for (Rank rank = 0; rank < size(); ++rank) {
    const std::size_t degree = first_up_[rank + 1] - first_up_[rank];
    triangles_ += degree * (degree == 0 ? 0 : degree - 1) / 2;
  }
  depth_.assign(size(), 0);
  for (std::size_t i = size(); i-- > 0;) {
    if (parent_[i] != no_rank) depth_[i] = depth_[parent_[i]] + 1;
    height_ = std::max<std::size_t>(height_, depth_[i] + 1);
  }
}

std::span<const ArcId> Hierarchy::arcs_on(std::uint32_t side) const {
  const Rank rank = tail_[side / 2];
  const std::span<const std::uint32_t> known = sides(rank);
  const auto [first, last] = std::equal_range(known.begin(), known.end(), side);
  return arcs(rank).subspan(static_cast<std::size_t>(first - known.begin()),
                            static_cast<std::size_t>(last - first));
}

}  // namespace corridor
