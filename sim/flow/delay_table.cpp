#include "flow/delay_table.hpp"

#include <cassert>
#include <cmath>

#include "flow/link_delay_parts.hpp"

namespace corridor::detail {

namespace {

/// Fourth powers of capacities outside these, and their products, might leave the range of doubles.
constexpr double least_capacity = 1e-30;
constexpr double most_capacity = 1e30;

bool is_constant(const LinkDelay& link) {
  return link.form == DelayForm::constant || link.free_time == 0 ||
         (link.form == DelayForm::bpr && (link.alpha == 0 || link.beta == 0));
}

bool is_quartic(const LinkDelay& link) {
  return link.form == DelayForm::bpr && link.beta == 4 && link.capacity >= least_capacity &&
         link.capacity <= most_capacity;
}

}  // namespace

void DelayTable::add(const LinkDelay& link) {
  const auto place = static_cast<std::uint32_t>(size());
  std::uint32_t other = 0;
  if (detail::is_constant(link)) {
    quartic_.push_back({time_at(link, 0), 0});
  } else if (is_quartic(link)) {
    const double square = link.capacity * link.capacity;
    const double weight = principle_ == Principle::system_optimum ? 5 : 1;
    quartic_.push_back({link.free_time, weight * link.free_time * link.alpha / (square * square)});
  } else {
    other = static_cast<std::uint32_t>(others_.size());
    quartic_.push_back({0, -1});
    others_.push_back({place, link});
  }
  other_of_.push_back(other);
}

TimeAndSlope DelayTable::time_and_slope(const LinkDelay& link, double volume) const {
  const double x = volume / link.capacity;
  const DelayShape shape = shape_at(link, x);
  const double steepness = link.free_time / link.capacity;
  if (principle_ == Principle::user_equilibrium) {
    return {link.free_time * shape.value, steepness * shape.rise};
  }
  return {link.free_time * (shape.value + x * shape.rise),
          steepness * (2 * shape.rise + shape.bend)};
}

TimeAndSlope DelayTable::other_at(std::uint32_t link, double volume) const {
  return time_and_slope(others_[other_of_[link]].delay, volume);
}

double DelayTable::other_time(std::uint32_t link, double volume) const {
  return other_at(link, volume).time;
}

double DelayTable::area(std::uint32_t link, double volume) const {
  const Quartic& quartic = quartic_[link];
  if (quartic.factor >= 0) {
    const double square = volume * volume;
    return volume * (quartic.free + quartic.factor * square * square / 5);
  }
  const LinkDelay& delay = others_[other_of_[link]].delay;
  return principle_ == Principle::user_equilibrium ? area_at(delay, volume)
                                                   : volume * time_at(delay, volume);
}

void DelayTable::times(std::span<const double> volume, std::span<double> time) const {
  assert(volume.size() == size() && time.size() == size());
  for (std::size_t i = 0; i < quartic_.size(); ++i) {
    const double square = volume[i] * volume[i];
    time[i] = quartic_[i].free + quartic_[i].factor * square * square;
  }
  for (const Other& other : others_) {
    time[other.link] = time_and_slope(other.delay, volume[other.link]).time;
  }
}

void DelayTable::times_and_slopes(std::span<const double> volume, std::span<double> time,
                                  std::span<double> slope) const {
  assert(volume.size() == size() && time.size() == size() && slope.size() == size());
  for (std::size_t i = 0; i < quartic_.size(); ++i) {
    const double square = volume[i] * volume[i];
    time[i] = quartic_[i].free + quartic_[i].factor * square * square;
    slope[i] = 4 * quartic_[i].factor * square * volume[i];
  }
  for (const Other& other : others_) {
    const TimeAndSlope at = time_and_slope(other.delay, volume[other.link]);
    time[other.link] = at.time;
    slope[other.link] = at.slope;
  }
}

double DelayTable::area(std::span<const double> volume) const {
  assert(volume.size() == size());
  double sum = 0;
  for (std::uint32_t i = 0; i < quartic_.size(); ++i) sum += area(i, volume[i]);
  return sum;
}

}  // namespace corridor::detail
