#include "corridor/scenario/select.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenario/picker.hpp"

namespace corridor {

bool Picker::is_there(WayId way) const {
  const Link& link = network.links[link_of(way)];
  if (link.one_way && !is_forward(way)) return false;
  return !link.built_by_scenario || current.ways[way].status != Status::unbuilt;
}

std::vector<WayId> Picker::ways_where(const std::vector<Condition>& conditions,
                                      const Condition* but) const {
  std::vector<WayId> ways;
  for (const WayId way : current.ways.keys()) {
    const bool fits =
        is_there(way) &&
        std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
          return &condition == but || condition.holds(way);
        });
    if (fits) ways.push_back(way);
  }
  return ways;
}

/// Which key to leave out, and what would be picked then.
std::string Picker::hint(const std::vector<Condition>& conditions) const {
  constexpr std::size_t most_named = 3;
  if (conditions.size() < 2) return {};
  for (const Condition& condition : conditions) {
    std::vector<std::string> links;
    for (const WayId way : ways_where(conditions, &condition)) {
      const std::string& id = network.links[link_of(way)].id;
      if (links.empty() || links.back() != id) links.push_back(id);
    }
    if (links.empty()) continue;
    const std::size_t more = links.size() - std::min(links.size(), most_named);
    links.resize(links.size() - more);
    return fmt::format("without '{}' it picks {}{}", condition.key, fmt::join(links, ", "),
                       more == 0 ? "" : fmt::format(" and {} more", more));
  }
  return {};
}

Selection Picker::pick(const Selector& selector, Diagnostics& diagnostics) const {
  const auto conditions = conditions_of(network, base, selector, diagnostics);
  if (!conditions || !is_for(selector, network.cargoes[current.cargo])) return {};
  if (conditions->empty()) {
    diagnostics.error(selector.at,
                      selector.cargoes.empty() ? "the selector is empty"
                                               : "the selector says nothing but the cargo",
                      "name at least one of link, node, mode, country, inside, crossing, corridor, "
                      "tag, status and towards");
    return {};
  }
  Selection selection;
  selection.ways = ways_where(*conditions);
  if (conditions->size() == 1 && !selector.nodes.empty()) {
    for (const Name& name : selector.nodes)
      selection.nodes.push_back(*network.find_node(name.text));
    std::sort(selection.nodes.begin(), selection.nodes.end());
    selection.nodes.erase(std::unique(selection.nodes.begin(), selection.nodes.end()),
                          selection.nodes.end());
  }
  if (selection.ways.empty() && selection.nodes.empty()) {
    std::vector<std::string> keys;
    for (const Condition& condition : *conditions) keys.push_back(condition.key);
    diagnostics.error(selector.at,
                      fmt::format("no link fits the selector ({})", fmt::join(keys, " and ")),
                      hint(*conditions));
  }
  return selection;
}

bool is_for(const Selector& selector, const Cargo& cargo) {
  return selector.cargoes.empty() ||
         std::any_of(selector.cargoes.begin(), selector.cargoes.end(),
                     [&](const Name& name) { return name.text == cargo.id; });
}

Selection select(const Network& network, const State& state, const Selector& selector,
                 Diagnostics& diagnostics) {
  return Picker{network, state, state}.pick(selector, diagnostics);
}

}  // namespace corridor
