#include "support/sketch.hpp"

#include <sstream>
#include <stdexcept>
#include <vector>

namespace corridor::test {

namespace {

Provenance known() { return {"made up for a test", Confidence::high, false}; }

template <class Q>
Figure<Q> figure(double value) {
  Figure<Q> result{Q{value}};
  result.provenance = known();
  return result;
}

Mode mode(const std::string& id, ModeKind kind, double speed, double cost, double emissions,
          double hours_a_day, double capacity_mt_yr, double load_h, double load_usd_t) {
  Mode result;
  result.id = id;
  result.name = id;
  result.kind = kind;
  result.gauged = id == "rail";
  result.speed = figure<KmPerHour>(speed);
  result.cost = figure<UsdPerTonneKm>(cost);
  result.emissions = figure<KgCo2ePerTonneKm>(emissions);
  result.wait = figure<Hours>(0);
  result.driving_per_day = figure<Hours>(hours_a_day);
  result.capacity = figure<TonnesPerYear>(capacity_mt_yr * 1e6);
  result.capacity.provenance.assumption = true;
  result.load_time = figure<Hours>(load_h);
  result.load_cost = figure<UsdPerTonne>(load_usd_t);
  return result;
}

Transfer transfer(ModeId a, ModeId b, double hours, double usd_t) {
  return {a, b, figure<Hours>(hours), figure<UsdPerTonne>(usd_t), {}};
}

BorderRule border(const std::string& from, const std::string& to, double hours, double usd_t) {
  BorderRule rule;
  rule.from = from;
  rule.to = to;
  rule.time = figure<Hours>(hours);
  rule.cost = figure<UsdPerTonne>(usd_t);
  return rule;
}

Network base() {
  Network network;
  network.id = "sketch";
  network.title = "sketch";
  network.state_date = {2026, 1, 1};
  const ModeId rail =
      network.modes.add(mode("rail", ModeKind::land, 40, 0.03, 0.02, 24, 10, 12, 3));
  const ModeId road = network.modes.add(mode("road", ModeKind::land, 50, 0.08, 0.08, 12, 5, 2, 1));
  const ModeId sea =
      network.modes.add(mode("sea", ModeKind::water, 30, 0.004, 0.008, 24, 100, 0, 0));
  Cargo container;
  container.id = container.name = "container";
  container.unit = Per::teu;
  container.tonnes_per_teu = figure<Tonnes>(14);
  container.value_of_time = figure<UsdPerTonneHour>(0.2);
  Cargo grain;
  grain.id = grain.name = "grain";
  grain.tonnes_per_teu = figure<Tonnes>(25);
  grain.value_of_time = figure<UsdPerTonneHour>(0.02);
  grain.modes = {"rail", "sea"};
  network.cargoes.add(container);
  network.cargoes.add(grain);
  network.transfers = {transfer(rail, road, 6, 2), transfer(sea, rail, 0, 1),
                       transfer(sea, road, 0, 1)};
  network.gauge_change = {figure<Hours>(10), figure<UsdPerTonne>(4)};
  network.port_defaults = {figure<Hours>(48), figure<UsdPerTonne>(10)};
  network.borders = {border("*", "*", 5, 6), border("uu", "uu", 0, 0)};
  network.unions = {{"uu", "a customs union", {"UA", "UB"}, {}}};
  return network;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::stringstream stream{text};
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

NodeId node(Network& network, const std::string& text) {
  const std::vector<std::string> named = split(text, ':');
  for (const NodeId id : network.nodes.keys()) {
    if (network.nodes[id].id == named[0]) return id;
  }
  Node result;
  result.id = result.name = named[0];
  result.country = "AA";
  result.provenance = known();
  if (named.size() > 1) {
    const std::vector<std::string> parts = split(named[1], '/');
    result.country = parts[0];
    result.kinds.assign(parts.begin() + 1, parts.end());
  }
  return network.nodes.add(result);
}

void set(Link& link, const std::string& key, const std::string& value) {
  if (key == "id") link.id = value;
  if (key == "speed") link.figures.speed = figure<KmPerHour>(std::stod(value));
  if (key == "cap") link.figures.capacity = figure<TonnesPerYear>(std::stod(value) * 1e6);
  if (key == "gauge") link.gauge_mm = std::stoi(value);
  if (key == "tags") link.tags = split(value, ';');
  if (key == "oneway") link.one_way = true;
  if (key != "status") return;
  if (value == "planned") link.status = Status::planned;
  if (value == "closed") link.status = Status::closed;
  if (value == "unbuilt") link.status = Status::unbuilt;
}

}  // namespace

Network sketch(const std::string& lines) {
  Network network = base();
  std::stringstream stream{lines};
  for (std::string line; std::getline(stream, line);) {
    std::stringstream words{line};
    std::string from;
    std::string mode_name;
    std::string to;
    std::string unit;
    double length_km = 0;
    if (!(words >> from)) continue;
    if (!(words >> to >> length_km >> unit) || unit != "km") throw std::logic_error{line};
    const std::vector<std::string> parts = split(from, '-');  // "a:AA", "rail"
    if (parts.size() != 2) throw std::logic_error{line};
    mode_name = parts[1];
    Link link;
    link.from = node(network, parts[0]);
    link.to = node(network, to);
    for (const ModeId id : network.modes.keys()) {
      if (network.modes[id].id == mode_name) link.mode = id;
    }
    if (!link.mode.valid()) throw std::logic_error{line};
    link.id = network.nodes[link.from].id + "_" + network.nodes[link.to].id + "_" + mode_name;
    link.length = figure<Km>(length_km);
    link.provenance = known();
    if (network.modes[link.mode].gauged) link.gauge_mm = 1435;
    for (std::string option; words >> option;) {
      const std::vector<std::string> pair = split(option, '=');
      set(link, pair[0], pair.size() > 1 ? pair[1] : "");
    }
    network.links.add(link);
  }
  network.index();
  return network;
}

}  // namespace corridor::test
