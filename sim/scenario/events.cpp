#include "scenario/events.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "scenario/edits.hpp"
#include "scenario/values.hpp"

namespace corridor {

namespace {

/// The events that matter on one attribute of one way or node.
struct Stack {
  const Event* earliest_before = nullptr;
  const Event* winner = nullptr;
  const Event* bar = nullptr;  // that closes the way to the cargo alone
  std::vector<const Event*> added;
};

template <class Key>
using Stacks = std::map<std::pair<Key, Attribute>, Stack>;

bool holds(const Event& event, Date date) {
  return event.date <= date && (!event.until || date <= *event.until);
}

int rank(const Event& event) {
  if (event.kind == "closed") return 2;
  return event.kind == "restricted" ? 1 : 0;
}

/// Events come by date, so of equal rank the one that is met later holds.
void take_stronger(const Event*& held, const Event& event) {
  if (held == nullptr || rank(event) >= rank(*held)) held = &event;
}

void pile(Stack& stack, const Event& event, Date date) {
  if (event.before && stack.earliest_before == nullptr) stack.earliest_before = &event;
  if (!holds(event, date)) return;
  const Edit& effect = *event.effect;
  const bool closes = effect.attribute == Attribute::status && effect.status != Status::operational;
  if (effect.kind == EditKind::add) {
    stack.added.push_back(&event);
  } else if (closes && !event.cargoes.empty()) {
    take_stronger(stack.bar, event);
  } else {
    take_stronger(stack.winner, event);
  }
}

Origin origin_of(const Event& event) {
  return {basis_of(event.provenance), fmt::format("{} ({})", event.what, to_string(event.date)),
          false};
}

/// Hands the edits of a stack to `edit(edit, origin)` in the order in which they hold.
template <class EditFunction>
void unpile(const Stack& stack, Date date, EditFunction edit) {
  if (stack.earliest_before != nullptr && date < stack.earliest_before->date) {
    Origin origin = origin_of(*stack.earliest_before);
    origin.words = fmt::format("not before {}: {}", to_string(stack.earliest_before->date),
                               stack.earliest_before->what);
    edit(*stack.earliest_before->before, origin);
  }
  if (stack.winner != nullptr) edit(*stack.winner->effect, origin_of(*stack.winner));
  for (const Event* event : stack.added) edit(*event->effect, origin_of(*event));
  if (stack.bar != nullptr) {
    Origin origin = origin_of(*stack.bar);
    origin.for_cargo = true;
    edit(*stack.bar->effect, origin);
  }
}

std::vector<LinkId> links_of(const Network& network, const Event& event) {
  std::vector<LinkId> links = event.links;
  if (links.empty()) {
    for (const NodeId node : event.nodes) {
      const std::vector<LinkId> ending = links_at(network, node);
      links.insert(links.end(), ending.begin(), ending.end());
    }
  }
  // A link between two of the nodes, or listed twice, is touched once.
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return links;
}

bool concerns(const Event& event, const Cargo& cargo) {
  if (!event.effect || !concerns(*event.effect, cargo)) return false;
  const std::vector<std::string>& only = event.cargoes;
  return only.empty() || std::find(only.begin(), only.end(), cargo.id) != only.end();
}

}  // namespace

void apply_events(const Network& network, State& state) {
  const Cargo& cargo = network.cargoes[state.cargo];
  Stacks<WayId> of_ways;
  Stacks<NodeId> of_nodes;
  for (const Event& event : network.events) {
    if (!concerns(event, cargo)) continue;
    const Attribute attribute = event.effect->attribute;
    if (is_of_node(attribute)) {
      for (const NodeId node : event.nodes) pile(of_nodes[{node, attribute}], event, state.date);
      continue;
    }
    for (const LinkId link : links_of(network, event)) {
      pile(of_ways[{way(link, true), attribute}], event, state.date);
      pile(of_ways[{way(link, false), attribute}], event, state.date);
    }
  }
  for (const auto& [key, stack] : of_ways) {
    WayState& way_state = state.ways[key.first];
    unpile(stack, state.date, [&, &cargo = cargo](const Edit& edit, const Origin& origin) {
      edit_way(cargo, edit, origin, way_state);
    });
  }
  for (const auto& [key, stack] : of_nodes) {
    NodeState& node_state = state.nodes[key.first];
    unpile(stack, state.date, [&, &cargo = cargo](const Edit& edit, const Origin& origin) {
      edit_node(cargo, edit, origin, node_state);
    });
  }
}

}  // namespace corridor
