#include "scenario/change_run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "corridor/network/check.hpp"
#include "corridor/network/names.hpp"

#include "scenario/expected.hpp"
#include "scenario/picker.hpp"
#include "scenario/toll.hpp"
#include "scenario/values.hpp"
#include "scenario/wording.hpp"

namespace corridor {

namespace {

Edit status_edit(Status status, const SourcePos& at) {
  Edit edit;
  edit.status = status;
  edit.at = at;
  return edit;
}

void merge(Effect& into, const Effect& from) {
  into.links.insert(into.links.end(), from.links.begin(), from.links.end());
  into.nodes.insert(into.nodes.end(), from.nodes.begin(), from.nodes.end());
  into.changed_anything = into.changed_anything || from.changed_anything;
}

template <class T>
void sort_unique(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

Effect ChangeRun::run(const Change& change) {
  Effect effect;
  effect.change = &change;
  if (origin.words.empty()) origin.words = change.text.empty() ? "a change" : change.text;
  std::visit([&](const auto& what) { apply(what, effect); }, change.what);
  sort_unique(effect.links);
  sort_unique(effect.nodes);
  return effect;
}

void ChangeRun::apply(const OpenChange& change, Effect& effect) {
  const Edit opens = status_edit(Status::operational, change.where.at);
  edit_all(change.where, {opens}, change.was, effect);
}

void ChangeRun::apply(const CloseChange& change, Effect& effect) {
  const Edit closes = status_edit(Status::closed, change.where.at);
  edit_all(change.where, {closes}, change.was, effect);
}

void ChangeRun::apply(const SetChange& change, Effect& effect) {
  edit_all(change.where, change.edits, change.was, effect);
}

void ChangeRun::apply(const ScaleChange& change, Effect& effect) {
  edit_all(change.where, change.edits, change.was, effect);
}

void ChangeRun::apply(const TollChange& change, Effect& effect) {
  const Selection selection = pick(change.where, change.was);
  if (selection.ways.empty()) return;
  const bool shared = change.spread.value_or(TollSpread::by_length) == TollSpread::by_length;
  if (shared && change.where.corridors.size() > 1) {
    diagnostics.error(change.where.at, "a toll is shared out by length over several corridors",
                      "write one toll for each corridor, or `spread: each_link`");
    return;
  }
  for (const std::optional<Edit>& edit : {change.add, change.add_per_km}) {
    if (edit && !std::isfinite(edit->value)) {
      diagnostics.error(edit->at, fmt::format("the toll is {}", edit->value),
                        "a finite number is wanted");
      return;
    }
  }
  for (const TollPart& part :
       toll_parts(network, network.cargoes[state.cargo], change, selection.ways)) {
    if (only && link_of(part.way) != *only) continue;
    Edit edit;
    edit.attribute = Attribute::toll;
    edit.kind = EditKind::add;
    edit.value = part.usd_t;
    edit.at = change.add ? change.add->at : change.where.at;
    edit_one_way(part.way, edit, effect);
  }
}

Selection ChangeRun::pick(const Selector& where, const Expected& was) {
  Selection selection = Picker{network, base, state}.pick(where, diagnostics);
  ExpectedCheck{network, state, diagnostics}.run(was, selection);
  return selection;
}

void ChangeRun::keep_to_link(std::vector<WayId>& ways) const {
  if (!only) return;
  const auto other = [&](WayId way) { return link_of(way) != *only; };
  ways.erase(std::remove_if(ways.begin(), ways.end(), other), ways.end());
}

void ChangeRun::edit_all(const Selector& where, const std::vector<Edit>& edits, const Expected& was,
                         Effect& effect) {
  Selection selection = pick(where, was);
  keep_to_link(selection.ways);
  origin.for_cargo = !where.cargoes.empty();
  const bool picked = !selection.ways.empty() || !selection.nodes.empty();
  for (const Edit& edit : edits) {
    if (!is_sound(edit) || !picked) continue;
    const bool of_node = is_of_node(edit.attribute);
    if (of_node && selection.nodes.empty()) {
      diagnostics.error(edit.at,
                        fmt::format("{} is an attribute of nodes", to_string(edit.attribute)),
                        "name the nodes, and nothing else: `node: [...]`");
    } else if (!of_node && selection.ways.empty()) {
      diagnostics.error(edit.at,
                        fmt::format("{} is an attribute of links, but no link ends at '{}'",
                                    to_string(edit.attribute), where.nodes[0].text));
    } else if (of_node && !only) {
      for (const NodeId node : selection.nodes) edit_one_node(node, edit, effect);
    } else if (!of_node) {
      for (const WayId way : selection.ways) edit_one_way(way, edit, effect);
    }
  }
}

bool ChangeRun::is_sound(const Edit& edit) {
  const std::string name = to_string(edit.attribute);
  if (edit.attribute == Attribute::status) {
    if (edit.kind == EditKind::set) return true;
    diagnostics.error(edit.at, "a status cannot be scaled", "set it: `set: {..., status: closed}`");
    return false;
  }
  const char* what = edit.kind == EditKind::scale ? "factor of " : "";
  if (!std::isfinite(edit.value)) {
    diagnostics.error(edit.at, fmt::format("{}{} is {}", what, name, edit.value),
                      "a finite number is wanted");
    return false;
  }
  const bool must_be_positive = edit.attribute == Attribute::speed;
  if (edit.value < 0 || (must_be_positive && edit.value == 0)) {
    diagnostics.error(edit.at, fmt::format("{}{} is {}", what, name, edit.value),
                      must_be_positive ? "it must be more than 0; to stop traffic, close the link"
                                       : "it must be 0 or more");
    return false;
  }
  return true;
}

void ChangeRun::edit_one_way(WayId way, const Edit& edit, Effect& effect) {
  const Cargo& cargo = network.cargoes[state.cargo];
  const Link& link = network.links[link_of(way)];
  const WayState& standing = base.ways[way];
  WayState changed = state.ways[way];
  edit_way(cargo, edit, origin, changed);
  if (edit.attribute == Attribute::status) {
    const bool as_before =
        changed.status == standing.status && changed.cargo_allowed == standing.cargo_allowed;
    if (as_before) changed.closed_by = standing.closed_by;
  } else {
    Value& value = value_of(changed, edit.attribute);
    const Value& base_value = value_of(standing, edit.attribute);
    if (value.value == base_value.value) value = base_value;
    const double most = edit.attribute == Attribute::speed
                            ? highest_speed_km_h(network.modes[link.mode].kind)
                            : std::numeric_limits<double>::infinity();
    if (!(value.value >= 0 && value.value <= most)) {
      diagnostics.error(
          edit.at,
          fmt::format("{} of link '{}' would become {}", to_string(edit.attribute), link.id,
                      quote(edit.attribute, value.value, cargo).text()),
          value.value < 0 ? "it must be 0 or more" : fmt::format("the most is {} km/h", most));
      return;
    }
  }
  derive(network, cargo, way, changed);
  effect.links.push_back(link_of(way));
  effect.changed_anything = effect.changed_anything || changed != state.ways[way];
  state.ways[way] = std::move(changed);
}

void ChangeRun::edit_one_node(NodeId node, const Edit& edit, Effect& effect) {
  NodeState changed = state.nodes[node];
  Value& value = value_of(changed, edit.attribute);
  if (edit.kind == EditKind::scale && value.value < 0) {
    diagnostics.error(edit.at,
                      fmt::format("node '{}' has no {} of its own to scale", network.nodes[node].id,
                                  to_string(edit.attribute)),
                      "set it: until then, the transfer's pair of modes decides");
    return;
  }
  edit_node(network.cargoes[state.cargo], edit, origin, changed);
  const Value& base_value = value_of(base.nodes[node], edit.attribute);
  if (value.value == base_value.value) value = base_value;
  effect.nodes.push_back(node);
  effect.changed_anything = effect.changed_anything || changed != state.nodes[node];
  state.nodes[node] = changed;
}

Effect turn_on(PolicyId policy, ChangeRun& run) {
  const Policy& bundle = run.network.policies[policy];
  Effect effect;
  run.state.policies[policy] = 1;
  for (const Change& change : bundle.changes) {
    const Basis basis = weaker(basis_of(change.provenance), basis_of(bundle.provenance));
    run.origin = {basis, "policy: " + (bundle.title.empty() ? bundle.id : bundle.title), false};
    merge(effect, run.run(change));
  }
  sort_unique(effect.links);
  sort_unique(effect.nodes);
  return effect;
}

const Selector* selector_of(const Change& change) {
  const auto of = [](const auto& what) -> const Selector* {
    if constexpr (requires { what.where.links; }) return &what.where;
    return nullptr;
  };
  return std::visit(of, change.what);
}

}  // namespace corridor
