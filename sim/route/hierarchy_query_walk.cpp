#include "route/hierarchy_query_walk.hpp"

#include <algorithm>

namespace corridor::detail {

Supernodes::Supernodes(const Hierarchy& hierarchy)
    : node_of_(hierarchy.size()), edges_{hierarchy.edge_count()} {
  find_members(hierarchy);
  find_heads(hierarchy);
}

void Supernodes::find_members(const Hierarchy& hierarchy) {
  const auto width = [&](Rank rank) {
    return hierarchy.first_up(rank + 1) - hierarchy.first_up(rank);
  };
  for (Rank rank = 0; rank < hierarchy.size(); ++rank) {
    const bool is_member =
        rank > 0 && hierarchy.parent(rank - 1) == rank && width(rank - 1) == width(rank) + 1;
    if (!is_member) {
      Node& node = nodes_.emplace_back();
      node.first = rank;
      node.width = width(rank);
      node.first_edge = hierarchy.first_up(rank);
    }
    node_of_[rank] = static_cast<Index>(nodes_.size() - 1);
    Node& node = nodes_.back();
    ++node.rows;
    most_rows_ = std::max<std::size_t>(most_rows_, node.rows);
    node.next_rank = hierarchy.parent(rank);
  }
  level_count_ = hierarchy.height();
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    Node& node = nodes_[i];
    std::size_t above = level_count_;
    if (node.next_rank != no_rank) {
      node.next = node_of_[node.next_rank];
      above = level(node.next, node.next_rank);
    }
    node.level = static_cast<std::uint32_t>(above - node.rows);
  }
}

void Supernodes::find_heads(const Hierarchy& hierarchy) {
  for (Node& node : nodes_) {
    node.heads = static_cast<std::uint32_t>(heads_.size());
    for (EdgeIndex e = node.first_edge; e < node.first_edge + node.width; ++e) {
      heads_.push_back(hierarchy.head(e));
      head_levels_.push_back(static_cast<std::uint32_t>(level(hierarchy.head(e))));
    }
  }
}

void Ancestors::clear() {
  for (const Piece& piece : pieces_) piece_of_[piece.node] = none;
  pieces_.clear();
  chains_.clear();
}

void Ancestors::add(Rank rank, Side side) {
  chains_.push_back(pieces_.size());
  for (Supernodes::Index node = supernodes_->node_of(rank); node != Supernodes::none;
       rank = supernodes_->next_rank(node), node = supernodes_->next(node)) {
    std::uint32_t& index = piece_of_[node];
    if (index == none) {
      index = static_cast<std::uint32_t>(pieces_.size());
      pieces_.push_back({node, rank, side});
      continue;
    }
    Piece& piece = pieces_[index];
    piece.lowest = std::min(piece.lowest, rank);
    if ((piece.sides & side) != 0) return;
    piece.sides |= side;
  }
}

}  // namespace corridor::detail
