#include <algorithm>
#include <cmath>
#include <limits>

#include "flow/segment_pairs.hpp"

namespace corridor::detail {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// It is worth going on for at least so many times what has been moved.
constexpr double least_repeats = 0.5;

}  // namespace

/// What all bushes of the pair could move, or at least `enough`.
double SegmentPairs::movable(const Pair& pair, int from, double enough) const {
  double sum = 0;
  for (const std::uint32_t bush : pair.bushes) {
    const std::span<const double> carried = bushes_->carried(bush);
    double least = infinite;
    for (const Index arc : segment(pair, from)) least = std::min(least, carried[arc]);
    sum += least;
    if (sum >= enough) break;
  }
  return sum;
}

/// How many times what has been moved has to be moved again, all at once, for the least cost as
/// Newton's method sees it. Pairs that could not follow are left out.
double SegmentPairs::step_along_moves() {
  double saving = 0;
  for (const Index number : in_use_) {
    Pair& pair = pairs_[number];
    const double by = std::abs(pair.moved);
    if (by == 0) continue;
    if (movable(pair, pair.moved > 0 ? 0 : 1, least_repeats * by) < least_repeats * by) {
      pair.moved = 0;
      continue;
    }
    for (const Index arc : segment(pair, 0)) along_[arc] -= pair.moved;
    for (const Index arc : segment(pair, 1)) along_[arc] += pair.moved;
    saving += pair.moved *
              (cost(segment(pair, 0), pair.of_class) - cost(segment(pair, 1), pair.of_class));
  }
  double slope = 0;
  for (Index arc = 0; arc < along_.size(); ++arc) {
    slope += along_[arc] * along_[arc] * network_->slope(arc);
    along_[arc] = 0;
  }
  if (saving <= 0) return 0;
  return slope > 0 ? saving / slope : infinite;
}

void SegmentPairs::go_on() {
  double step = step_along_moves();
  if (step < least_repeats) {
    for (const Index number : in_use_) pairs_[number].moved = 0;
    return;
  }
  for (const Index number : in_use_) {
    const Pair& pair = pairs_[number];
    const double by = std::abs(pair.moved);
    if (by > 0) step = std::min(step, movable(pair, pair.moved > 0 ? 0 : 1, step * by) / by);
  }
  for (const Index number : in_use_) {
    Pair& pair = pairs_[number];
    if (pair.moved == 0) continue;
    const double done = move(pair, pair.moved > 0 ? 0 : 1, step * std::abs(pair.moved));
    pair.moved = pair.moved > 0 ? done : -done;
  }
}

}  // namespace corridor::detail
