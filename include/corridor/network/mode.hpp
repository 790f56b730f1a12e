#pragma once

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/core/figure.hpp"

namespace corridor {

enum class ModeKind { land, water, pipeline };

/// What a mode costs in some countries, where it differs from the rest. A link between two
/// countries takes the mean of what the mode costs in each.
struct ModeOverride {
  std::vector<std::string> countries;
  std::optional<Figure<KmPerHour>> speed;
  std::optional<Figure<UsdPerTonneKm>> cost;
  std::optional<Figure<KgCo2ePerTonneKm>> emissions;
  std::optional<Figure<TonnesPerYear>> capacity;
  SourcePos at;
};

/// A way of carrying cargo. Ships pay dwell and handling when they call at a port to load or
/// unload; land modes pay loading and transfers.
struct Mode {
  std::string id;
  std::string name;
  ModeKind kind = ModeKind::land;
  bool gauged = false;  // its links have a track gauge
  std::optional<Figure<KmPerHour>> speed;
  Figure<UsdPerTonneKm> cost;
  std::optional<Figure<UsdPerTonne>> fixed_cost;  // once on each link: a sailing, a crossing
  Figure<KgCo2ePerTonneKm> emissions;             // well-to-wheel
  Figure<Hours> wait;                             // for a departure, on each link
  Figure<Hours> driving_per_day{Hours{24}};       // hours under way in a day of 24
  /// Class capacity, where a link names none.
  Figure<TonnesPerYear> capacity{TonnesPerYear{std::numeric_limits<double>::infinity()}};
  Figure<Hours> load_time;  // at origin, and again at destination
  Figure<UsdPerTonne> load_cost;
  std::vector<ModeOverride> by_country;  // of several for one country, the first holds
  SourcePos at;
};

/// A mode's figure in a country: that of the first override for the country that has one, else
/// `general`, which may be null.
template <class Q>
const Figure<Q>* figure_in(const Mode& mode, std::string_view country,
                           std::optional<Figure<Q>> ModeOverride::*figure,
                           const Figure<Q>* general) {
  for (const ModeOverride& entry : mode.by_country) {
    const std::vector<std::string>& in = entry.countries;
    if (entry.*figure && std::find(in.begin(), in.end(), country) != in.end()) {
      return &*(entry.*figure);
    }
  }
  return general;
}

}  // namespace corridor
