#include "corridor/network/network.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace corridor {

namespace {

/// Ids in a table for look-up. Of doubled ids the first holds; check() reports the others.
template <class Table, class List>
void index_into(Table& table, const List& list) {
  table.clear();
  table.reserve(list.size());
  for (const auto id : list.keys()) table.emplace(list[id].id, id);
}

template <class Table>
auto find_in(const Table& table, std::string_view id) {
  using Key = typename Table::mapped_type;
  const auto found = table.find(id);
  return found == table.end() ? std::optional<Key>{} : std::optional<Key>{found->second};
}

template <class List, class T>
bool holds(const List& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

void Network::index() {
  index_into(node_by_id_, nodes);
  index_into(link_by_id_, links);
  index_into(mode_by_id_, modes);
  index_into(cargo_by_id_, cargoes);
  index_into(corridor_by_id_, corridors);
  index_into(policy_by_id_, policies);
}

std::optional<NodeId> Network::find_node(std::string_view name) const {
  return find_in(node_by_id_, name);
}
std::optional<LinkId> Network::find_link(std::string_view name) const {
  return find_in(link_by_id_, name);
}
std::optional<ModeId> Network::find_mode(std::string_view name) const {
  return find_in(mode_by_id_, name);
}
std::optional<CargoId> Network::find_cargo(std::string_view name) const {
  return find_in(cargo_by_id_, name);
}
std::optional<CorridorId> Network::find_corridor(std::string_view name) const {
  return find_in(corridor_by_id_, name);
}
std::optional<PolicyId> Network::find_policy(std::string_view name) const {
  return find_in(policy_by_id_, name);
}

const CustomsUnion* Network::find_union(std::string_view name) const {
  const auto found = std::find_if(unions.begin(), unions.end(),
                                  [&](const CustomsUnion& u) { return u.id == name; });
  return found == unions.end() ? nullptr : &*found;
}

std::string Network::link_name(LinkId link) const {
  const Link& l = links[link];
  if (!l.name.empty()) return l.name;
  return fmt::format("{} - {}, {}", nodes[l.from].name, nodes[l.to].name, modes[l.mode].name);
}

const Node& Network::from_node(WayId way) const {
  const Link& link = links[link_of(way)];
  return nodes[is_forward(way) ? link.from : link.to];
}

const Node& Network::to_node(WayId way) const {
  const Link& link = links[link_of(way)];
  return nodes[is_forward(way) ? link.to : link.from];
}

bool Network::belongs(LinkId link, CorridorId corridor) const {
  const Corridor& c = corridors[corridor];
  const Link& l = links[link];
  return std::any_of(c.ways.begin(), c.ways.end(),
                     [&](WayId way) { return way.valid() && link_of(way) == link; }) ||
         std::any_of(c.tags.begin(), c.tags.end(),
                     [&](const std::string& tag) { return holds(l.tags, tag); });
}

bool Node::has_kind(const std::string& kind) const { return holds(kinds, kind); }

bool Cargo::may_use(const std::string& mode) const { return modes.empty() || holds(modes, mode); }

int gauge_family(int gauge_mm) {
  constexpr int russian = 1520;
  constexpr int finnish = 1524;
  return gauge_mm == finnish ? russian : gauge_mm;
}

}  // namespace corridor
