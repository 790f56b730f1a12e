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

/// The ancestors of a set of ranks, as blocks. Each rank adds a chain of blocks that ends at a root
/// or at an older chain; so whatever hangs from a chain is in it, or in younger ones.
class Ancestors {
 public:
  explicit Ancestors(const Supernodes& supernodes)
      : supernodes_{&supernodes}, piece_of_(supernodes.size(), none) {}

  void clear();
  /// Adds the ancestors of `rank`, and itself.
  void add(Rank rank);
  /// Calls visit(Block), each block after those below it.
  template <class Visit>
  void visit(const Visit& visit) const {
    std::size_t end = lowest_.size();
    for (std::size_t c = chains_.size(); c-- > 0; end = chains_[c]) {
      for (std::size_t i = chains_[c]; i < end; ++i) visit(supernodes_->block(lowest_[i]));
    }
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  const Supernodes* supernodes_;
  std::vector<Rank> lowest_;             // of each supernode met, chain by chain
  std::vector<std::size_t> chains_;      // where each begins
  std::vector<std::uint32_t> piece_of_;  // by the last rank of a supernode: its place in lowest_
};

}  // namespace corridor::detail
