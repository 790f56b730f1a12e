#include "corridor/flow/min_cost_flow.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include "flow/min_cost_parts.hpp"

namespace corridor {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

template <class Key>
IdVector<Key, std::int64_t> filled(std::span<const std::int64_t> values, std::size_t size,
                                   std::int64_t by_default) {
  if (!values.empty() && values.size() != size) {
    throw std::invalid_argument{"an array does not fit the graph"};
  }
  IdVector<Key, std::int64_t> result(size, by_default);
  std::ranges::copy(values, result.begin());
  return result;
}

Tonnage room_between(Tonnage least, Tonnage capacity) {
  return capacity >= unlimited_tonnage ? endless : std::max<Tonnage>(0, capacity - least);
}

}  // namespace

MinCostSolver::Parts::Parts(const Graph& of, const MinCostProblem& problem)
    : graph{&of},
      capacity{filled<ArcId>(problem.capacity, of.arc_count(), unlimited_tonnage)},
      cost{filled<ArcId>(problem.cost, of.arc_count(), 0)},
      least{filled<ArcId>(problem.least, of.arc_count(), 0)},
      supply{filled<VertexId>(problem.supply, of.vertex_count(), 0)},
      through{filled<VertexId>(problem.through, of.vertex_count(), unlimited_tonnage)},
      arc_number(of.arc_count(), none),
      arrival(of.vertex_count(), none),
      departure(of.vertex_count(), none),
      limit_number(of.vertex_count(), none),
      totals{of.vertex_count()} {
  for (const ArcId arc : of.arcs()) totals.add(of_arc(arc));
  for (const VertexId vertex : of.vertices()) totals.add(of_vertex(vertex));
  totals.check();
  const SimplexNetwork network = build();
  const SimplexOrder order = order_from_demands(network);
  simplex.emplace(reordered(network, order), order.forest);
  for (std::uint32_t& arc : arc_number) arc = order.arc[arc];
  for (const VertexId vertex : of.vertices()) {
    arrival[vertex] = order.node[arrival[vertex]];
    departure[vertex] = order.node[departure[vertex]];
    if (limit_number[vertex] != none) limit_number[vertex] = order.arc[limit_number[vertex]];
  }
}

SimplexNetwork MinCostSolver::Parts::build() {
  SimplexNetwork network;
  for (const VertexId vertex : graph->vertices()) {
    arrival[vertex] = network.nodes++;
    const bool split = through[vertex] < unlimited_tonnage;
    departure[vertex] = split ? network.nodes++ : arrival[vertex];
  }
  const auto add = [&](std::uint32_t tail, std::uint32_t head, FlowCost price, Tonnage room) {
    network.tail.push_back(tail);
    network.head.push_back(head);
    network.cost.push_back(price);
    network.room.push_back(room);
    return static_cast<std::uint32_t>(network.tail.size() - 1);
  };
  if (graph->arc_count() + graph->vertex_count() >= none / 4) {
    throw std::length_error{"the graph is too large for a flow"};
  }
  for (const ArcId arc : graph->arcs()) {
    arc_number[arc] = add(departure[graph->tail(arc)], arrival[graph->head(arc)], cost[arc],
                          room_between(least[arc], capacity[arc]));
  }
  for (const VertexId vertex : graph->vertices()) {
    if (!is_split(vertex)) continue;
    limit_number[vertex] = add(arrival[vertex], departure[vertex], 0, through[vertex]);
  }
  network.supply = node_supplies(network.nodes);
  return network;
}

/// What each node sends, once the lower bounds are on their way.
std::vector<Tonnage> MinCostSolver::Parts::node_supplies(std::size_t nodes) const {
  std::vector<Tonnage> result(nodes, 0);
  for (const VertexId vertex : graph->vertices()) {
    result[supply[vertex] > 0 ? arrival[vertex] : departure[vertex]] += supply[vertex];
  }
  for (const ArcId arc : graph->arcs()) {
    if (least[arc] == 0) continue;
    result[departure[graph->tail(arc)]] -= least[arc];
    result[arrival[graph->head(arc)]] += least[arc];
  }
  return result;
}

