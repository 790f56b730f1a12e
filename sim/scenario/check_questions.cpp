#include "scenario/check_questions.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"
#include "corridor/scenario/names.hpp"

#include "scenario/lookup.hpp"

namespace corridor {

namespace {

/// Origins and destinations are places where cargo can be put down.
std::optional<NodeId> check_end(const Network& network, const Name& name,
                                Diagnostics& diagnostics) {
  const std::optional<NodeId> node = look_up_node(network, name, diagnostics);
  if (node && network.nodes[*node].has_kind(chokepoint_kind)) {
    diagnostics.error(name.at, fmt::format("'{}' is a chokepoint: ships only pass it", name.text),
                      "a trip begins and ends at a port, a city or a terminal");
  }
  return node;
}

void check_modes(const Network& network, const Trip& trip, const Cargo* cargo,
                 Diagnostics& diagnostics) {
  for (const Name& name : trip.modes) {
    const auto mode = look_up_mode(network, name, diagnostics);
    if (!mode || cargo == nullptr || cargo->may_use(name.text)) continue;
    diagnostics.error(name.at,
                      fmt::format("mode '{}' does not carry cargo '{}'", name.text, cargo->id));
  }
}

void check_avoided(const Network& network, const Trip& trip, Diagnostics& diagnostics) {
  for (const Name& name : trip.avoid) {
    const std::string& id = name.text;
    if (id == trip.from.text || id == trip.to.text) {
      diagnostics.error(name.at, fmt::format("the trip avoids '{}', one of its ends", id));
    }
    const bool via = std::any_of(trip.via.begin(), trip.via.end(),
                                 [&](const Name& node) { return node.text == id; });
    if (via) diagnostics.error(name.at, fmt::format("the trip both passes and avoids '{}'", id));
    if (network.find_node(id) || network.find_link(id) || network.find_corridor(id) ||
        network.find_mode(id) || is_country(network, id)) {
      continue;
    }
    std::vector<std::string> known = ids_of(network.nodes);
    for (const auto& more : {ids_of(network.links), ids_of(network.corridors),
                             ids_of(network.modes), countries_of(network)}) {
      known.insert(known.end(), more.begin(), more.end());
    }
    std::string hint = did_you_mean(id, known);
    if (hint.empty()) hint = "the id of a node, link, corridor, country or mode";
    diagnostics.error(name.at, fmt::format("'{}' is nothing that a trip can avoid", id), hint);
  }
}

void check_trip(const Network& network, const Trip& trip, Diagnostics& diagnostics) {
  const auto from = check_end(network, trip.from, diagnostics);
  const auto to = check_end(network, trip.to, diagnostics);
  if (from && from == to) {
    diagnostics.error(trip.to.at, fmt::format("the trip begins and ends at '{}'", trip.to.text));
  }
  for (const Name& name : trip.via) look_up_node(network, name, diagnostics);
  const Cargo* cargo = nullptr;
  if (!trip.cargo.text.empty()) {
    const auto id = look_up_cargo(network, trip.cargo, diagnostics);
    if (id) cargo = &network.cargoes[*id];
  } else if (!network.cargoes.empty()) {
    cargo = &*network.cargoes.begin();
  }
  check_modes(network, trip, cargo, diagnostics);
  check_avoided(network, trip, diagnostics);
  if (!trip.by_corridor) return;
  const auto corridor = look_up_corridor(network, *trip.by_corridor, diagnostics);
  if (corridor && network.corridors[*corridor].gates.empty()) {
    diagnostics.warning(trip.by_corridor->at,
                        fmt::format("corridor '{}' has no gates, so the trip may go any way",
                                    trip.by_corridor->text),
                        "give the corridor gates in the network, or the trip a `via`");
  }
}

void check_bound(const Expectation& expectation, Diagnostics& diagnostics) {
  if (expectation.reachable) return;
  const double least = expectation.relative ? -1 : 0;
  if (!std::isfinite(expectation.bound)) {
    diagnostics.error(
        expectation.at,
        fmt::format("the bound of claim '{}' is {}", expectation.claim, expectation.bound),
        "a finite number is wanted");
  } else if (expectation.bound < least) {
    diagnostics.error(
        expectation.at,
        fmt::format("the bound of claim '{}' is {}", expectation.claim, expectation.text),
        expectation.relative
            ? "nothing falls by more than 100%"
            : fmt::format("the {} of a trip is never below 0; a fall is a `change` in per cent",
                          to_string(expectation.measure)));
  }
  if (expectation.against && !expectation.relative) {
    diagnostics.error(expectation.against->at,
                      fmt::format("claim '{}' names a reference, but its bound is a plain value",
                                  expectation.claim),
                      "use `change` with a bound in per cent");
  }
}

}  // namespace

void check_trips(const Network& network, const Scenario& scenario, Diagnostics& diagnostics) {
  std::set<std::string> ids;
  for (const Trip& trip : scenario.trips) {
    check_trip(network, trip, diagnostics);
    if (!ids.insert(trip.id).second) {
      diagnostics.error(trip.at, fmt::format("trip '{}' is given twice", trip.id),
                        "give one of them an `id` of its own");
    }
  }
  std::set<std::string> corridors;
  for (const Name& name : scenario.corridors) {
    look_up_corridor(network, name, diagnostics);
    if (!corridors.insert(name.text).second) {
      diagnostics.error(name.at, fmt::format("corridor '{}' is given twice", name.text));
    }
  }
}

void check_expectations(const Network& network, const Scenario& scenario,
                        Diagnostics& diagnostics) {
  const std::vector<std::string> trips = ids_of(scenario.trips);
  std::set<std::string> claims;
  for (const Expectation& expectation : scenario.expectations) {
    if (!claims.insert(expectation.claim).second) {
      diagnostics.error(expectation.at,
                        fmt::format("claim '{}' is given twice", expectation.claim));
    }
    const std::string& trip = expectation.trip.text;
    if (std::find(trips.begin(), trips.end(), trip) == trips.end()) {
      std::string hint = did_you_mean(trip, trips);
      if (hint.empty()) hint = "a claim is about a trip of the scenario: its `id`, or `from -> to`";
      diagnostics.error(expectation.trip.at, fmt::format("the scenario has no trip '{}'", trip),
                        hint);
    }
    for (const std::optional<Name>& name : {expectation.corridor, expectation.against}) {
      if (name) look_up_corridor(network, *name, diagnostics);
    }
    check_bound(expectation, diagnostics);
  }
}

}  // namespace corridor
