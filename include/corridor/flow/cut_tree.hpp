#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corridor/flow/max_flow.hpp"

namespace corridor {

/// The most that flows between any two of some places, where every way carries as much back as
/// forth: as a tree over the places (Gomory and Hu 1961). Between two of them flows the least that
/// stands on the tree's path between them, and the places on either side of that edge are those of
/// a minimum cut.
struct CutTree {
  std::vector<VertexId> places;
  std::vector<std::size_t> parent;  // by place, as a position in `places`; the first is its own
  std::vector<Tonnage> value;  // by place: to its parent; unlimited_tonnage if nothing limits it
};

/// The cut tree of `places` by one maximum flow for each of them but the first (Gusfield 1990).
/// Throws std::invalid_argument as max_flow does, if a place is given twice, or if between two
/// vertices the capacities of the two directions differ.
CutTree cut_tree(const Graph& graph, std::span<const Tonnage> capacity,
                 std::span<const VertexId> places);

/// The most that flows between two places, given by their positions; unlimited_tonnage where
/// nothing limits it, as from a place to itself.
Tonnage most_between(const CutTree& tree, std::size_t from, std::size_t to);

/// Checks all pairs at once: across each edge of the tree runs a flow of its value, and a cut of
/// that value has the places on their sides of the edge. Both are asked for anew, and each is
/// certified without use of how it was found.
bool certify(const Graph& graph, std::span<const Tonnage> capacity, const CutTree& tree);

}  // namespace corridor
