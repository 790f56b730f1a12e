#pragma once

#include <cstdint>
#include <span>

namespace corridor {

/// How the time on a link grows with its volume.
enum class DelayForm : std::uint8_t {
  constant,  // free_time whatever the volume
  bpr,       // t0 (1 + alpha (v/c)^beta), Bureau of Public Roads 1964
  conical,   // t0 (2 + sqrt(a^2 (1-x)^2 + b^2) - a (1-x) - b), b = (2a-1)/(2a-2), x = v/c, Spiess
             // 1990
  davidson,  // t0 (1 + J x/(1-x)), Davidson 1966, continued as its tangent beyond x = 0.95 or so
  queue,  // a server at a terminal or border: dwell + mean wait of an M/G/c queue (Sakasegawa 1977)
};

/// The delay of one link. Times and volumes are in the user's units; `capacity` is in units of
/// volume, above 0 unless the form is constant.
struct LinkDelay {
  DelayForm form = DelayForm::constant;
  double free_time = 0;
  double capacity = 1;
  double alpha =
      0.15;         // bpr: alpha; conical: a, above 1; davidson: J; queue: variability of service
  double beta = 4;  // bpr: power, at least 0; queue: servers; else unused
  friend bool operator==(const LinkDelay&, const LinkDelay&) = default;
};

/// Time at a volume of 0 or more; never falls with volume.
double time_at(const LinkDelay& link, double volume);
/// Rise of time for one more unit of volume.
double slope_at(const LinkDelay& link, double volume);
/// Integral of time from 0 to `volume`: the link's part of Beckmann's objective.
double area_at(const LinkDelay& link, double volume);

}  // namespace corridor
