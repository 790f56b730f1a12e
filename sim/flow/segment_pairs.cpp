#include "flow/segment_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace corridor::detail {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// A known pair will do for a bush if it saves at least this share of the excess of the arc,
constexpr double least_saving = 0.5;
/// and the bush has at least this share of what the arc carries on all of the segment.
constexpr double least_share = 0.25;
/// Steps of Newton's method on one visit; what is left waits for the next.
constexpr int most_steps = 20;
/// Where a step closes a difference of no more than this share of the costs, they are close to
/// straight lines, and one step is enough.
constexpr double straight = 1e-3;
constexpr double rounding = 2.2e-16;

}  // namespace

SegmentPairs::SegmentPairs(BushNetwork& network, Bushes& bushes)
    : network_{&network},
      bushes_{&bushes},
      ending_(network.arc_count()),
      along_(network.arc_count()),
      seen_(network.vertex_count()),
      place_(network.vertex_count()) {}

SegmentPairs::Index SegmentPairs::relate(std::size_t bush, Index arc, const BushTree& tree,
                                         double excess) {
  Index pair = known(bush, arc, tree.arc_into(network_->head(arc)), excess);
  if (pair == BushNetwork::none) {
    if (!trace(bush, arc, tree)) return BushNetwork::none;
    pair = add(bush, arc, tree);
  }
  join(pair, bush);
  return pair;
}

SegmentPairs::Index SegmentPairs::known(std::size_t bush, Index arc, Index other,
                                        double excess) const {
  const std::span<const double> carried = bushes_->carried(bush);
  for (const Index half : ending_[arc]) {
    const Pair& pair = pairs_[half / 2];
    const int side = static_cast<int>(half % 2);
    if (pair.of_class != (*bushes_)[bush].of_class) continue;
    if (segment(pair, 1 - side).front() != other) continue;
    const std::span<const Index> used = segment(pair, side);
    const double least = least_share * carried[arc];
    if (std::any_of(used.begin(), used.end(), [&](Index a) { return carried[a] < least; })) {
      continue;
    }
    const double saving = cost(used, pair.of_class) - cost(segment(pair, 1 - side), pair.of_class);
    if (saving >= least_saving * excess) return half / 2;
  }
  return BushNetwork::none;
}

/// Goes back from the arc along the fullest arcs until the tree's path to its head is met, and
/// drops the circles on the way. False if the arc carries nothing any more.
bool SegmentPairs::trace(std::size_t bush, Index arc, const BushTree& tree) {
  const std::span<double> carried = bushes_->carried(bush);
  const Index head = network_->head(arc);
  while (carried[arc] > 0) {
    stamp_ += 2;
    for (Index v = head; tree.arc_into(v) != BushNetwork::none;) {
      v = network_->tail(tree.arc_into(v));
      seen_[v] = stamp_;
    }
    trace_.assign(1, arc);
    seen_[head] = stamp_ + 1;
    place_[head] = 0;
    Index v = network_->tail(arc);
    while (seen_[v] < stamp_) {
      const Index fullest = fullest_into(bush, v);
      if (fullest == BushNetwork::none) break;
      seen_[v] = stamp_ + 1;
      place_[v] = static_cast<Index>(trace_.size());
      trace_.push_back(fullest);
      v = network_->tail(fullest);
    }
    if (seen_[v] == stamp_) return true;
    // Either a circle, or nothing enters a vertex that something leaves: dust.
    const bool is_circle = seen_[v] > stamp_;
    drop_cycle(bush, std::span{trace_}.subspan(is_circle ? place_[v] : trace_.size() - 1));
  }
  return false;
}

SegmentPairs::Index SegmentPairs::fullest_into(std::size_t bush, Index vertex) const {
  const std::span<const double> carried = bushes_->carried(bush);
  Index fullest = BushNetwork::none;
  double most = 0;
  for (Index arc = network_->first_in(vertex); arc < network_->first_in(vertex + 1); ++arc) {
    if (carried[arc] > most) fullest = arc;
    most = std::max(most, carried[arc]);
  }
  return fullest;
}

void SegmentPairs::drop_cycle(std::size_t bush, std::span<const Index> arcs) {
  ++dropped_;
  const std::span<double> carried = bushes_->carried(bush);
  double least = infinite;
  for (const Index arc : arcs) least = std::min(least, carried[arc]);
  for (const Index arc : arcs) {
    carried[arc] -= least;
    network_->add(arc, -least);
  }
}

