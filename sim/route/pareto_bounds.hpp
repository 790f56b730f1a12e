#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "route/pareto_buckets.hpp"
#include "route/pareto_core.hpp"
#include "route/pareto_staircase.hpp"

namespace corridor::detail {

/// Positive weights of two objectives, small enough that no weighted sum overflows.
struct Mix {
  Pair<std::uint64_t> share{};
  template <class W>
  std::uint64_t of(const Pair<W>& excess) const {
    return share[0] * excess[0] + share[1] * excess[1];
  }
};

/// What the weighted sums of a core's costs tell before the search for all its paths: good paths,
/// and how far each state is from the target by each of the sums.
template <class W>
class MixedBounds {
 public:
  static constexpr std::size_t most_mixes = 3;
  static constexpr std::uint64_t too_far = UINT64_MAX / 2;
  using Distances = std::array<std::uint64_t, most_mixes>;

  void run(const TwoCore<W>& core);

  const std::vector<Mix>& mixes() const { return mixes_; }
  /// Inner corners of the staircase of good paths; see Staircase.
  const std::vector<Pair<W>>& corners() const { return corners_; }
  /// By state, then by mix: the least sum from there to the target; too_far where no path of use
  /// leads there.
  const std::vector<Distances>& to_target() const { return to_target_; }

 private:
  struct Label {
    std::uint64_t sum = too_far;
    Pair<W> excess{};
  };
  struct Entry {
    std::uint64_t sum;
    std::uint32_t state;
  };

  void add_known_ways(const TwoCore<W>& core);
  void add_mixed_ways(const TwoCore<W>& core);
  Mix mix_between(Pair<W> left, Pair<W> right) const;
  std::uint64_t most_of(const Mix& mix) const;
  template <Direction direction>
  void search(const TwoCore<W>& core, const Mix& mix, std::vector<Label>& labels);
  void keep(const TwoCore<W>& core, const Mix& mix);

  Pair<W> range_{};
  Staircase<W> stairs_;
  std::vector<Mix> mixes_;
  std::vector<Pair<W>> corners_;
  std::vector<Distances> to_target_;
  std::vector<char> alive_;  // by state: 0 where a sum has shown that no path of use passes
  std::vector<Label> from_start_;
  std::vector<Label> onward_;
  std::vector<Entry> front_;
  BucketQueue<Entry> queue_;
};

extern template class MixedBounds<std::uint32_t>;
extern template class MixedBounds<std::uint64_t>;

}  // namespace corridor::detail
