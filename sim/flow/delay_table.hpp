#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/flow/assignment.hpp"
#include "corridor/flow/link_delay.hpp"

namespace corridor::detail {

struct TimeAndSlope {
  double time;
  double slope;
};

/// The delays of many links, ready for solvers. Under a system optimum a link's time is what one
/// more unit costs everybody, t + v t', so that its area is v t and solvers need not know the
/// principle.
///
/// Most links are constant or BPR with a power of 4, hence one formula, free + factor v^4, which
/// knows no branches; the others are marked by a negative factor.
class DelayTable {
 public:
  explicit DelayTable(Principle principle = Principle::user_equilibrium) : principle_{principle} {}

  void add(const LinkDelay& link);
  std::size_t size() const { return quartic_.size(); }

  TimeAndSlope at(std::uint32_t link, double volume) const {
    const Quartic& quartic = quartic_[link];
    if (quartic.factor < 0) [[unlikely]]
      return other_at(link, volume);
    const double square = volume * volume;
    return {quartic.free + quartic.factor * square * square, 4 * quartic.factor * square * volume};
  }
  double time(std::uint32_t link, double volume) const {
    const Quartic& quartic = quartic_[link];
    if (quartic.factor < 0) [[unlikely]]
      return other_time(link, volume);
    const double square = volume * volume;
    return quartic.free + quartic.factor * square * square;
  }
  double slope(std::uint32_t link, double volume) const { return at(link, volume).slope; }
  /// Integral of time from 0 to `volume`.
  double area(std::uint32_t link, double volume) const;
  /// True of links whose time does not depend on their volume.
  bool is_constant(std::uint32_t link) const { return quartic_[link].factor == 0; }

  /// Of all links; spans as long as the table.
  void times(std::span<const double> volume, std::span<double> time) const;
  void times_and_slopes(std::span<const double> volume, std::span<double> time,
                        std::span<double> slope) const;
  /// The sum of all areas.
  double area(std::span<const double> volume) const;

 private:
  struct Quartic {
    double free;
    double factor;
  };
  struct Other {
    std::uint32_t link;
    LinkDelay delay;
  };

  [[gnu::noinline]] TimeAndSlope other_at(std::uint32_t link, double volume) const;
  [[gnu::noinline]] double other_time(std::uint32_t link, double volume) const;
  TimeAndSlope time_and_slope(const LinkDelay& link, double volume) const;

  Principle principle_;
  std::vector<Quartic> quartic_;
  std::vector<Other> others_;
  std::vector<std::uint32_t> other_of_;  // by link; its place among the others
};

}  // namespace corridor::detail
