#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/hierarchy.hpp"

#include "route/sweep_kernel.hpp"

namespace corridor::detail {

/// The elimination tree in steps of supernodes (see Block; they are those of sparse Cholesky
/// factorisation). A walk to the root passes hundreds of ranks, but few supernodes.
class Supernodes {
 public:
  explicit Supernodes(const Hierarchy& hierarchy);

  std::size_t size() const { return nodes_.size(); }
  std::size_t most_rows() const { return most_rows_; }
  /// The highest member of the supernode of `rank`.
  Rank last(Rank rank) const { return nodes_[rank].last; }
  /// The members from `rank` up.
  Block block(Rank rank) const {
    const Node& node = nodes_[rank];
    return {rank, node.last - rank + 1, node.width, node.first_edge, heads_.data() + node.heads};
  }
  /// The parent of the last member; no_rank at a root.
  Rank next(Rank rank) const {
    const Node& node = nodes_[rank];
    const std::uint32_t inside = node.last - rank;
    return node.width > inside ? heads_[node.heads + inside] : no_rank;
  }

 private:
  struct Node {
    EdgeIndex first_edge = 0;
    std::uint32_t heads = 0;  // where its upper neighbours begin in heads_
    std::uint32_t width = 0;  // and how many they are
    Rank last = 0;
  };
  std::vector<Node> nodes_;  // by rank
  std::vector<Rank> heads_;  // the upper neighbours of each supernode's lowest member
  std::size_t most_rows_ = 0;
};

/// The two sides of a query, as bits.
enum Side : std::uint8_t { from_side = 1, to_side = 2 };

/// The ancestors of a set of ranks, as blocks. Each rank adds a chain of blocks that ends at a root
/// or at an older chain; so whatever hangs from a chain is in it, or in younger ones.
class Ancestors {
 public:
  explicit Ancestors(const Supernodes& supernodes)
      : supernodes_{&supernodes}, piece_of_(supernodes.size(), none) {}

  void clear();
  /// Adds `rank` and its ancestors, to one side.
  void add(Rank rank, Side side);
  /// Calls visit(block, sides), each block after those below it; `sides` are those that have any of
  /// it.
  template <class Visit>
  void visit(const Visit& visit) const {
    std::size_t end = pieces_.size();
    for (std::size_t c = chains_.size(); c-- > 0; end = chains_[c]) {
      for (std::size_t i = chains_[c]; i < end; ++i) {
        visit(supernodes_->block(pieces_[i].lowest), pieces_[i].sides);
      }
    }
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  struct Piece {
    Rank lowest;
    std::uint8_t sides;
  };
  const Supernodes* supernodes_;
  std::vector<Piece> pieces_;            // a supernode each, chain by chain
  std::vector<std::size_t> chains_;      // where each begins
  std::vector<std::uint32_t> piece_of_;  // by the last rank of a supernode
};

}  // namespace corridor::detail
