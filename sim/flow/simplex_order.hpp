#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "flow/network_simplex.hpp"

namespace corridor {

/// Positions sorted by key.
struct SortedByKey {
  std::vector<std::uint32_t> first;  // by key, and one past the last: where its items begin
  std::vector<std::uint32_t> items;
  std::span<const std::uint32_t> of(std::uint32_t key) const {
    return {items.data() + first[key], items.data() + first[key + 1]};
  }
};
SortedByKey sorted_by(const std::vector<std::uint32_t>& key, std::size_t keys);

/// A first tree, and numbers by which what is read together lies together: nodes in preorder of
/// that tree, arcs by tail in short runs, the runs dealt out so that each stretch of them samples
/// the whole network.
struct SimplexOrder {
  std::vector<std::uint32_t> node;  // the new number of each node
  std::vector<std::uint32_t> arc;   // and of each arc
  SimplexForest forest;             // in new numbers
};

/// Hangs every node but those that send or receive on the cheapest way to the nearest that
/// receives.
SimplexOrder order_from_demands(const SimplexNetwork& network);

/// The network in the new numbers.
SimplexNetwork reordered(const SimplexNetwork& network, const SimplexOrder& order);

}  // namespace corridor
