#pragma once

#include <vector>

#include "corridor/route/hierarchy.hpp"

namespace corridor::detail {

/// The elimination tree of an order, in its post-order: the subtree of a rank is what lies between
/// first_below and the rank.
struct EliminationTree {
  std::vector<Rank> rank;         // by vertex; no_rank if left out
  std::vector<VertexId> vertex;   // by rank
  std::vector<Rank> parent;       // by rank; no_rank at a root
  std::vector<Rank> first_below;  // by rank
};

/// Throws std::invalid_argument as the constructor of Hierarchy does.
EliminationTree elimination_tree(const Graph& graph, std::span<const VertexId> order);

/// Edges by their lower ends.
struct ChordalGraph {
  std::vector<EdgeIndex> first_up;  // by rank, and one past the last
  std::vector<Rank> head;           // ascending for each rank
};

/// The neighbours that each rank has among higher ones when all lower ones are eliminated, which
/// join their neighbours to each other.
ChordalGraph fill_in(const Graph& graph, const EliminationTree& tree);

}  // namespace corridor::detail
