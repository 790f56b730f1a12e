#include <utility>

#include <fmt/format.h>

#include "input/network_parts.hpp"
#include "input/read_change.hpp"

namespace corridor {

/// Turns the listed links into ways, each from where the one before it ends.
void NetworkReader::follow(const MapReader& map, Corridor& corridor) const {
  NodeId here = corridor.from;
  for (const Name& name : map.names("links")) {
    const auto id = find_link(reading_, network_, name);
    if (!id) return;
    const Link& link = network_.links[*id];
    if (!here.valid() || !link.from.valid() || !link.to.valid()) return;
    const bool forward = link.from == here;
    if (!forward && link.to != here) {
      reading_.error(name.at,
                     fmt::format("{} does not begin at {}", in_quotes(name.text),
                                 in_quotes(network_.nodes[here].id)),
                     fmt::format("it leads from {} to {}", in_quotes(network_.nodes[link.from].id),
                                 in_quotes(network_.nodes[link.to].id)));
      return;
    }
    if (!forward && link.one_way) {
      reading_.error(name.at,
                     fmt::format("{} is one-way, against the corridor", in_quotes(name.text)));
    }
    corridor.ways.push_back(way(*id, forward));
    here = forward ? link.to : link.from;
  }
  corridor.to = here;
}

void NetworkReader::read_corridors() {
  static const std::vector<std::string> keys = {"id",    "name", "from", "links",
                                                "gates", "tags", "note"};
  for_each("corridors", [&](const FileValue& value) {
    const MapReader map{reading_, value, "a corridor", keys};
    Corridor corridor;
    corridor.at = value.at();
    if (auto id = map.id("id")) corridor.id = std::move(*id);
    corridor.name = map.text("name").value_or(corridor.id);
    if (const auto from = map.needed_name("from")) {
      corridor.from = find_node(reading_, network_, *from).value_or(NodeId{});
    }
    if (map.need("links") != nullptr) follow(map, corridor);
    for (const Name& gate : map.names("gates")) {
      if (const auto node = find_node(reading_, network_, gate)) corridor.gates.push_back(*node);
    }
    corridor.tags = map.texts("tags");
    if (map.find("tags") == nullptr && !corridor.id.empty()) corridor.tags = {corridor.id};
    corridor.note = map.text("note").value_or("");
    if (!corridor.id.empty() && is_new(corridor, map, "corridor")) {
      network_.corridors.add(std::move(corridor));
    }
  });
  network_.index();
}

void NetworkReader::read_policies() {
  static const std::vector<std::string> keys = {"id",     "title",      "active",     "changes",
                                                "source", "confidence", "assumption", "note"};
  for_each("policies", [&](const FileValue& value) {
    const MapReader map{reading_, value, "a policy", keys};
    Policy policy;
    policy.at = value.at();
    if (auto id = map.id("id")) policy.id = std::move(*id);
    policy.title = map.text("title").value_or(policy.id);
    policy.active = map.boolean("active", false);
    policy.provenance = map.provenance();
    map.need("changes");
    for (const FileValue* entry : map.list("changes")) {
      for (Change& change : read_change(reading_, *entry, ChangesOf::policy, policy.provenance)) {
        policy.changes.push_back(std::move(change));
      }
    }
    if (!policy.id.empty() && is_new(policy, map, "policy")) {
      network_.policies.add(std::move(policy));
    }
  });
  network_.index();
}

}  // namespace corridor
