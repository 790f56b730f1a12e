#include "corridor/flow/boost_flows.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>

#include "corridor/graph/bgl.hpp"

#include "flow/residual.hpp"

namespace corridor {

namespace {

struct CostlyArc {
  ArcEnds ends;
  Tonnage capacity = 0;
  FlowCost cost = 0;
};

/// The arcs, and those from one source and to one sink, the last two vertices; sorted by tail.
std::vector<CostlyArc> with_terminals(const Graph& graph, const MinCostProblem& problem) {
  const VertexId source{graph.vertex_count()};
  const VertexId sink{graph.vertex_count() + 1};
  Tonnage sent = 0;
  for (const Tonnage supply : problem.supply) sent += std::max<Tonnage>(supply, 0);
  std::vector<CostlyArc> arcs;
  for (const ArcId arc : graph.arcs()) {
    arcs.push_back({{graph.tail(arc), graph.head(arc)},
                    std::min(problem.capacity[arc.index()], sent),
                    problem.cost[arc.index()]});
  }
  for (const VertexId vertex : graph.vertices()) {
    const Tonnage supply = problem.supply[vertex.index()];
    if (supply > 0) arcs.push_back({{source, vertex}, supply, 0});
    if (supply < 0) arcs.push_back({{vertex, sink}, -supply, 0});
  }
  std::stable_sort(arcs.begin(), arcs.end(), [](const CostlyArc& a, const CostlyArc& b) {
    return a.ends.tail < b.ends.tail;
  });
  return arcs;
}

}  // namespace

Tonnage max_flow_by(BoostMaxFlow solver, const Graph& graph, std::span<const Tonnage> capacity,
                    VertexId source, VertexId sink) {
  return most_flow_by(
      solver == BoostMaxFlow::push_relabel ? solve_by_push_relabel : solve_by_boykov_kolmogorov,
      graph, capacity, source, sink);
}

bool suits_boost(const MinCostProblem& problem) {
  const auto none = [](auto numbers, const auto& is_bad) {
    return std::none_of(numbers.begin(), numbers.end(), is_bad);
  };
  return none(problem.cost, [](FlowCost cost) { return cost < 0; }) &&
         none(problem.least, [](Tonnage least) { return least > 0; }) &&
         none(problem.through, [](Tonnage most) { return most < unlimited_tonnage; }) &&
         std::accumulate(problem.supply.begin(), problem.supply.end(), Tonnage{0}) == 0;
}

std::optional<TotalCost> min_cost_by_boost(const Graph& graph, const MinCostProblem& problem) {
  const std::vector<CostlyArc> arcs = with_terminals(graph, problem);
  const VertexId source{graph.vertex_count()};
  const VertexId sink{graph.vertex_count() + 1};
  std::vector<ArcEnds> ends;
  std::vector<Tonnage> capacity;
  for (const CostlyArc& arc : arcs) {
    ends.push_back(arc.ends);
    capacity.push_back(arc.capacity);
  }
  // Not const: Boost has two functions for one that is, and cannot choose.
  Residual residual = make_residual(Graph{graph.vertex_count() + 2, ends}, capacity);
  IdVector<ArcId, FlowCost> cost;
  for (const ArcId arc : residual.graph.arcs()) {
    const ArcId original = residual.original[arc];
    const ArcId opposite = residual.original[residual.opposite[arc]];
    cost.add(original.valid() ? arcs[original.index()].cost : -arcs[opposite.index()].cost);
  }
  IdVector<ArcId, Tonnage> left(residual.graph.arc_count());
  boost::successive_shortest_path_nonnegative_weights(
      residual.graph, source, sink,
      boost::capacity_map(property_map(residual.capacity))
          .residual_capacity_map(property_map(left))
          .reverse_edge_map(property_map(residual.opposite))
          .weight_map(property_map(cost)));
  TotalCost total = 0;
  bool all_is_sent = true;
  for (const ArcId arc : residual.graph.arcs()) {
    if (!residual.original[arc].valid()) continue;
    if (residual.graph.tail(arc) == source) all_is_sent = all_is_sent && left[arc] == 0;
    total += static_cast<TotalCost>(residual.capacity[arc] - left[arc]) * cost[arc];
  }
  return all_is_sent ? std::optional{total} : std::nullopt;
}

}  // namespace corridor