void MinCostSolver::Parts::change(ArcId arc, const MinCostTotals::OfArc& to) {
  totals.remove(of_arc(arc));
  totals.add(to);
  supplies_changed = supplies_changed || least[arc] != to.least;
  capacity[arc] = to.capacity;
  cost[arc] = to.cost;
  least[arc] = to.least;
  changed_arcs.push_back(arc);
}

void MinCostSolver::Parts::change(VertexId vertex, const MinCostTotals::OfVertex& to) {
  totals.remove(of_vertex(vertex));
  totals.add(to);
  supplies_changed = supplies_changed || supply[vertex] != to.supply;
  supply[vertex] = to.supply;
  through[vertex] = to.through;
  if (is_split(vertex)) changed_limits.push_back(vertex);
}

void MinCostSolver::Parts::update() {
  const auto pass_on = [&](std::uint32_t arc, FlowCost price, Tonnage room) {
    simplex->set_cost(arc, price);
    simplex->set_room(arc, room);
  };
  for (const ArcId arc : changed_arcs) {
    pass_on(arc_number[arc], cost[arc], room_between(least[arc], capacity[arc]));
  }
  for (const VertexId vertex : changed_limits) {
    pass_on(limit_number[vertex], 0, room_between(0, through[vertex]));
  }
  changed_arcs.clear();
  changed_limits.clear();
  if (!std::exchange(supplies_changed, false)) return;
  const std::vector<Tonnage> supplies = node_supplies(simplex->network().nodes);
  for (std::uint32_t node = 0; node < supplies.size(); ++node) {
    simplex->set_supply(node, supplies[node]);
  }
}

MinCostSolver::MinCostSolver(const Graph& graph, const MinCostProblem& problem)
    : parts_{std::make_unique<Parts>(graph, problem)} {}
MinCostSolver::~MinCostSolver() = default;
MinCostSolver::MinCostSolver(const MinCostSolver& other)
    : parts_{std::make_unique<Parts>(*other.parts_)} {}
MinCostSolver& MinCostSolver::operator=(const MinCostSolver& other) {
  parts_ = std::make_unique<Parts>(*other.parts_);
  return *this;
}
MinCostSolver::MinCostSolver(MinCostSolver&& other) noexcept = default;
MinCostSolver& MinCostSolver::operator=(MinCostSolver&& other) noexcept = default;

void MinCostSolver::set_cost(ArcId arc, FlowCost cost) {
  MinCostTotals::OfArc changed = parts_->of_arc(arc);
  changed.cost = cost;
  parts_->change(arc, changed);
}

void MinCostSolver::set_capacity(ArcId arc, Tonnage capacity) {
  MinCostTotals::OfArc changed = parts_->of_arc(arc);
  changed.capacity = capacity;
  parts_->change(arc, changed);
}

void MinCostSolver::set_least(ArcId arc, Tonnage least) {
  MinCostTotals::OfArc changed = parts_->of_arc(arc);
  changed.least = least;
  parts_->change(arc, changed);
}

void MinCostSolver::set_supply(VertexId vertex, Tonnage supply) {
  parts_->change(vertex, {supply, parts_->through[vertex]});
}

void MinCostSolver::set_through(VertexId vertex, Tonnage through) {
  if (!parts_->is_split(vertex)) throw std::invalid_argument{"the vertex had no limit at first"};
  parts_->change(vertex, {parts_->supply[vertex], through});
}

MinCostFlow MinCostSolver::solve() { return parts_->solve(); }
std::int64_t MinCostSolver::pivots() const { return parts_->simplex->pivots(); }

MinCostFlow min_cost_flow(const Graph& graph, const MinCostProblem& problem) {
  return MinCostSolver{graph, problem}.solve();
}

}  // namespace corridor
