#include <fmt/format.h>

#include "input/network_parts.hpp"

namespace corridor {

namespace {

template <class List>
std::vector<std::string> ids_of(const List& list) {
  std::vector<std::string> ids;
  ids.reserve(list.size());
  for (const auto& thing : list) ids.push_back(thing.id);
  return ids;
}

template <class Key, class List>
std::optional<Key> resolved(std::optional<Key> found, Reading& reading, const Name& name,
                            std::string_view what, const List& list) {
  if (found) return found;
  constexpr std::size_t most_to_compare = 100'000;
  std::vector<std::string> known;
  if (!reading.diagnostics().is_full() && list.size() <= most_to_compare) known = ids_of(list);
  reading.unknown(name.at, fmt::format("unknown {} {}", what, in_quotes(name.text)), name.text,
                  known);
  return {};
}

}  // namespace

std::optional<NodeId> find_node(Reading& reading, const Network& network, const Name& name) {
  return resolved(network.find_node(name.text), reading, name, "node", network.nodes);
}

std::optional<LinkId> find_link(Reading& reading, const Network& network, const Name& name) {
  return resolved(network.find_link(name.text), reading, name, "link", network.links);
}

std::optional<ModeId> find_mode(Reading& reading, const Network& network, const Name& name) {
  return resolved(network.find_mode(name.text), reading, name, "mode", network.modes);
}

std::optional<CargoId> find_cargo(Reading& reading, const Network& network, const Name& name) {
  return resolved(network.find_cargo(name.text), reading, name, "cargo", network.cargoes);
}

std::optional<CorridorId> find_corridor(Reading& reading, const Network& network,
                                        const Name& name) {
  return resolved(network.find_corridor(name.text), reading, name, "corridor", network.corridors);
}

}  // namespace corridor