SegmentPairs::Index SegmentPairs::add(std::size_t bush, Index arc, const BushTree& tree) {
  Pair pair{{arcs_.size(), arcs_.size() + trace_.size(), 0},
            (*bushes_)[bush].of_class,
            false,
            0,
            infinite,
            {}};
  const Index meeting = network_->tail(trace_.back());
  arcs_.insert(arcs_.end(), trace_.begin(), trace_.end());
  for (Index v = network_->head(arc); v != meeting;) {
    arcs_.push_back(tree.arc_into(v));
    v = network_->tail(arcs_.back());
  }
  pair.first[2] = arcs_.size();
  const auto number = static_cast<Index>(pairs_.size());
  pairs_.push_back(std::move(pair));
  ending_[arc].push_back(2 * number);
  ending_[tree.arc_into(network_->head(arc))].push_back(2 * number + 1);
  return number;
}

void SegmentPairs::join(Index number, std::size_t bush) {
  Pair& pair = pairs_[number];
  const auto with = static_cast<std::uint32_t>(bush);
  if (std::find(pair.bushes.begin(), pair.bushes.end(), with) == pair.bushes.end()) {
    pair.bushes.push_back(with);
  }
  if (!pair.in_use) in_use_.push_back(number);
  pair.in_use = true;
}

double SegmentPairs::cost(std::span<const Index> segment, std::uint32_t of_class) const {
  const std::span<const double> costs = network_->costs(of_class);
  double sum = 0;
  for (const Index arc : segment) sum += costs[arc];
  return sum;
}

SegmentPairs::Difference SegmentPairs::difference(const Pair& pair) const {
  const double first = cost(segment(pair, 0), pair.of_class);
  const double second = cost(segment(pair, 1), pair.of_class);
  double slope = 0;
  for (std::size_t i = pair.first[0]; i < pair.first[2]; ++i) slope += network_->slope(arcs_[i]);
  return {first > second ? 0 : 1, std::abs(first - second), slope, rounding * (first + second)};
}

double SegmentPairs::even_out(Index number) {
  Pair& pair = pairs_[number];
  Difference now = difference(pair);
  const int from = now.dearer;
  double saved = 0;
  // What has been moved from `from` on balance; it is right between these.
  double moved = 0;
  double least = 0;
  double most = infinite;
  // A step on nearly straight lines needs no look back, unless the last visit was in vain.
  const bool is_easy =
      now.cost < straight * now.noise / rounding && now.cost < 0.5 * pair.difference;
  pair.difference = now.cost;
  for (int step = 0; step < most_steps && now.cost > now.noise; ++step) {
    const bool forward = now.dearer == from;
    (forward ? least : most) = moved;
    double wanted = now.slope > 0 ? now.cost / now.slope : infinite;
    if (wanted >= most - least) wanted = (most - least) / 2;
    const double done = move(pair, now.dearer, wanted);
    saved += done * now.cost;
    moved += forward ? done : -done;
    if (done <= 0 || is_easy) break;
    now = difference(pair);
  }
  pair.moved += from == 0 ? moved : -moved;
  return saved;
}

double SegmentPairs::move(Pair& pair, int from, double most) {
  const std::span<const Index> dearer = segment(pair, from);
  const std::span<const Index> cheaper = segment(pair, 1 - from);
  double moved = 0;
  std::size_t kept = 0;
  std::size_t next = 0;
  while (next < pair.bushes.size() && moved < most) {
    const std::uint32_t bush = pair.bushes[next++];
    const double taken = take(bush, dearer, cheaper, most - moved);
    if (taken <= 0) continue;  // it has nothing to move, and leaves the pair
    moved = taken < most - moved ? moved + taken : most;
    pair.bushes[kept++] = bush;
  }
  if (kept < next) {
    pair.bushes.erase(pair.bushes.begin() + static_cast<std::ptrdiff_t>(kept),
                      pair.bushes.begin() + static_cast<std::ptrdiff_t>(next));
  }
  if (moved > 0) {
    for (const Index arc : dearer) network_->add(arc, -moved);
    for (const Index arc : cheaper) network_->add(arc, moved);
  }
  return moved;
}

double SegmentPairs::take(std::size_t bush, std::span<const Index> from, std::span<const Index> to,
                          double most) {
  const std::span<double> carried = bushes_->carried(bush);
  double all = infinite;
  for (const Index arc : from) all = std::min(all, carried[arc]);
  if (all <= 0) return 0;
  const double taken = std::min(all, most);
  const double dust = taken < all ? 0 : (*bushes_)[bush].dust;
  for (const Index arc : from) {
    const double left = carried[arc] - taken;
    carried[arc] = left > dust ? left : 0;
  }
  for (const Index arc : to) carried[arc] += taken;
  return taken;
}

double SegmentPairs::even_out_all() {
  double saved = 0;
  std::size_t kept = 0;
  for (const Index number : in_use_) {
    saved += even_out(number);
    pairs_[number].in_use = !pairs_[number].bushes.empty();
    in_use_[kept] = number;
    kept += pairs_[number].in_use ? 1U : 0U;
  }
  in_use_.resize(kept);
  return saved;
}

}  // namespace corridor::detail
