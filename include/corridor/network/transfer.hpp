#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/core/figure.hpp"
#include "corridor/network/ids.hpp"

namespace corridor {

/// What changing from one mode to another takes, unless the node says otherwise. Holds both ways.
/// Between a land mode and a water mode it comes on top of the port's dwell and handling.
struct Transfer {
  ModeId a;
  ModeId b;
  Figure<Hours> time;
  Figure<UsdPerTonne> cost;
  SourcePos at;
};

/// What a change of gauge takes, unless the node says otherwise.
struct GaugeChange {
  Figure<Hours> time;
  Figure<UsdPerTonne> cost;
};

/// Dwell and handling at a port that has no figures of its own.
struct PortDefaults {
  Figure<Hours> dwell;
  Figure<UsdPerTonne> handling;
};

/// What passing from one country to the next takes on the links of a mode. `from` and `to` hold a
/// country, the id of a customs union (any of its members), or "*". The most specific rule holds:
/// two countries before one country, before a union, before "*"; of equals, the first.
struct BorderRule {
  std::vector<ModeId> modes;  // empty: all land modes
  std::string from;
  std::string to;
  bool both_ways = true;
  std::optional<Figure<Hours>> time;
  std::optional<Figure<UsdPerTonne>> cost;
  SourcePos at;
};

/// Countries between which goods pass without a customs border.
struct CustomsUnion {
  std::string id;
  std::string name;
  std::vector<std::string> members;
  SourcePos at;
};

struct Country {
  std::string id;  // ISO 3166 alpha-2
  std::string name;
  SourcePos at;
};

}  // namespace corridor
