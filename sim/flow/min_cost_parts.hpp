#pragma once

#include <optional>
#include <vector>

#include "corridor/flow/min_cost_flow.hpp"

#include "flow/min_cost_totals.hpp"
#include "flow/network_simplex.hpp"
#include "flow/simplex_order.hpp"

namespace corridor {

/// A problem as its user knows it, and the simplex method that solves it. A vertex with a limit is
/// two nodes, where cargo arrives and where it departs, with an arc between them; lower bounds are
/// sent in advance.
struct MinCostSolver::Parts {
  Parts(const Graph& graph, const MinCostProblem& problem);

  MinCostTotals::OfArc of_arc(ArcId arc) const { return {capacity[arc], cost[arc], least[arc]}; }
  MinCostTotals::OfVertex of_vertex(VertexId vertex) const {
    return {supply[vertex], through[vertex]};
  }
  void change(ArcId arc, const MinCostTotals::OfArc& to);
  void change(VertexId vertex, const MinCostTotals::OfVertex& to);
  /// Passes on what has been changed.
  void update();
  MinCostFlow solve();

  const Graph* graph;
  IdVector<ArcId, Tonnage> capacity;
  IdVector<ArcId, FlowCost> cost;
  IdVector<ArcId, Tonnage> least;
  IdVector<VertexId, Tonnage> supply;
  IdVector<VertexId, Tonnage> through;
  std::vector<ArcId> changed_arcs;  // since the last solve
  std::vector<VertexId> changed_limits;
  bool supplies_changed = false;

  IdVector<ArcId, std::uint32_t> arc_number;  // of the simplex method
  IdVector<VertexId, std::uint32_t> arrival;
  IdVector<VertexId, std::uint32_t> departure;     // the same as arrival without a limit
  IdVector<VertexId, std::uint32_t> limit_number;  // of the arc between them
  MinCostTotals totals;
  std::optional<NetworkSimplex> simplex;

  bool is_split(VertexId vertex) const { return arrival[vertex] != departure[vertex]; }

 private:
  SimplexNetwork build();
  std::vector<Tonnage> node_supplies(std::size_t nodes) const;
  bool settle_bounds(MinCostFlow& answer) const;
  void tell_shortage(MinCostFlow& answer) const;
  void tell_cycle(const std::vector<std::uint32_t>& cycle, MinCostFlow& answer) const;
  void tell_flow(MinCostFlow& answer) const;
  void tell_prices(MinCostFlow& answer) const;
  bool leaves_unsent() const;
  bool is_feasible_without_costs();
};

}  // namespace corridor
