#include "route/hierarchy_query_walk.hpp"

#include <algorithm>

namespace corridor::detail {

Supernodes::Supernodes(const Hierarchy& hierarchy) : nodes_(hierarchy.size()) {
  const auto width = [&](Rank rank) {
    return hierarchy.first_up(rank + 1) - hierarchy.first_up(rank);
  };
  Rank last = 0;
  for (auto rank = static_cast<Rank>(hierarchy.size()); rank-- > 0;) {
    const bool is_member = rank + 1 < hierarchy.size() && hierarchy.parent(rank) == rank + 1 &&
                           width(rank) == width(rank + 1) + 1;
    if (!is_member) last = rank;
    nodes_[rank] = {hierarchy.first_up(rank), 0, width(rank), last};
    most_rows_ = std::max<std::size_t>(most_rows_, last - rank + 1);
  }
  for (Rank rank = 0; rank < hierarchy.size(); ++rank) {
    Node& node = nodes_[rank];
    if (rank > 0 && nodes_[rank - 1].last == node.last) {
      node.heads = nodes_[rank - 1].heads + 1;
      continue;
    }
    node.heads = static_cast<std::uint32_t>(heads_.size());
    for (EdgeIndex e = node.first_edge; e < node.first_edge + node.width; ++e) {
      heads_.push_back(hierarchy.head(e));
    }
  }
}

void Ancestors::clear() {
  for (const Piece& piece : pieces_) piece_of_[supernodes_->last(piece.lowest)] = none;
  pieces_.clear();
  chains_.clear();
}

void Ancestors::add(Rank rank, Side side) {
  chains_.push_back(pieces_.size());
  while (rank != no_rank) {
    std::uint32_t& index = piece_of_[supernodes_->last(rank)];
    if (index == none) {
      index = static_cast<std::uint32_t>(pieces_.size());
      pieces_.push_back({rank, side});
    } else {
      Piece& piece = pieces_[index];
      piece.lowest = std::min(piece.lowest, rank);
      if ((piece.sides & side) != 0) return;
      piece.sides |= side;
    }
    rank = supernodes_->next(rank);
  }
}

}  // namespace corridor::detail
