// The cheapest flow against two methods of Boost that share nothing with ours.

#include <optional>
#include <vector>

#include <boost/graph/cycle_canceling.hpp>
#include <boost/graph/find_flow_cost.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>
#include <gtest/gtest.h>

#include "corridor/flow/min_cost_flow.hpp"
#include "corridor/graph/bgl.hpp"

#include "flow/min_cost_graph.hpp"
#include "flow/residual.hpp"

namespace corridor {
namespace {

using test::CostGraph;
using test::random_costs;

/// A question as Boost wants it: one source, one sink, and an opposite to each arc.
struct BoostQuestion {
  Residual residual;
  IdVector<ArcId, FlowCost> cost;
  VertexId source;
  VertexId sink;
  Tonnage supply = 0;
};

BoostQuestion for_boost(const CostGraph& question) {
  const std::size_t vertices = question.graph.vertex_count();
  std::vector<test::CostArc> arcs;
  for (const ArcId arc : question.graph.arcs()) {
    arcs.push_back({question.graph.tail(arc).index(), question.graph.head(arc).index(),
                    question.capacity[arc.index()], question.cost[arc.index()]});
  }
  BoostQuestion result;
  for (std::size_t v = 0; v < vertices; ++v) {
    const Tonnage supply = question.supply[v];
    if (supply > 0) arcs.push_back({vertices, v, supply, 0});
    if (supply < 0) arcs.push_back({v, vertices + 1, -supply, 0});
    result.supply += supply > 0 ? supply : 0;
  }
  const CostGraph wider = test::cost_graph(std::vector<Tonnage>(vertices + 2, 0), arcs);
  result.residual = make_residual(wider.graph, wider.capacity);
  for (const ArcId arc : result.residual.graph.arcs()) {
    const ArcId original = result.residual.original[arc];
    const ArcId opposite = result.residual.original[result.residual.opposite[arc]];
    result.cost.add(original.valid() ? wider.cost[original.index()]
                                     : -wider.cost[opposite.index()]);
  }
  result.source = VertexId{vertices};
  result.sink = VertexId{vertices + 1};
  return result;
}

/// The cost of what the sources send, if all of it arrives.
std::optional<FlowCost> cost_of(const BoostQuestion& question,
                                const IdVector<ArcId, Tonnage>& left) {
  FlowCost cost = 0;
  Tonnage sent = 0;
  for (const ArcId arc : question.residual.graph.arcs()) {
    if (!question.residual.original[arc].valid()) continue;
    const Tonnage flow = question.residual.capacity[arc] - left[arc];
    cost += flow * question.cost[arc];
    if (question.residual.graph.tail(arc) == question.source) sent += flow;
  }
  if (sent != question.supply) return {};
  return cost;
}

// Boost adds up what it takes for infinite, which only floating numbers bear; costs are exact
// there.
std::optional<FlowCost> by_successive_paths(BoostQuestion question) {
  IdVector<ArcId, double> cost;
  for (const FlowCost c : question.cost) cost.add(static_cast<double>(c));
  IdVector<ArcId, Tonnage> left(question.residual.graph.arc_count());
  boost::successive_shortest_path_nonnegative_weights(
      question.residual.graph, question.source, question.sink,
      boost::capacity_map(property_map(question.residual.capacity))
          .residual_capacity_map(property_map(left))
          .reverse_edge_map(property_map(question.residual.opposite))
          .weight_map(property_map(cost)));
  return cost_of(question, left);
}

std::optional<FlowCost> by_cancelling_cycles(BoostQuestion question) {
  IdVector<ArcId, Tonnage> left =
      solve_by_push_relabel(question.residual, question.source, question.sink);
  IdVector<VertexId, ArcId> reached_by(question.residual.graph.vertex_count());
  IdVector<VertexId, FlowCost> distance(question.residual.graph.vertex_count());
  boost::cycle_canceling(question.residual.graph, property_map(question.cost),
                         property_map(question.residual.opposite), property_map(left),
                         property_map(reached_by), property_map(distance));
  return cost_of(question, left);
}

void expect_agreement(const CostGraph& question, const std::optional<FlowCost>& rival) {
  const MinCostFlow answer = min_cost_flow(question.graph, question.problem());
  Tonnage balance = 0;
  for (const Tonnage tonnes : question.supply) balance += tonnes;
  ASSERT_EQ(answer.status, rival && balance == 0 ? FlowStatus::optimal : FlowStatus::infeasible);
  if (answer.status == FlowStatus::optimal) {
    ASSERT_TRUE(answer.cost == *rival);
  }
}

TEST(MinCostFlow, IsThatOfSuccessiveShortestPaths) {
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 2 + seed % 40;
    const Tonnage widest = seed % 3 == 0 ? 2 : 1000;
    const CostGraph question =
        random_costs(seed, vertices, (1 + seed % 6) * vertices, {0, 20, widest, false, false});
    expect_agreement(question, by_successive_paths(for_boost(question)));
  }
}

// Loops that gain are left out for Boost by make_residual: they cost what they gain when full.
TEST(MinCostFlow, IsWhatCancellingCyclesEndsWith) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 3 + seed % 12;
    CostGraph question = random_costs(seed, vertices, 3 * vertices, {-4, 9, 6, false, false});
    for (const ArcId arc : question.graph.arcs()) {
      if (question.graph.tail(arc) == question.graph.head(arc)) question.capacity[arc.index()] = 0;
    }
    expect_agreement(question, by_cancelling_cycles(for_boost(question)));
  }
}

}  // namespace
}  // namespace corridor
