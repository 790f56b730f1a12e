#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corridor/study/most_between.hpp"

namespace corridor {

/// An edge of a cut tree: it parts the places into two sides, and no more than its value flows from
/// any place on one side to any on the other.
struct CutTreeEdge {
  double t_yr = 0;
  std::vector<NodeId>
      side;                // the places on the smaller side; of two alike, without the first place
  std::vector<ArcId> cut;  // what binds from there to the others
};

/// The most that fits between any two of some places, one pair at a time.
struct MostOfAll {
  std::vector<NodeId> places;
  std::vector<double> t_yr;   // by origin, then destination; infinite: unlimited, or to itself
  std::vector<char> assumed;  // likewise: 1 where a capacity of the cut is weak
  /// All of it in one tree (Gomory and Hu 1961), narrowest edge first: between two places flows the
  /// least on the tree's path between them. Only where as much flows back as forth everywhere and
  /// the tree gives what the solves of single pairs do; otherwise `no_tree` says why not.
  std::vector<CutTreeEdge> tree;
  std::string no_tree;
  std::optional<bool> certified;  // every flow with its cuts, and the tree

  double between(std::size_t from, std::size_t to) const { return t_yr[from * places.size() + to]; }
};

/// Asks for each ordered pair by a maximum flow of its own, and for the tree besides. `places` are
/// different, and at least two.
MostOfAll most_of_all(const Compiled& compiled, const World& world,
                      const std::vector<NodeId>& places, bool certify);

}  // namespace corridor
