#include "route/pareto_two.hpp"

#include <algorithm>
#include <cmath>

namespace corridor::detail {

namespace {

constexpr std::size_t corner_slots = 1024;

/// The least excess over `least` that a path may have for one of excess `found` to be within
/// epsilon of it.
template <class W>
W least_within(W found, W least, double epsilon) {
  if (epsilon == 0) return found;
  const double cost = static_cast<double>(found) + static_cast<double>(least);
  const double within = std::ceil(cost / (1 + epsilon)) - static_cast<double>(least);
  return within <= 0 ? W{0} : std::min(found, static_cast<W>(within));
}

}  // namespace

template <class W>
ParetoSet TwoSearch<W>::run(const TwoCore<W>& core, const MixedBounds<W>& bounds,
                            const Stages& stages, const ParetoOptions& options) {
  prepare(core, bounds);
  const auto later = [&](const Entry& a, const Entry& b) { return tree_.is_later(core, a, b); };
  ParetoSet answer;
  std::vector<std::uint32_t> found;
  queue_.push(0, {{0, 0}, core.start, Tree::none});
  while (queue_.least_key() != BucketQueue<Entry>::none && answer.complete) {
    queue_.take(front_);
    std::make_heap(front_.begin(), front_.end(), later);
    while (!front_.empty()) {
      std::pop_heap(front_.begin(), front_.end(), later);
      const Entry entry = front_.back();
      front_.pop_back();
      if (entry.excess[1] >= nodes_[entry.state].least || entry.excess[1] >= bound_) continue;
      if (tree_.size() >= options.most_labels) {
        answer.complete = false;
        break;
      }
      nodes_[entry.state].least = entry.excess[1];
      const std::uint32_t label = tree_.keep(entry);
      if (entry.state == core.target) {
        found.push_back(label);
        bound_ = least_within(entry.excess[1], core.least[1], options.epsilon);
      } else {
        expand(core, label);
      }
    }
  }
  answer.labels = tree_.size();
  for (const std::uint32_t label : found) {
    answer.paths.push_back(tree_.path_to(core, stages, label));
  }
  return answer;
}

template <class W>
void TwoSearch<W>::prepare(const TwoCore<W>& core, const MixedBounds<W>& bounds) {
  mixes_ = bounds.mixes();
  mix_count_ = mixes_.size();
  bound_ = core.range[1] + 1;
  corners_.clear();
  for (const Pair<W>& excess : bounds.corners()) {
    Corner& corner = corners_.emplace_back(Corner{excess, {}});
    for (std::size_t i = 0; i < mix_count_; ++i) corner.sum[i] = mixes_[i].of(excess);
  }
  corner_shift_ = 0;
  while ((core.range[0] >> corner_shift_) >= corner_slots) ++corner_shift_;
  corner_at_.clear();
  std::uint32_t corner = 0;
  for (std::size_t slot = 0; slot < corner_slots; ++slot) {
    const std::uint64_t least = std::uint64_t{slot} << corner_shift_;
    while (corner < corners_.size() && corners_[corner].excess[0] < least) ++corner;
    corner_at_.push_back(corner);
  }
  nodes_.resize(core.size());
  for (std::size_t state = 0; state < core.size(); ++state) {
    nodes_[state] = {unreached<W>, bounds.to_target()[state]};
  }
  tree_.clear();
  front_.clear();
  queue_.start(core.range[0]);
}

template <class W>
void TwoSearch<W>::expand(const TwoCore<W>& core, std::uint32_t label) {
  const Pair<W> here = tree_[label].excess;
  for (const auto& arc : core.out(tree_[label].state)) {
    const Pair<W> there{static_cast<W>(here[0] + arc.excess[0]),
                        static_cast<W>(here[1] + arc.excess[1])};
    const Node& node = nodes_[arc.end];
    if (there[1] >= node.least || there[1] >= bound_ || there[0] > corners_.back().excess[0])
      continue;
    if (!may_come_below(there, node)) continue;
    const Entry entry{there, arc.end, label};
    if (queue_.in_front(there[0])) {
      front_.push_back(entry);
      std::push_heap(front_.begin(), front_.end(),
                     [&](const Entry& a, const Entry& b) { return tree_.is_later(core, a, b); });
    } else {
      queue_.push(there[0], entry);
    }
  }
}

/// Whether some inner corner is beyond all that a label is bound to become.
template <class W>
bool TwoSearch<W>::may_come_below(const Pair<W>& excess, const Node& node) const {
  typename MixedBounds<W>::Distances sum{};
  for (std::size_t i = 0; i < mix_count_; ++i) {
    sum[i] = mixes_[i].of(excess) + node.to_target[i];
  }
  for (std::size_t at = corner_at_[excess[0] >> corner_shift_]; at < corners_.size(); ++at) {
    const Corner& corner = corners_[at];
    if (corner.excess[1] < excess[1]) return false;
    bool inside = corner.excess[0] >= excess[0];
    for (std::size_t i = 0; i < mix_count_; ++i) inside = inside && sum[i] <= corner.sum[i];
    if (inside) return true;
  }
  return false;
}

template class TwoSearch<std::uint32_t>;
template class TwoSearch<std::uint64_t>;

}  // namespace corridor::detail
