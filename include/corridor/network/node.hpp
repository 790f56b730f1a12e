#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/core/figure.hpp"

namespace corridor {

/// A place. `country` is ISO 3166 alpha-2; XZ stands for international waters.
struct Node {
  std::string id;
  std::string name;
  std::string country;
  double lat_deg = 0;
  double lon_deg = 0;
  std::vector<std::string> kinds;  // city, seaport, caspian_port, border_crossing, chokepoint, ...
  std::string unlocode;

  // What handling costs here; where nothing is said, the network's defaults hold.
  std::optional<Figure<Hours>> dwell;           // between ship and quay, each way
  std::optional<Figure<UsdPerTonne>> handling;  // between ship and quay, each way
  std::optional<Figure<Hours>> transfer_time;   // between land modes
  std::optional<Figure<UsdPerTonne>> transfer_cost;
  std::optional<Figure<Hours>> gauge_time;  // from one gauge to another
  std::optional<Figure<UsdPerTonne>> gauge_cost;
  std::optional<Figure<TonnesPerYear>> capacity;      // of the port or the gauge-change station
  std::optional<Figure<TonnesPerYear>> capacity_teu;  // the same in containers (per TEU)

  Provenance provenance;
  SourcePos at;

  bool has_kind(const std::string& kind) const;
};

/// A place that ships only pass: nothing is loaded, unloaded or transferred at it.
inline constexpr const char* chokepoint_kind = "chokepoint";

}  // namespace corridor
