#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/network/network.hpp"

namespace corridor {

// Names of a file looked up in the network. What is not found is an error at the name's place, with
// the nearest names of its kind.

std::optional<NodeId> look_up_node(const Network& network, const Name& name,
                                   Diagnostics& diagnostics);
std::optional<LinkId> look_up_link(const Network& network, const Name& name,
                                   Diagnostics& diagnostics);
std::optional<ModeId> look_up_mode(const Network& network, const Name& name,
                                   Diagnostics& diagnostics);
std::optional<CargoId> look_up_cargo(const Network& network, const Name& name,
                                     Diagnostics& diagnostics);
std::optional<CorridorId> look_up_corridor(const Network& network, const Name& name,
                                           Diagnostics& diagnostics);
std::optional<PolicyId> look_up_policy(const Network& network, const Name& name,
                                       Diagnostics& diagnostics);
std::optional<std::string> look_up_tag(const Network& network, const Name& name,
                                       Diagnostics& diagnostics);
std::optional<Status> look_up_status(const Name& name, Diagnostics& diagnostics);

/// A country, the members of a customs union, or (`*`) any country.
struct CountrySet {
  bool any = false;
  std::vector<std::string> members;
  bool holds(const std::string& country) const;
};
std::optional<CountrySet> look_up_countries(const Network& network, const Name& name,
                                            Diagnostics& diagnostics);

/// Where cargo begins or ends: at a node, or anywhere in some countries.
struct DemandArea {
  std::optional<NodeId> node;
  CountrySet countries;
};
/// A node, else a country, a customs union or `*`.
std::optional<DemandArea> look_up_area(const Network& network, const Name& name,
                                       Diagnostics& diagnostics);

/// Whether the network lists the country or a node lies in it.
bool is_country(const Network& network, const std::string& id);

/// Ids of a list, for hints.
template <class List>
std::vector<std::string> ids_of(const List& list) {
  std::vector<std::string> ids;
  for (const auto& entry : list) ids.push_back(entry.id);
  return ids;
}
std::vector<std::string> countries_of(const Network& network);

}  // namespace corridor
