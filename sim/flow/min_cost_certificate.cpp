#include <algorithm>
#include <cstddef>

#include "corridor/flow/min_cost_flow.hpp"

// Everything here is computed from the question and the answer alone, in 128 bits.

namespace corridor {

namespace {

using Wide = TotalCost;

/// The question with its defaults filled in.
struct Question {
  const Graph& graph;
  const MinCostProblem& problem;

  Tonnage capacity(ArcId arc) const { return at(problem.capacity, arc, unlimited_tonnage); }
  Tonnage least(ArcId arc) const { return at(problem.least, arc, 0); }
  FlowCost cost(ArcId arc) const { return at(problem.cost, arc, 0); }
  Tonnage supply(VertexId vertex) const { return at(problem.supply, vertex, 0); }
  Tonnage through(VertexId vertex) const { return at(problem.through, vertex, unlimited_tonnage); }
  bool is_limited(ArcId arc) const { return capacity(arc) < unlimited_tonnage; }
  bool is_limited(VertexId vertex) const { return through(vertex) < unlimited_tonnage; }

 private:
  template <class Key>
  static std::int64_t at(std::span<const std::int64_t> values, Key key, std::int64_t by_default) {
    return values.empty() ? by_default : values[key.index()];
  }
};

/// What arrives at a vertex or starts there.
Wide passing(const Question& question, const MinCostFlow& answer, VertexId vertex) {
  Wide tonnes = std::max<Tonnage>(0, question.supply(vertex));
  for (const ArcId arc : question.graph.in(vertex)) tonnes += answer.flow[arc];
  return tonnes;
}

void check_flow(const Question& question, const MinCostFlow& answer,
                MinCostCertificate& certificate) {
  const Graph& graph = question.graph;
  if (answer.flow.size() != graph.arc_count()) return;
  certificate.within_bounds = certificate.conserved = true;
  for (const ArcId arc : graph.arcs()) {
    const Tonnage flow = answer.flow[arc];
    if (flow < question.least(arc) || (question.is_limited(arc) && flow > question.capacity(arc))) {
      certificate.within_bounds = false;
    }
  }
  for (const VertexId vertex : graph.vertices()) {
    Wide departs = std::max<Wide>(0, -static_cast<Wide>(question.supply(vertex)));
    for (const ArcId arc : graph.out(vertex)) departs += answer.flow[arc];
    const Wide passes = passing(question, answer, vertex);
    if (passes != departs) certificate.conserved = false;
    if (question.is_limited(vertex) && passes > question.through(vertex)) {
      certificate.within_bounds = false;
    }
  }
}

/// Complementary slackness of one bounded flow, whose part of the dual value is added.
bool fits(Wide reduced, Wide flow, Wide least, Wide most, bool limited, Wide& dual) {
  if (reduced > 0) {
    dual += reduced * least;
    return flow == least;
  }
  if (reduced == 0) return true;
  dual += limited ? reduced * most : 0;
  return limited && flow == most;
}

void check_prices(const Question& question, const MinCostFlow& answer,
                  MinCostCertificate& certificate) {
  const Graph& graph = question.graph;
  if (!certificate.conserved || answer.price.size() != graph.vertex_count() ||
      answer.price_past.size() != graph.vertex_count()) {
    return;
  }
  certificate.prices_fit = true;
  Wide primal = 0;
  Wide dual = 0;
  for (const ArcId arc : graph.arcs()) {
    const Wide reduced = static_cast<Wide>(question.cost(arc)) +
                         answer.price_past[graph.tail(arc)] - answer.price[graph.head(arc)];
    primal += static_cast<Wide>(question.cost(arc)) * answer.flow[arc];
    certificate.prices_fit &= fits(reduced, answer.flow[arc], question.least(arc),
                                   question.capacity(arc), question.is_limited(arc), dual);
  }
  for (const VertexId vertex : graph.vertices()) {
    const Tonnage supply = question.supply(vertex);
    const FlowCost price = supply > 0 ? answer.price[vertex] : answer.price_past[vertex];
    dual -= static_cast<Wide>(supply) * price;
    const Wide reduced = static_cast<Wide>(answer.price[vertex]) - answer.price_past[vertex];
    if (!question.is_limited(vertex)) {
      certificate.prices_fit &= reduced == 0;
      continue;
    }
    certificate.prices_fit &=
        fits(reduced, passing(question, answer, vertex), 0, question.through(vertex), true, dual);
  }
  certificate.primal_equals_dual = primal == dual && primal == answer.cost;
}

/// Whether tonnes are left over on one side of the cut, by just the surplus.
bool has_surplus(const Question& question, const Shortage& shortage) {
  const Graph& graph = question.graph;
  if (shortage.surplus <= 0 || shortage.side.size() != graph.vertex_count()) return false;
  const auto arrival_inside = [&](VertexId v) { return (shortage.side[v] & 1U) != 0; };
  const auto departure_inside = [&](VertexId v) { return (shortage.side[v] & 2U) != 0; };
  Wide surplus = 0;
  for (const VertexId vertex : graph.vertices()) {
    const Tonnage supply = question.supply(vertex);
    if (supply > 0 ? arrival_inside(vertex) : departure_inside(vertex)) surplus += supply;
    if (arrival_inside(vertex) == departure_inside(vertex)) continue;
    if (!question.is_limited(vertex)) return false;
    if (arrival_inside(vertex)) surplus -= question.through(vertex);
  }
  for (const ArcId arc : graph.arcs()) {
    const bool from = departure_inside(graph.tail(arc));
    const bool to = arrival_inside(graph.head(arc));
    if (from && !to && !question.is_limited(arc)) return false;
    if (from && !to) surplus -= question.capacity(arc);
    if (!from && to) surplus += question.least(arc);
  }
  return surplus == shortage.surplus;
}

bool proves_infeasible(const Question& question, const Shortage& shortage) {
  Wide balance = 0;
  for (const VertexId vertex : question.graph.vertices()) balance += question.supply(vertex);
  if (shortage.imbalance != 0 || balance != 0) return shortage.imbalance == balance;
  if (shortage.conflict.valid()) {
    return shortage.conflict.index() < question.graph.arc_count() &&
           question.least(shortage.conflict) > question.capacity(shortage.conflict);
  }
  return has_surplus(question, shortage);
}

/// Whether the arcs close a circle that nothing limits, and gain.
bool proves_unbounded(const Question& question, const std::vector<ArcId>& cycle) {
  Wide cost = 0;
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    const ArcId next = cycle[(i + 1) % cycle.size()];
    if (cycle[i].index() >= question.graph.arc_count() ||
        next.index() >= question.graph.arc_count() || question.is_limited(cycle[i]) ||
        question.graph.head(cycle[i]) != question.graph.tail(next) ||
        question.is_limited(question.graph.head(cycle[i]))) {
      return false;
    }
    cost += question.cost(cycle[i]);
  }
  return cost < 0;
}

}  // namespace

MinCostCertificate certify(const Graph& graph, const MinCostProblem& problem,
                           const MinCostFlow& answer) {
  const Question question{graph, problem};
  MinCostCertificate certificate;
  if (answer.status == FlowStatus::infeasible) {
    const bool proved = proves_infeasible(question, answer.shortage);
    return {proved, proved, proved, proved};
  }
  check_flow(question, answer, certificate);
  if (answer.status == FlowStatus::optimal) {
    check_prices(question, answer, certificate);
  } else {
    certificate.prices_fit = proves_unbounded(question, answer.cycle);
    certificate.primal_equals_dual = certificate.prices_fit;
  }
  return certificate;
}

}  // namespace corridor
