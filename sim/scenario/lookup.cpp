#include "scenario/lookup.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"
#include "corridor/network/border.hpp"
#include "corridor/network/names.hpp"

namespace corridor {

namespace {

void unknown(const char* kind, const Name& name, std::span<const std::string> known,
             Diagnostics& diagnostics) {
  diagnostics.error(name.at, fmt::format("unknown {} '{}'", kind, name.text),
                    did_you_mean(name.text, known));
}

template <class Key, class List>
std::optional<Key> found_or_error(std::optional<Key> found, const char* kind, const Name& name,
                                  const List& list, Diagnostics& diagnostics) {
  if (!found) unknown(kind, name, ids_of(list), diagnostics);
  return found;
}

std::optional<CountrySet> find_countries(const Network& network, const Name& name) {
  if (name.text == "*") return CountrySet{true, {}};
  if (const CustomsUnion* customs_union = network.find_union(name.text)) {
    return CountrySet{false, customs_union->members};
  }
  if (is_country(network, name.text)) return CountrySet{false, {name.text}};
  return {};
}

/// Countries and unions.
std::vector<std::string> areas_of(const Network& network) {
  std::vector<std::string> known = countries_of(network);
  for (const CustomsUnion& customs_union : network.unions) known.push_back(customs_union.id);
  return known;
}

}  // namespace

std::optional<NodeId> look_up_node(const Network& network, const Name& name,
                                   Diagnostics& diagnostics) {
  return found_or_error(network.find_node(name.text), "node", name, network.nodes, diagnostics);
}

std::optional<LinkId> look_up_link(const Network& network, const Name& name,
                                   Diagnostics& diagnostics) {
  return found_or_error(network.find_link(name.text), "link", name, network.links, diagnostics);
}

std::optional<ModeId> look_up_mode(const Network& network, const Name& name,
                                   Diagnostics& diagnostics) {
  return found_or_error(network.find_mode(name.text), "mode", name, network.modes, diagnostics);
}

std::optional<CargoId> look_up_cargo(const Network& network, const Name& name,
                                     Diagnostics& diagnostics) {
  return found_or_error(network.find_cargo(name.text), "cargo", name, network.cargoes, diagnostics);
}

std::optional<CorridorId> look_up_corridor(const Network& network, const Name& name,
                                           Diagnostics& diagnostics) {
  return found_or_error(network.find_corridor(name.text), "corridor", name, network.corridors,
                        diagnostics);
}

std::optional<PolicyId> look_up_policy(const Network& network, const Name& name,
                                       Diagnostics& diagnostics) {
  return found_or_error(network.find_policy(name.text), "policy", name, network.policies,
                        diagnostics);
}

std::optional<std::string> look_up_tag(const Network& network, const Name& name,
                                       Diagnostics& diagnostics) {
  std::set<std::string> tags;
  for (const Link& link : network.links) tags.insert(link.tags.begin(), link.tags.end());
  if (tags.count(name.text) > 0) return name.text;
  unknown("tag", name, std::vector<std::string>(tags.begin(), tags.end()), diagnostics);
  return {};
}

std::optional<Status> look_up_status(const Name& name, Diagnostics& diagnostics) {
  const std::optional<Status> status = parse_status(name.text);
  if (!status) unknown("status", name, status_names(), diagnostics);
  return status;
}

bool CountrySet::holds(const std::string& country) const {
  if (any) return country != international_waters;
  return std::find(members.begin(), members.end(), country) != members.end();
}

std::optional<CountrySet> look_up_countries(const Network& network, const Name& name,
                                            Diagnostics& diagnostics) {
  auto found = find_countries(network, name);
  if (!found) unknown("country", name, areas_of(network), diagnostics);
  return found;
}

std::optional<DemandArea> look_up_area(const Network& network, const Name& name,
                                       Diagnostics& diagnostics) {
  if (const auto node = network.find_node(name.text)) return DemandArea{node, {}};
  if (auto countries = find_countries(network, name)) return DemandArea{{}, std::move(*countries)};
  std::vector<std::string> known = areas_of(network);
  for (const Node& node : network.nodes) known.push_back(node.id);
  unknown("place or country", name, known, diagnostics);
  return {};
}

std::vector<std::string> countries_of(const Network& network) {
  std::set<std::string> ids;
  for (const Country& country : network.countries) ids.insert(country.id);
  for (const Node& node : network.nodes) ids.insert(node.country);
  return {ids.begin(), ids.end()};
}

bool is_country(const Network& network, const std::string& id) {
  const std::vector<std::string> known = countries_of(network);
  return std::binary_search(known.begin(), known.end(), id);
}

}  // namespace corridor
