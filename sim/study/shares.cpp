#include "study/shares.hpp"

#include <algorithm>
#include <limits>

namespace corridor {

void Shares::add(const Subject& subject, std::size_t column, double tonnes_per_unit) {
  for (const Evaluation& one : subject.scenario.by_arc) {
    const std::vector<std::string> rows = rows_of(compiled_.topology.arcs[one.arcs.front()]);
    const double value = measure_of(one, measure_, tonnes_per_unit);
    const double part =
        measure_ == Measure::throughput ? value : value / static_cast<double>(rows.size());
    for (const std::string& row : rows) add_to(row, column, part);
  }
}

void Shares::add_to(const std::string& row, std::size_t column, double value) {
  const bool smallest = measure_ == Measure::throughput;
  const double nothing = smallest ? std::numeric_limits<double>::infinity() : 0;
  std::vector<double>& values = rows_.try_emplace(row, columns_, nothing).first->second;
  values[column] = smallest ? std::min(values[column], value) : values[column] + value;
}

std::vector<std::string> Shares::rows_of(const ArcInfo& arc) const {
  const Network& network = compiled_.network;
  if (by_ == CompareBy::mode) {
    if (!arc.way.valid()) return {"stops"};
    return {network.modes[network.links[link_of(arc.way)].mode].name};
  }
  if (!arc.way.valid()) return {country(network.nodes[arc.node])};
  const std::string from = country(network.from_node(arc.way));
  const std::string to = country(network.to_node(arc.way));
  return from == to ? std::vector<std::string>{from} : std::vector<std::string>{from, to};
}

std::string Shares::country(const Node& node) const {
  const auto& countries = compiled_.network.countries;
  const auto known = std::ranges::find(countries, node.country, &Country::id);
  return known == countries.end() || known->name.empty() ? node.country : known->name;
}

}  // namespace corridor
