#pragma once

#include <string>
#include <utility>
#include <vector>

#include "corridor/study/run.hpp"

#include "support/random_graph.hpp"
#include "support/sketch.hpp"

namespace corridor::test {

/// A network, compiled, with what a test asks of it. It stays where it was made.
class Lab {
 public:
  explicit Lab(Network network)
      : network_{std::move(network)}, compiled_{network_, compile(network_)} {}
  explicit Lab(const std::string& lines) : Lab{sketch(lines)} {}
  Lab(const Lab&) = delete;
  Lab& operator=(const Lab&) = delete;

  const Network& network() const { return network_; }
  const Compiled& compiled() const { return compiled_; }
  NodeId node(const std::string& id) const { return network_.find_node(id).value(); }
  LinkId link(const std::string& id) const { return network_.find_link(id).value(); }
  CorridorId corridor(const std::string& id) const { return network_.find_corridor(id).value(); }

  /// The network as it stands, or under a scenario.
  World world(const Scenario* scenario = nullptr, std::size_t cargo = 0) const {
    return Worlds{compiled_, scenario, network_.state_date}.of(CargoId{cargo});
  }
  TripQuery query(const Trip& trip, Objective objective = Objective::generalised) const {
    return resolve_trip(compiled_, trip, objective);
  }
  Evaluation solve(const World& world, const Trip& trip,
                   Objective objective = Objective::generalised) const {
    return solve_trip(compiled_, world, query(trip, objective), false).evaluation;
  }
  std::string words(const Evaluation& evaluation) const {
    return in_words(network_, compiled_.topology, evaluation.arcs);
  }
  std::vector<std::string> ids(const std::vector<LinkId>& links) const {
    std::vector<std::string> result;
    for (const LinkId id : links) result.push_back(network_.links[id].id);
    return result;
  }

 private:
  Network network_;
  Compiled compiled_;
};

inline Name name(const std::string& text) { return {text, {}}; }

inline std::vector<Name> name_list(const std::vector<std::string>& texts) {
  std::vector<Name> result;
  for (const std::string& text : texts) result.push_back(name(text));
  return result;
}

inline Trip trip(const std::string& from, const std::string& to,
                 const std::string& cargo = "container") {
  Trip result;
  result.id = from + " -> " + to;
  result.from = name(from);
  result.to = name(to);
  result.cargo = name(cargo);
  return result;
}

/// A corridor over links in order from a node on, as a reader makes it from a file.
inline void add_corridor(Network& network, const std::string& id, const std::string& from,
                         const std::vector<std::string>& links,
                         const std::vector<std::string>& gates = {}) {
  Corridor corridor;
  corridor.id = corridor.name = id;
  corridor.from = corridor.to = network.find_node(from).value();
  for (const std::string& link_id : links) {
    const LinkId link = network.find_link(link_id).value();
    const bool forward = network.links[link].from == corridor.to;
    corridor.ways.push_back(way(link, forward));
    corridor.to = forward ? network.links[link].to : network.links[link].from;
  }
  for (const std::string& gate : gates) corridor.gates.push_back(network.find_node(gate).value());
  corridor.tags = {id};
  network.corridors.add(corridor);
  network.index();
}

inline Selector links(const std::vector<std::string>& ids) {
  Selector where;
  where.links = name_list(ids);
  return where;
}
inline Selector modes(const std::vector<std::string>& ids) {
  Selector where;
  where.modes = name_list(ids);
  return where;
}

inline Change change(decltype(Change::what) what) {
  Change result;
  result.what = std::move(what);
  return result;
}
inline Change close(const std::vector<std::string>& ids) {
  return change(CloseChange{links(ids), {}});
}
inline Change open(const std::vector<std::string>& ids) {
  return change(OpenChange{links(ids), {}});
}
inline Change edit(const Selector& where, Attribute attribute, EditKind kind, double value) {
  Edit made;
  made.attribute = attribute;
  made.kind = kind;
  made.value = value;
  if (kind == EditKind::scale) return change(ScaleChange{where, {made}, {}});
  return change(SetChange{where, {made}, {}});
}
/// USD/t on each of these links.
inline Change toll(const Selector& where, double usd_t) {
  Edit add;
  add.attribute = Attribute::toll;
  add.kind = EditKind::add;
  add.value = usd_t;
  return change(TollChange{where, add, {}, TollSpread::each_link, {}});
}

inline Scenario scenario(std::vector<Change> changes, std::vector<Trip> trips = {}) {
  Scenario result;
  result.id = result.title = "what_if";
  result.changes = std::move(changes);
  result.trips = std::move(trips);
  return result;
}

/// A network of eight nodes in three countries (two of them in a union) with rail of two gauges,
/// roads and sailings; one link in three is closed. Kinds and figures are a sketch's.
inline Network random_sketch(std::uint32_t seed) {
  Dice dice{seed};
  const std::vector<std::string> countries{"AA", "UA", "UB"};
  const std::vector<std::string> kinds{"rail", "road", "sea"};
  std::string lines;
  for (std::size_t i = 0; i < 16; ++i) {
    const std::size_t from = dice.roll(8);
    const std::size_t to = (from + 1 + dice.roll(7)) % 8;
    const std::string& mode = kinds[dice.roll(3)];
    const auto node = [&](std::size_t n) {
      return "n" + std::to_string(n) + ":" + countries[n % countries.size()];
    };
    lines += node(from) + "-" + mode + "- " + node(to) + " " + std::to_string(50 + dice.roll(900)) +
             " km id=l" + std::to_string(i) + " cap=" + std::to_string(1 + dice.roll(9));
    if (mode == "rail" && dice.roll(3) == 0) lines += " gauge=1520";
    if (dice.roll(3) == 0) lines += " status=closed";
    lines += "\n";
  }
  return sketch(lines);
}

}  // namespace corridor::test
