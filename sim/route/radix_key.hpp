#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"

namespace corridor {

__extension__ using WideKey = unsigned __int128;

/// What a search must know of a metric before it starts.
struct WeightRange {
  Weight bound = 0;      // no path without a loop weighs more; at most infinite_weight
  Weight heaviest = 0;   // of the open arcs
  int typical_bits = 0;  // the length of an open arc's weight in binary, on average over a sample
};

/// The range with a rough bound: the heaviest open arc, once a vertex.
WeightRange rough_range(const Graph& graph, std::span<const Weight> weight);
/// The heaviest open arc out of each vertex, added up.
Weight tight_bound(const Graph& graph, std::span<const Weight> weight);

/// The range, with as rough a bound as lets `Keys` hold all lengths, if any does.
template <class Keys>
WeightRange range_for(const Graph& graph, std::span<const Weight> weight) {
  WeightRange range = rough_range(graph, weight);
  if (!Keys::fit(range, graph.vertex_count())) range.bound = tight_bound(graph, weight);
  return range;
}

/// Digits of a number in binary.
inline int bits_of(std::uint64_t number) { return static_cast<int>(std::bit_width(number)); }

/// Lengths of walks (distance, then arcs) as single numbers: the distance above, the arcs below, so
/// that one comparison keeps the rule of ties and one addition goes along an arc. Nothing shorter
/// than `none` is out of reach.
template <class Bits>
class TreeKeys {
 public:
  using Key = Bits;
  static constexpr bool counts_arcs = true;

  /// Whether all lengths in the graph fit, with the room that an estimate takes.
  static bool fit(const WeightRange& range, std::size_t vertices) {
    if constexpr (sizeof(Bits) > sizeof(std::uint64_t)) return true;
    const auto distance = static_cast<std::uint64_t>(range.bound);
    return range.bound < infinite_weight && bits_of(distance) + bits_of(vertices) + 1 <= 63;
  }

  TreeKeys() = default;
  explicit TreeKeys(std::size_t vertices) {
    if constexpr (sizeof(Bits) == sizeof(std::uint64_t)) {
      shift_ = bits_of(vertices);
      most_ = (Weight{1} << (63 - shift_)) - 1;
    }
  }

  int shift() const { return shift_; }
  /// What a closed arc counts in place of infinite_weight: past every distance, far from overflow.
  Weight most() const { return most_; }
  Key none() const { return static_cast<Key>(most_) << shift_; }
  Key step(std::uint64_t weight) const { return (static_cast<Key>(weight) << shift_) + 1; }
  Key of(Weight distance) const { return static_cast<Key>(distance) << shift_; }
  Weight distance(Key key) const {
    return key >= none() ? infinite_weight : static_cast<Weight>(key >> shift_);
  }
  std::uint32_t hops(Key key) const {
    return static_cast<std::uint32_t>(key & ((Key{1} << shift_) - 1));
  }

 private:
  int shift_ = 32;
  Weight most_ = infinite_weight;
};

/// Distances alone.
template <class Bits>
class DistanceKeys {
 public:
  using Key = Bits;
  static constexpr bool counts_arcs = false;

  static bool fit(const WeightRange& range, std::size_t) {
    return sizeof(Bits) == sizeof(Weight) || range.bound < INT32_MAX;
  }

  DistanceKeys() = default;
  explicit DistanceKeys(std::size_t) {}

  int shift() const { return 0; }
  Weight most() const { return sizeof(Bits) == sizeof(Weight) ? infinite_weight : INT32_MAX; }
  Key none() const { return static_cast<Key>(most()); }
  Key step(std::uint64_t weight) const { return static_cast<Key>(weight); }
  Key of(Weight distance) const { return static_cast<Key>(distance); }
  Weight distance(Key key) const {
    return key >= none() ? infinite_weight : static_cast<Weight>(key);
  }
  std::uint32_t hops(Key) const { return 0; }
};

}  // namespace corridor
