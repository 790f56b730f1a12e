#include "corridor/scenario/places.hpp"

#include <optional>

#include "scenario/lookup.hpp"

namespace corridor {

std::vector<NodeId> places_of(const Network& network, const Name& name, Diagnostics& diagnostics) {
  const std::optional<DemandArea> area = look_up_area(network, name, diagnostics);
  if (!area) return {};
  if (area->node) return {*area->node};
  std::vector<NodeId> places;
  for (const NodeId node : network.nodes.keys()) {
    if (area->countries.holds(network.nodes[node].country)) places.push_back(node);
  }
  if (places.empty()) diagnostics.error(name.at, "no place lies in '" + name.text + "'");
  return places;
}

}  // namespace corridor
