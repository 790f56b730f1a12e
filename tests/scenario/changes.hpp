#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corridor/network/change.hpp"
#include "corridor/network/names.hpp"
#include "corridor/scenario/scenario.hpp"
#include "corridor/scenario/state.hpp"

namespace corridor::test {

/// Changes and selectors in a few words, as a reader would make them.

inline std::vector<Name> names(std::initializer_list<const char*> texts) {
  std::vector<Name> list;
  for (const char* text : texts) list.push_back({text, {}});
  return list;
}

inline Selector links(std::initializer_list<const char*> ids) {
  Selector where;
  where.links = names(ids);
  return where;
}

inline Selector nodes(std::initializer_list<const char*> ids) {
  Selector where;
  where.nodes = names(ids);
  return where;
}

inline Selector corridor_named(const char* id) {
  Selector where;
  where.corridors = names({id});
  return where;
}

inline Selector touching(const char* country) {
  Selector where;
  where.touching = names({country});
  return where;
}

inline Selector for_cargo(Selector where, const char* cargo) {
  where.cargoes = names({cargo});
  return where;
}

inline Edit edit(Attribute attribute, double value, EditKind kind = EditKind::set,
                 Per per = Per::tonne) {
  Edit result;
  result.attribute = attribute;
  result.value = value;
  result.kind = kind;
  result.per = per;
  return result;
}

inline Edit edit(Status status) {
  Edit result;
  result.status = status;
  return result;
}

template <class What>
Change change(What what, std::string text = "a change in a test") {
  Change result;
  result.what = std::move(what);
  result.text = std::move(text);
  return result;
}

inline Change open(Selector where, Expected was = {}) {
  return change(OpenChange{std::move(where), std::move(was)}, "open");
}
inline Change close(Selector where, Expected was = {}) {
  return change(CloseChange{std::move(where), std::move(was)}, "close");
}
inline Change set(Selector where, Edit value, Expected was = {}) {
  return change(SetChange{std::move(where), {std::move(value)}, std::move(was)}, "set");
}
inline Change scale(Selector where, Attribute attribute, double factor) {
  return change(ScaleChange{std::move(where), {edit(attribute, factor, EditKind::scale)}, {}},
                "scale");
}
inline Change toll(Selector where, double add, Per per = Per::tonne,
                   std::optional<TollSpread> spread = {}) {
  TollChange what;
  what.where = std::move(where);
  what.add = edit(Attribute::toll, add, EditKind::add, per);
  what.spread = spread;
  return change(std::move(what), "toll");
}
inline Change policy(const char* id, bool on) {
  return change(PolicyChange{{id, {}}, on}, "policy");
}

/// A policy that closes, made of changes.
inline Policy bundle(std::string id, std::vector<Change> changes, bool active = false) {
  Policy result;
  result.id = std::move(id);
  result.changes = std::move(changes);
  result.active = active;
  return result;
}

/// A state after changes; what was wrong is in `diagnostics` if that is wanted.
inline State after(const Network& network, const std::vector<Change>& changes,
                   Diagnostics* diagnostics = nullptr, CargoId cargo = CargoId{0}) {
  Diagnostics own;
  State state = base_state(network, cargo, latest_date(network));
  apply(network, changes, state, diagnostics == nullptr ? own : *diagnostics);
  return state;
}

inline WayId there(const Network& network, const char* link) {
  return way(*network.find_link(link), true);
}
inline WayId back(const Network& network, const char* link) {
  return way(*network.find_link(link), false);
}

/// Messages, each with its severity before it.
inline std::vector<std::string> told(const Diagnostics& diagnostics) {
  std::vector<std::string> list;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    const char* severity = diagnostic.severity == Severity::error ? "error: " : "warning: ";
    list.push_back(severity + diagnostic.message);
  }
  return list;
}

}  // namespace corridor::test
