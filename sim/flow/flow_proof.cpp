#include "flow/flow_proof.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <deque>
#include <limits>
#include <map>

namespace corridor {

namespace {

constexpr double unreached = std::numeric_limits<double>::infinity();

bool passes(const CapacitatedNetwork& network, VertexId vertex) {
  return network.no_passing.empty() || network.no_passing[vertex] == 0;
}

/// Whether a capacity counts what a class sends.
bool counts(const SharedCapacity& shared, std::size_t cargo) {
  return shared.classes.empty() ||
         std::find(shared.classes.begin(), shared.classes.end(), cargo) != shared.classes.end();
}

/// Whether the path is open to its class and leads from the pair's origin to its target.
bool joins(const CapacitatedNetwork& network, std::span<const CargoClass> classes,
           const PathFlow& path) {
  if (path.demand.cargo >= classes.size()) return false;
  const CargoClass& cargo = classes[path.demand.cargo];
  if (path.demand.pair >= cargo.demand.size() || !(path.volume >= 0)) return false;
  const OdVolume& pair = cargo.demand[path.demand.pair];
  VertexId at = pair.from;
  for (const ArcId arc : path.arcs) {
    if (arc.index() >= network.graph->arc_count() || network.graph->tail(arc) != at) return false;
    if (at != pair.from && !passes(network, at)) return false;
    if (!cargo.cost.empty() && std::isinf(cargo.cost[arc])) return false;
    at = network.graph->head(arc);
  }
  return at == pair.to;
}

bool fits(const CapacitatedNetwork& network, std::span<const CargoClass> classes,
          const std::vector<IdVector<ArcId, double>>& flow) {
  return flow.size() == classes.size() &&
         std::all_of(flow.begin(), flow.end(), [&](const IdVector<ArcId, double>& arcs) {
           return arcs.size() == network.graph->arc_count();
         });
}

void weigh_capacities(const CapacitatedNetwork& network, std::span<const CargoClass> classes,
                      const std::vector<IdVector<ArcId, double>>& flow, FlowFacts& facts) {
  double largest = 0;
  for (const CargoClass& cargo : classes) {
    for (const OdVolume& pair : cargo.demand) {
      largest = std::max(largest, pair.volume * cargo.load);
    }
  }
  for (const SharedCapacity& shared : network.capacities) {
    std::vector<ArcId> arcs = shared.arcs;
    std::sort(arcs.begin(), arcs.end());
    arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
    double load = 0;
    for (std::size_t cargo = 0; cargo < classes.size(); ++cargo) {
      if (!counts(shared, cargo)) continue;
      for (const ArcId arc : arcs) load += classes[cargo].load * flow[cargo][arc];
    }
    facts.load.push_back(load);
    if (load <= shared.capacity) continue;
    facts.worst_overload = std::max(facts.worst_overload,
                                    (load - shared.capacity) / std::max(shared.capacity, largest));
  }
}

/// Shortest paths from one vertex, taken from a queue until no arc leads anywhere for less.
IdVector<VertexId, double> distances(const CapacitatedNetwork& network,
                                     const IdVector<ArcId, double>& price, VertexId origin) {
  const Graph& graph = *network.graph;
  IdVector<VertexId, double> distance(graph.vertex_count(), unreached);
  IdVector<VertexId, char> queued(graph.vertex_count(), 0);
  std::deque<VertexId> queue{origin};
  distance[origin] = 0;
  while (!queue.empty()) {
    const VertexId vertex = queue.front();
    queue.pop_front();
    queued[vertex] = 0;
    if (vertex != origin && !passes(network, vertex)) continue;
    for (const ArcId arc : graph.out(vertex)) {
      const VertexId head = graph.head(arc);
      const double length = distance[vertex] + price[arc];
      if (length >= distance[head]) continue;
      distance[head] = length;
      if (queued[head] != 0) continue;
      queued[head] = 1;
      queue.push_back(head);
    }
  }
  return distance;
}

}  // namespace

FlowFacts facts_of(const CapacitatedNetwork& network, std::span<const CargoClass> classes,
                   const std::vector<IdVector<ArcId, double>>& flow,
                   const std::vector<PathFlow>& paths) {
  FlowFacts facts;
  if (!fits(network, classes, flow)) return facts;
  facts.well_formed = true;
  std::vector<IdVector<ArcId, double>> sum(classes.size(),
                                           IdVector<ArcId, double>(network.graph->arc_count(), 0));
  for (const CargoClass& cargo : classes) facts.carried.emplace_back(cargo.demand.size(), 0);
  for (const PathFlow& path : paths) {
    if (!joins(network, classes, path)) {
      facts.well_formed = false;
      return facts;
    }
    for (const ArcId arc : path.arcs) sum[path.demand.cargo][arc] += path.volume;
    facts.carried[path.demand.cargo][path.demand.pair] += path.volume;
  }
  for (std::size_t cargo = 0; cargo < classes.size(); ++cargo) {
    const auto most = std::max_element(sum[cargo].begin(), sum[cargo].end());
    if (most == sum[cargo].end()) continue;
    const double unit = *most > 0 ? *most : 1;
    for (const ArcId arc : network.graph->arcs()) {
      const double off = std::abs(sum[cargo][arc] - flow[cargo][arc]);
      facts.worst_flow_sum = std::max(facts.worst_flow_sum, off / unit);
    }
  }
  weigh_capacities(network, classes, flow, facts);
  return facts;
}

IdVector<ArcId, double> priced_arcs(const CapacitatedNetwork& network, const ProofClass& of,
                                    const std::vector<double>& price) {
  const CargoClass& cargo = of.cargo;
  IdVector<ArcId, double> result(network.graph->arc_count(), 0);
  for (std::size_t i = 0; i < network.capacities.size(); ++i) {
    if (!counts(network.capacities[i], of.position)) continue;
    std::vector<ArcId> arcs = network.capacities[i].arcs;
    std::sort(arcs.begin(), arcs.end());
    arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
    for (const ArcId arc : arcs) {
      result[arc] += cargo.load * price[i];
      const bool is_empty = network.capacities[i].capacity <= 0;
      if (is_empty && of.costs == ProofCosts::ignored) result[arc] = unreached;
    }
  }
  if (cargo.cost.empty()) return result;
  for (const ArcId arc : network.graph->arcs()) {
    if (of.costs == ProofCosts::counted || std::isinf(cargo.cost[arc]))
      result[arc] += cargo.cost[arc];
  }
  return result;
}

std::vector<double> cheapest(const CapacitatedNetwork& network, const CargoClass& cargo,
                             const IdVector<ArcId, double>& price) {
  std::vector<double> result(cargo.demand.size(), unreached);
  std::map<VertexId, std::vector<std::size_t>> by_origin;
  for (std::size_t pair = 0; pair < cargo.demand.size(); ++pair) {
    if (cargo.demand[pair].volume > 0) by_origin[cargo.demand[pair].from].push_back(pair);
  }
  for (const auto& [origin, pairs] : by_origin) {
    const IdVector<VertexId, double> distance = distances(network, price, origin);
    for (const std::size_t pair : pairs) result[pair] = distance[cargo.demand[pair].to];
  }
  return result;
}

}  // namespace corridor
