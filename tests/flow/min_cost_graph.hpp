#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "corridor/flow/min_cost_flow.hpp"

#include "support/random_graph.hpp"

namespace corridor::test {

/// A question that owns its arrays.
struct CostGraph {
  Graph graph;
  std::vector<Tonnage> capacity;
  std::vector<FlowCost> cost;
  std::vector<Tonnage> supply;
  std::vector<Tonnage> least;
  std::vector<Tonnage> through;
  MinCostProblem problem() const { return {capacity, cost, supply, least, through}; }
};

struct CostArc {
  std::size_t tail = 0;
  std::size_t head = 0;
  Tonnage capacity = 0;
  FlowCost cost = 0;
  Tonnage least = 0;
};

inline CostGraph cost_graph(std::vector<Tonnage> supply, std::vector<CostArc> arcs) {
  std::ranges::stable_sort(arcs, {}, &CostArc::tail);
  CostGraph result;
  std::vector<ArcEnds> ends;
  for (const CostArc& arc : arcs) {
    ends.push_back({VertexId{arc.tail}, VertexId{arc.head}});
    result.capacity.push_back(arc.capacity);
    result.cost.push_back(arc.cost);
    result.least.push_back(arc.least);
  }
  result.graph = Graph{supply.size(), ends};
  result.through.assign(supply.size(), unlimited_tonnage);
  result.supply = std::move(supply);
  return result;
}

/// What random questions may have in them.
struct Traits {
  FlowCost cheapest = 0;
  FlowCost dearest = 9;
  Tonnage widest = 7;
  bool least = false;
  bool through = false;
  std::size_t unlimited = 0;  // one arc in so many, if not 0
};

/// Capacities from 0, parallels, loops, ties everywhere; supplies that balance, but for one
/// question in ten.
inline CostGraph random_costs(std::uint32_t seed, std::size_t vertices, std::size_t arcs,
                              const Traits& traits) {
  Dice dice{seed};
  const auto upto = [&](Tonnage most) {
    return static_cast<Tonnage>(dice.roll(static_cast<std::size_t>(most) + 1));
  };
  std::vector<CostArc> list;
  while (list.size() < arcs) {
    CostArc arc{dice.roll(vertices), dice.roll(vertices), upto(traits.widest), 0, 0};
    arc.cost = traits.cheapest + upto(traits.dearest - traits.cheapest);
    if (dice.roll(6) == 0) arc.capacity = 0;
    if (traits.least && dice.roll(5) == 0) arc.least = upto(arc.capacity);
    if (traits.unlimited > 0 && dice.roll(traits.unlimited) == 0) arc.capacity = unlimited_tonnage;
    list.push_back(arc);
    if (dice.roll(8) == 0) list.push_back(arc);
  }
  std::vector<Tonnage> supply(vertices, 0);
  for (std::size_t i = dice.roll(4); i > 0; --i) {
    const Tonnage tonnes = upto(traits.widest);
    supply[dice.roll(vertices)] += tonnes;
    supply[dice.roll(vertices)] -= tonnes;
  }
  if (dice.roll(10) == 0) ++supply[dice.roll(vertices)];
  CostGraph result = cost_graph(std::move(supply), std::move(list));
  for (Tonnage& limit : result.through) {
    if (traits.through && dice.roll(3) == 0) limit = upto(2 * traits.widest);
  }
  return result;
}

/// The least cost of all flows, tried one by one; nothing if there is none.
inline std::optional<FlowCost> least_cost_by_brute_force(const CostGraph& question) {
  const Graph& graph = question.graph;
  std::vector<Tonnage> flow = question.least;
  std::optional<FlowCost> best;
  for (std::size_t i = 0; i < flow.size(); ++i) {
    if (flow[i] > question.capacity[i]) return best;
  }
  for (;;) {
    std::vector<Tonnage> in(graph.vertex_count(), 0);
    std::vector<Tonnage> out(graph.vertex_count(), 0);
    FlowCost cost = 0;
    for (const ArcId arc : graph.arcs()) {
      out[graph.tail(arc).index()] += flow[arc.index()];
      in[graph.head(arc).index()] += flow[arc.index()];
      cost += flow[arc.index()] * question.cost[arc.index()];
    }
    bool fits = true;
    for (std::size_t v = 0; v < in.size(); ++v) {
      const Tonnage passes = in[v] + std::max<Tonnage>(0, question.supply[v]);
      fits = fits && in[v] + question.supply[v] == out[v] && passes <= question.through[v];
    }
    if (fits && (!best || cost < *best)) best = cost;
    std::size_t i = 0;
    for (; i < flow.size() && flow[i] == question.capacity[i]; ++i) flow[i] = question.least[i];
    if (i == flow.size()) return best;
    ++flow[i];
  }
}

}  // namespace corridor::test
