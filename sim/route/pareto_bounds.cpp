#include "route/pareto_bounds.hpp"

#include <algorithm>
#include <bit>
#include <deque>

namespace corridor::detail {

namespace {

template <class W>
Pair<W> sum(const Pair<W>& a, const Pair<W>& b, const Pair<W>& c) {
  return {static_cast<W>(a[0] + b[0] + c[0]), static_cast<W>(a[1] + b[1] + c[1])};
}

}  // namespace

template <class W>
void MixedBounds<W>::run(const TwoCore<W>& core) {
  range_ = core.range;
  mixes_.clear();
  stairs_.start(core.range);
  Distances none;
  none.fill(0);
  to_target_.assign(core.size(), none);
  alive_.assign(core.size(), 1);
  if (range_[0] > 0 && range_[1] > 0) {
    add_known_ways(core);
    std::deque<Pair<Pair<W>>> gaps{{Pair<W>{0, range_[1]}, Pair<W>{range_[0], 0}}};
    while (!gaps.empty() && mixes_.size() < most_mixes) {
      const auto [left, right] = gaps.front();
      gaps.pop_front();
      const Mix mix = mix_between(left, right);
      search<Direction::backward>(core, mix, onward_);
      search<Direction::forward>(core, mix, from_start_);
      add_mixed_ways(core);
      keep(core, mix);
      const Pair<W> middle = onward_[core.start].excess;
      if (mix.of(middle) >= std::min(mix.of(left), mix.of(right))) continue;
      gaps.push_back({left, middle});
      gaps.push_back({middle, right});
    }
  }
  corners_ = stairs_.corners();
}

/// Paths that follow the best way of one objective to an arc and of the same or the other from it.
template <class W>
void MixedBounds<W>::add_known_ways(const TwoCore<W>& core) {
  for (std::uint32_t tail = 0; tail < core.size(); ++tail) {
    const auto& come = core.ways[tail].from_start;
    for (const auto& arc : core.out(tail)) {
      const auto& go = core.ways[arc.end].to_target;
      for (const Pair<W>& before : come) {
        for (const Pair<W>& after : go) stairs_.add(sum(before, arc.excess, after));
      }
    }
  }
}

/// The same with the best way of the weighted sum on one side at least.
template <class W>
void MixedBounds<W>::add_mixed_ways(const TwoCore<W>& core) {
  for (std::uint32_t tail = 0; tail < core.size(); ++tail) {
    if (alive_[tail] == 0) continue;
    const Label& before = from_start_[tail];
    for (const auto& arc : core.out(tail)) {
      const Label& after = onward_[arc.end];
      if (before.sum < too_far) {
        for (const Pair<W>& go : core.ways[arc.end].to_target) {
          stairs_.add(sum(before.excess, arc.excess, go));
        }
        if (after.sum < too_far) stairs_.add(sum(before.excess, arc.excess, after.excess));
      }
      if (after.sum < too_far) {
        for (const Pair<W>& come : core.ways[tail].from_start) {
          stairs_.add(sum(come, arc.excess, after.excess));
        }
      }
    }
  }
}

/// The weights by which both points are equally good, as near as few bits allow.
template <class W>
Mix MixedBounds<W>::mix_between(Pair<W> left, Pair<W> right) const {
  Pair<std::uint64_t> share{left[1] - right[1], right[0] - left[0]};
  const int width = static_cast<int>(std::bit_width(std::max<W>(range_[0], range_[1])));
  const int bits = std::min(24, 60 - width);
  const int excess_bits = static_cast<int>(std::bit_width(std::max(share[0], share[1]))) - bits;
  for (std::uint64_t& each : share) {
    if (excess_bits > 0) each >>= excess_bits;
    each = std::max<std::uint64_t>(each, 1);
  }
  return {share};
}

template <class W>
std::uint64_t MixedBounds<W>::most_of(const Mix& mix) const {
  std::uint64_t most = 0;
  for (const Pair<W>& corner : stairs_.corners()) most = std::max(most, mix.of(corner));
  return most;
}

/// Labels the states that a path of use can pass by the weighted sum.
template <class W>
template <Direction direction>
void MixedBounds<W>::search(const TwoCore<W>& core, const Mix& mix, std::vector<Label>& labels) {
  constexpr bool ahead = direction == Direction::forward;
  const std::uint64_t most = most_of(mix);
  labels.assign(core.size(), {});
  const std::uint32_t start = ahead ? core.start : core.target;
  queue_.start(most);
  labels[start].sum = 0;
  queue_.push(0, {0, start});
  while (queue_.least_key() <= most) {
    queue_.take(front_);
    while (!front_.empty()) {
      const auto [from, state] = front_.back();
      front_.pop_back();
      if (labels[state].sum != from) continue;
      const Pair<W> here = labels[state].excess;
      for (const auto& arc : ahead ? core.out(state) : core.in(state)) {
        const std::uint64_t key = from + mix.of(arc.excess);
        Label& label = labels[arc.end];
        if (key >= label.sum || key > most || alive_[arc.end] == 0) continue;
        label = {
            key,
            {static_cast<W>(here[0] + arc.excess[0]), static_cast<W>(here[1] + arc.excess[1])}};
        if (queue_.in_front(key)) {
          front_.push_back({key, arc.end});
        } else {
          queue_.push(key, {key, arc.end});
        }
      }
    }
  }
}

template <class W>
void MixedBounds<W>::keep(const TwoCore<W>& core, const Mix& mix) {
  const std::uint64_t most = most_of(mix);
  const std::size_t which = mixes_.size();
  mixes_.push_back(mix);
  for (std::size_t state = 0; state < core.size(); ++state) {
    if (alive_[state] == 0) continue;
    const bool useful = from_start_[state].sum < too_far && onward_[state].sum < too_far &&
                        from_start_[state].sum + onward_[state].sum <= most;
    alive_[state] = useful ? 1 : 0;
    to_target_[state][which] = useful ? onward_[state].sum : too_far;
  }
}

template class MixedBounds<std::uint32_t>;
template class MixedBounds<std::uint64_t>;

}  // namespace corridor::detail
