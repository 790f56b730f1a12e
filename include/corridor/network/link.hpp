#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/core/figure.hpp"
#include "corridor/core/id.hpp"
#include "corridor/network/ids.hpp"

namespace corridor {

enum class Status {
  operational,
  under_construction,
  planned,
  proposed,
  unbuilt,
  suspended,
  closed,
  disputed
};

/// Values of a link in one of its directions, where they differ from those of the link.
struct LinkFigures {
  std::optional<Figure<KmPerHour>> speed;
  std::optional<Figure<UsdPerTonneKm>> cost;
  std::optional<Figure<UsdPerTonne>> fixed_cost;
  std::optional<Figure<KgCo2ePerTonneKm>> emissions;
  std::optional<Figure<UsdPerTonne>> toll;
  std::optional<Figure<Hours>> wait;
  std::optional<Figure<Hours>> border_time;
  std::optional<Figure<UsdPerTonne>> border_cost;
  std::optional<Figure<TonnesPerYear>> capacity;
  std::optional<Figure<TonnesPerYear>> capacity_teu;
};

/// A stretch of infrastructure or a sailing between two nodes, by one mode.
struct Link {
  std::string id;
  std::string name;  // empty: made of the names of its ends and its mode
  NodeId from;
  NodeId to;
  ModeId mode;
  Figure<Km> length;
  int gauge_mm = 0;  // of gauged modes; 0 otherwise
  Status status = Status::operational;
  bool one_way = false;
  bool built_by_scenario =
      false;             // in no base network: there is only where a `build` change adds it
  LinkFigures figures;   // both directions
  LinkFigures forward;   // from -> to, where it differs
  LinkFigures backward;  // to -> from, where it differs
  std::vector<std::string> tags;  // ids of corridors are tags too
  Provenance provenance;          // of length and alignment
  std::string note;
  SourcePos at;
};

/// Gauges of a family work together without a stop: 1520 and 1524 mm.
int gauge_family(int gauge_mm);

/// A link in one of its directions: the one from `from` to `to` is forward.
using WayId = Id<struct WayTag>;

constexpr WayId way(LinkId link, bool forward) {
  return WayId{2 * link.index() + (forward ? 0U : 1U)};
}
constexpr LinkId link_of(WayId way) { return LinkId{way.index() / 2}; }
constexpr bool is_forward(WayId way) { return way.index() % 2 == 0; }

}  // namespace corridor
