#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

#include "corridor/route/alternatives.hpp"

#include "support/random_graph.hpp"

namespace corridor::test {

/// Roads of one to three arcs each, some arcs on none, with lengths that have nothing to do with
/// the weights.
struct Roads {
  std::vector<std::uint32_t> road;
  std::vector<Weight> length;

  Roads(Dice& dice, std::size_t arcs) {
    for (std::size_t arc = 0; arc < arcs; ++arc) {
      const bool none = dice.roll(6) == 0;
      road.push_back(none ? Difference::no_road : static_cast<std::uint32_t>(dice.roll(1 + arcs)));
      length.push_back(static_cast<Weight>(1 + dice.roll(9)));
    }
  }
  Difference difference() const {
    Difference difference;
    difference.road = road;
    difference.length = length;
    return difference;
  }
  Weight length_of(const Path& path) const {
    Weight sum = 0;
    for (const ArcId arc : path.arcs) sum += on_a_road(arc) ? length[arc.index()] : 0;
    return sum;
  }
  /// The length of the longest piece of the earlier path whose roads the path does not use.
  Weight left_out(const Path& path, const Path& earlier) const {
    std::set<std::uint32_t> roads;
    for (const ArcId arc : path.arcs) roads.insert(road[arc.index()]);
    Weight longest = 0;
    Weight piece = 0;
    for (const ArcId arc : earlier.arcs) {
      if (!on_a_road(arc)) continue;
      piece = roads.contains(road[arc.index()]) ? 0 : piece + length[arc.index()];
      longest = std::max(longest, piece);
    }
    return longest;
  }

 private:
  bool on_a_road(ArcId arc) const { return road[arc.index()] != Difference::no_road; }
};

}  // namespace corridor::test
