#pragma once

#include <cstdint>
#include <string_view>

namespace corridor {

/// How the time on a link grows with its volume v; x is v over capacity.
enum class DelayForm : std::uint8_t {
  constant,  // t0
  bpr,       // t0 (1 + alpha x^beta): Bureau of Public Roads 1964
  conical,   // t0 (2 + sqrt(a^2 (1-x)^2 + b^2) - a (1-x) - b), b = (2a-1)/(2a-2): Spiess 1990
  davidson,  // t0 (1 + J x/(1-x)): Davidson 1966
  queue,     // t0 (1 + s x^p/(m (1-x))), p = sqrt(2 (m+1)) - 1: m servers at a terminal or border,
             // each busy for t0 with one unit of work (Sakasegawa 1977)
};

/// Beyond this share of capacity, davidson and queue go on as their tangent: demand that is given
/// must be carried, at however long a time.
inline constexpr double tangent_from = 0.95;

/// The delay of one link. Times and volumes are in the user's units; `capacity` is in units of
/// volume, above 0 unless the form is constant.
struct LinkDelay {
  DelayForm form = DelayForm::constant;
  double free_time = 0;
  double capacity = 1;
  double alpha = 0.15;  // bpr: alpha; conical: a, above 1; davidson: J; queue: s, (1 + variance
                        // over squared mean of the time of service) / 2
  double beta = 4;      // bpr: beta, at least 0; queue: m, at least 1; else unused
  friend bool operator==(const LinkDelay&, const LinkDelay&) = default;
};

/// What is wrong with the figures of a delay, in words; empty if nothing is.
std::string_view fault_of(const LinkDelay& link);

/// Time at a volume of 0 or more; never falls with volume.
double time_at(const LinkDelay& link, double volume);
/// Rise of time for one more unit of volume. Where a power below 1 makes it infinite at no volume,
/// it is taken a little further on.
double slope_at(const LinkDelay& link, double volume);
/// Integral of time from 0 to `volume`: the link's part of Beckmann's objective.
double area_at(const LinkDelay& link, double volume);

}  // namespace corridor
