#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corridor/route/hierarchy.hpp"

#include "route/sweep_kernel.hpp"

namespace corridor::detail {

/// The elimination tree in steps of supernodes (see Block; they are those of sparse Cholesky
/// factorisation). A walk to the root passes hundreds of ranks, but few supernodes.
class Supernodes {
 public:
  using Index = std::uint32_t;
  static constexpr Index none = UINT32_MAX;

  explicit Supernodes(const Hierarchy& hierarchy);

  std::size_t count() const { return nodes_.size(); }
  std::size_t ranks() const { return node_of_.size(); }
  std::size_t most_rows() const { return most_rows_; }
  /// Levels count from the bottom of the deepest walk to the roots, which have the highest.
  std::size_t levels() const { return level_count_; }

  Index node_of(Rank rank) const { return node_of_[rank]; }
  /// Where a walk goes on above a supernode; no_rank and none at a root.
  Rank next_rank(Index node) const { return nodes_[node].next_rank; }
  Index next(Index node) const { return nodes_[node].next; }
  std::size_t level(Index node, Rank rank) const {
    return nodes_[node].level + (rank - nodes_[node].first);
  }
  std::size_t level(Rank rank) const { return level(node_of(rank), rank); }

  /// The members of a supernode from `rank` up, with labels by rank; or by level, which are few.
  Block block(Index node, Rank rank) const {
    return block(nodes_[node], rank, {rank, heads_.data()});
  }
  Block block_by_level(Index node, Rank rank) const {
    return block(nodes_[node], rank,
                 {static_cast<std::uint32_t>(level(node, rank)), head_levels_.data()});
  }

 private:
  struct alignas(32) Node {
    Rank first = 0;  // the lowest member
    std::uint32_t rows = 0;
    std::uint32_t width = 0;
    EdgeIndex first_edge = 0;
    std::uint32_t heads = 0;  // where its upper neighbours begin
    std::uint32_t level = 0;
    Rank next_rank = no_rank;
    Index next = none;
  };
  /// How labels are counted: that of the lowest member, and those of upper neighbours.
  struct Count {
    std::uint32_t first;
    const std::uint32_t* heads;
  };

  Block block(const Node& node, Rank rank, const Count& label) const {
    const std::uint32_t i = rank - node.first;
    const std::uint32_t width = node.width - i;
    const EdgeIndex edge = node.first_edge + i * node.width - i * (i - 1) / 2;
    const std::uint32_t rows = node.rows - i;
    const std::size_t end = edge + std::size_t{rows} * width - std::size_t{rows} * (rows - 1) / 2;
    return {label.first, rows, width, edge, label.heads + node.heads + i, edges_ - end};
  }
  void find_members(const Hierarchy& hierarchy);
  void find_heads(const Hierarchy& hierarchy);

  std::vector<Index> node_of_;  // by rank
  std::vector<Node> nodes_;     // by their members
  std::vector<std::uint32_t> heads_;
  std::vector<std::uint32_t> head_levels_;
  std::size_t edges_ = 0;
  std::size_t most_rows_ = 0;
  std::size_t level_count_ = 0;
};

/// The two sides of a query, as bits.
enum Side : std::uint8_t { from_side = 1, to_side = 2 };

/// The ancestors of a set of ranks, as supernodes. Each rank adds a chain that ends at a root or at
/// an older chain; so whatever hangs from a chain is in it, or in younger ones.
class Ancestors {
 public:
  explicit Ancestors(const Supernodes& supernodes)
      : supernodes_{&supernodes}, piece_of_(supernodes.count(), none) {}

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
        visit(supernodes_->block(pieces_[i].node, pieces_[i].lowest), pieces_[i].sides);
      }
    }
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  struct Piece {
    Supernodes::Index node;
    Rank lowest;
    std::uint8_t sides;
  };
  const Supernodes* supernodes_;
  std::vector<Piece> pieces_;            // chain by chain
  std::vector<std::size_t> chains_;      // where each begins
  std::vector<std::uint32_t> piece_of_;  // by supernode
};

}  // namespace corridor::detail
