#include <algorithm>
#include <utility>
#include <vector>

#include "flow/min_cost_parts.hpp"

namespace corridor {

namespace {

/// 1 of the nodes that more could be sent to from those in `open`.
std::vector<char> reachable(const NetworkSimplex& simplex, std::vector<std::uint32_t> open) {
  const SimplexNetwork& network = simplex.network();
  const std::vector<Tonnage> flow = simplex.flow();
  const SortedByKey out = sorted_by(network.tail, network.nodes);
  const SortedByKey in = sorted_by(network.head, network.nodes);
  std::vector<char> reached(network.nodes, 0);
  for (const std::uint32_t node : open) reached[node] = 1;
  const auto reach = [&](std::uint32_t node) {
    if (std::exchange(reached[node], char{1}) == 0) open.push_back(node);
  };
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    open.pop_back();
    for (const std::uint32_t arc : out.of(node)) {
      if (flow[arc] < network.room[arc]) reach(network.head[arc]);
    }
    for (const std::uint32_t arc : in.of(node)) {
      if (flow[arc] > 0) reach(network.tail[arc]);
    }
  }
  return reached;
}

}  // namespace

MinCostFlow MinCostSolver::Parts::solve() {
  totals.check();
  update();
  MinCostFlow answer;
  if (!settle_bounds(answer)) return answer;
  const bool bounded = simplex->run();
  if (bounded && !leaves_unsent()) {
    tell_flow(answer);
    tell_prices(answer);
    return answer;
  }
  const std::vector<std::uint32_t> cycle = simplex->cycle();
  if (!bounded && is_feasible_without_costs()) {
    answer.status = FlowStatus::unbounded;
    tell_flow(answer);
    tell_cycle(cycle, answer);
  } else {
    answer.status = FlowStatus::infeasible;
    tell_shortage(answer);
  }
  return answer;
}

/// What makes the problem infeasible at first sight.
bool MinCostSolver::Parts::settle_bounds(MinCostFlow& answer) const {
  answer.shortage.imbalance = totals.imbalance();
  if (totals.imbalance() == 0 && totals.conflicts() == 0) return true;
  answer.status = FlowStatus::infeasible;
  for (const ArcId arc : graph->arcs()) {
    if (totals.imbalance() != 0 || answer.shortage.conflict.valid()) break;
    if (least[arc] > capacity[arc]) answer.shortage.conflict = arc;
  }
  return false;
}

bool MinCostSolver::Parts::leaves_unsent() const {
  for (std::uint32_t node = 0; node < simplex->network().nodes; ++node) {
    if (simplex->unsent(node) != 0) return true;
  }
  return false;
}

/// Sends what can be sent, at no cost. The costs are passed on again before the next solve.
bool MinCostSolver::Parts::is_feasible_without_costs() {
  for (const ArcId arc : graph->arcs()) {
    simplex->set_cost(arc_number[arc], 0);
    changed_arcs.push_back(arc);
  }
  simplex->run();
  return !leaves_unsent();
}

void MinCostSolver::Parts::tell_flow(MinCostFlow& answer) const {
  const std::vector<Tonnage> flow = simplex->flow();
  answer.flow = least;
  for (const ArcId arc : graph->arcs()) {
    answer.flow[arc] += flow[arc_number[arc]];
    answer.cost += static_cast<TotalCost>(cost[arc]) * answer.flow[arc];
  }
}

void MinCostSolver::Parts::tell_prices(MinCostFlow& answer) const {
  answer.price = IdVector<VertexId, FlowCost>(graph->vertex_count());
  answer.price_past = answer.price;
  for (const VertexId vertex : graph->vertices()) {
    answer.price[vertex] = simplex->price(arrival[vertex]);
    answer.price_past[vertex] = simplex->price(departure[vertex]);
  }
}

void MinCostSolver::Parts::tell_cycle(const std::vector<std::uint32_t>& cycle,
                                      MinCostFlow& answer) const {
  std::vector<ArcId> original(simplex->network().tail.size());
  for (const ArcId arc : graph->arcs()) original[arc_number[arc]] = arc;
  for (const std::uint32_t arc : cycle) {
    if (original[arc].valid()) answer.cycle.push_back(original[arc]);
  }
}

/// The nodes that more could still be sent to from those that cannot send all they have: what is
/// sent in among them exceeds what can leave by just that.
void MinCostSolver::Parts::tell_shortage(MinCostFlow& answer) const {
  std::vector<std::uint32_t> open;
  for (std::uint32_t node = 0; node < simplex->network().nodes; ++node) {
    if (simplex->unsent(node) <= 0) continue;
    open.push_back(node);
    answer.shortage.surplus += simplex->unsent(node);
  }
  const std::vector<char> inside = reachable(*simplex, std::move(open));
  answer.shortage.side = IdVector<VertexId, std::uint8_t>(graph->vertex_count(), 0);
  for (const VertexId vertex : graph->vertices()) {
    answer.shortage.side[vertex] = static_cast<std::uint8_t>(
        (inside[arrival[vertex]] != 0 ? 1 : 0) + (inside[departure[vertex]] != 0 ? 2 : 0));
  }
}

FlowCost saving_of_capacity(const Graph& graph, const MinCostProblem& problem,
                            const MinCostFlow& answer, ArcId arc) {
  const FlowCost cost = problem.cost.empty() ? 0 : problem.cost[arc.index()];
  const FlowCost gain = answer.price[graph.head(arc)] - answer.price_past[graph.tail(arc)] - cost;
  return std::max<FlowCost>(0, gain);
}

FlowCost saving_of_through(const MinCostFlow& answer, VertexId vertex) {
  return std::max<FlowCost>(0, answer.price_past[vertex] - answer.price[vertex]);
}

}  // namespace corridor
