#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "route/pareto_space.hpp"

namespace corridor::detail {

/// The lower left of a set of points in the plane of both excesses, none too close to another: of
/// each of some thousand strips by the first excess it keeps the one point with the least second.
/// Points stand for paths, so that whatever another path may add lies below or beside them.
template <class W>
class Staircase {
 public:
  /// Empty, for points with no more than `range`, of which {0, range[1]} and {range[0], 0} are two.
  void start(Pair<W> range) {
    range_ = range;
    shift_ = 0;
    while ((range[0] >> shift_) >= strip_count) ++shift_;
    strips_.assign(strip_count, {unreached<W>, unreached<W>});
    add({0, range[1]});
    add({range[0], 0});
  }

  void add(Pair<W> point) {
    if (point[0] > range_[0] || point[1] > range_[1]) return;
    Pair<W>& best = strips_[point[0] >> shift_];
    if (point[1] < best[1] || (point[1] == best[1] && point[0] < best[0])) best = point;
  }

  /// The points that no other dominates, from the least first excess to the least second.
  std::vector<Pair<W>> points() const {
    std::vector<Pair<W>> result;
    W least = unreached<W>;
    for (const Pair<W>& point : strips_) {
      if (point[1] >= least) continue;
      least = point[1];
      result.push_back(point);
    }
    return result;
  }

  /// The inner corners of the staircase. Every vector that no point dominates, the points
  /// themselves included, is at or below one of them, and little else is.
  std::vector<Pair<W>> corners() const {
    std::vector<Pair<W>> result;
    W second = range_[1];
    for (const Pair<W>& point : points()) {
      result.push_back({point[0], second});
      second = point[1];
    }
    return result;
  }

 private:
  static constexpr std::size_t strip_count = 1024;

  Pair<W> range_{};
  unsigned shift_ = 0;
  std::vector<Pair<W>> strips_;
};

}  // namespace corridor::detail
