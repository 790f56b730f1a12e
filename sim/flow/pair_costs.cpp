#include <cstddef>
#include <stdexcept>
#include <utility>

#include "corridor/flow/assignment.hpp"

#include "flow/assignment_parts.hpp"
#include "flow/path_flows.hpp"
#include "flow/path_search.hpp"

namespace corridor {

namespace {

void require(bool condition, const char* otherwise) {
  if (!condition) throw std::invalid_argument{otherwise};
}

std::shared_ptr<const PriceWays> ways_of(const Assignment& answer) {
  const bool has_ways = answer.memory != nullptr && answer.memory->paths != nullptr;
  return has_ways ? answer.memory->paths->ways : nullptr;
}

/// Pairs of one origin that follow one another are searched for at once.
std::vector<double> costs_of(const DemandClass& of, PathSearch& search) {
  std::vector<double> costs;
  std::vector<VertexId> targets;
  for (std::size_t i = 0; i < of.demand.size();) {
    const VertexId origin = of.demand[i].from;
    targets.clear();
    for (; i < of.demand.size() && of.demand[i].from == origin; ++i) {
      targets.push_back(of.demand[i].to);
    }
    search.run(origin, targets);
    for (const VertexId target : targets) costs.push_back(search.distance(target));
  }
  return costs;
}

}  // namespace

std::vector<std::vector<double>> pair_costs(const CongestedNetwork& network,
                                            std::span<const DemandClass> classes,
                                            const Assignment& answer) {
  require(network.graph != nullptr, "an assignment needs a graph");
  const std::size_t arcs = network.graph->arc_count();
  require(network.delay.size() == arcs && answer.volume.size() == arcs,
          "delays and volumes are not by arc");
  std::vector<double> time;
  for (const ArcId arc : network.graph->arcs()) {
    time.push_back(time_at(network.delay[arc], answer.volume[arc]));
  }
  PathSearch search{*network.graph, network.no_passing, network.hierarchy, ways_of(answer)};
  std::vector<std::vector<double>> costs;
  std::vector<double> price(arcs);
  for (const DemandClass& of : classes) {
    require(of.fixed.empty() || of.fixed.size() == arcs, "fixed costs are not by arc");
    for (const ArcId arc : network.graph->arcs()) {
      price[arc.index()] =
          of.time_value * time[arc.index()] + (of.fixed.empty() ? 0 : of.fixed[arc]);
    }
    search.price(price);
    costs.push_back(costs_of(of, search));
  }
  return costs;
}

}  // namespace corridor
