#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "corridor/flow/max_flow.hpp"
#include "corridor/graph/graph.hpp"

namespace corridor {

/// What a tonne pays on an arc, or is worth at a vertex, in whole units.
using FlowCost = std::int64_t;
/// What all tonnes pay together: a tonnage times a cost needs more than 64 bits.
__extension__ using TotalCost = __int128;

/// Who sends, who receives, and what may lie between: one number an arc or a vertex. An empty span
/// stands for the default.
struct MinCostProblem {
  std::span<const Tonnage> capacity;  // by arc; unlimited_tonnage or more carries anything
  std::span<const FlowCost> cost;     // by arc, for a tonne; negative is a gain
  std::span<const Tonnage> supply;    // by vertex: sent if positive, received if negative
  std::span<const Tonnage> least;     // by arc: what it must carry; default nothing
  /// By vertex: what may pass, start and end there together; default unlimited_tonnage. A tonne
  /// that starts and one that ends count once.
  std::span<const Tonnage> through = {};
};

enum class FlowStatus : std::uint8_t { optimal, infeasible, unbounded };

/// Why no flow does what is asked. One of the three holds, the first that does.
struct Shortage {
  Tonnage imbalance = 0;  // all supplies less all demands, if not 0
  ArcId conflict;         // an arc that must carry more than it can
  /// More is sent from a part of the network (and must be carried into it) than can leave it, by
  /// `surplus` tonnes. By vertex: 0 outside, 3 inside; where the limit of a vertex is part of the
  /// cut, 1 if only arrivals there are inside, 2 if only departures.
  Tonnage surplus = 0;
  IdVector<VertexId, std::uint8_t> side;
};

/// The cheapest flow, with the prices that prove it.
struct MinCostFlow {
  FlowStatus status = FlowStatus::optimal;
  TotalCost cost = 0;
  IdVector<ArcId, Tonnage> flow;  // if unbounded, some flow that does what is asked
  /// What a tonne is worth on arrival at a vertex, and once past it: the same unless the vertex is
  /// full. Prices rise along an arc that carries part of what it can by exactly its cost.
  IdVector<VertexId, FlowCost> price;
  IdVector<VertexId, FlowCost> price_past;
  Shortage shortage;         // if infeasible
  std::vector<ArcId> cycle;  // if unbounded: unlimited arcs that gain each time round, in order
};

/// The shadow price of an arc: what another tonne of capacity on it saves (0 unless it is full).
FlowCost saving_of_capacity(const Graph& graph, const MinCostProblem& problem,
                            const MinCostFlow& answer, ArcId arc);
/// And that of a vertex with a limit.
FlowCost saving_of_through(const MinCostFlow& answer, VertexId vertex);

/// The primal network simplex method with block pivoting (Grigoriadis 1986) on strongly feasible
/// spanning trees (Cunningham 1976), which cannot cycle; the layout follows Kiraly and Kovacs
/// (2012). The first tree leads every vertex the cheapest way to the nearest demand. After that, a
/// solve starts from the tree of the last one, whatever has been changed between them.
class MinCostSolver {
 public:
  /// The graph must outlive the solver. Throws std::invalid_argument if an array has another size
  /// than the graph asks for, if a capacity, a lower bound or a limit is negative, if the limited
  /// ones and the supplies add up to unlimited_tonnage, or if the costs of a path could exceed
  /// INT64_MAX / 8.
  MinCostSolver(const Graph& graph, const MinCostProblem& problem);
  ~MinCostSolver();
  /// A copy starts from the same tree: one for each scenario, of a solver that solved the baseline.
  MinCostSolver(const MinCostSolver& other);
  MinCostSolver& operator=(const MinCostSolver& other);
  MinCostSolver(MinCostSolver&& other) noexcept;
  MinCostSolver& operator=(MinCostSolver&& other) noexcept;

  // Changes count from the next solve, and are checked there as the constructor checks.
  void set_cost(ArcId arc, FlowCost cost);
  void set_capacity(ArcId arc, Tonnage capacity);
  void set_least(ArcId arc, Tonnage least);
  void set_supply(VertexId vertex, Tonnage supply);
  /// Throws std::invalid_argument of a vertex that had no limit when the solver was made.
  void set_through(VertexId vertex, Tonnage through);

  MinCostFlow solve();
  /// How many exchanges of basis the last solve took.
  std::int64_t pivots() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// One solve from scratch. Throws as MinCostSolver does.
MinCostFlow min_cost_flow(const Graph& graph, const MinCostProblem& problem);

struct MinCostCertificate {
  bool within_bounds = false;
  bool conserved = false;
  /// Optimal: nothing flows where it loses, all that can where it gains. Infeasible: there is a
  /// surplus. Unbounded: the cycle gains and nothing limits it.
  bool prices_fit = false;
  bool primal_equals_dual = false;  // of what is not optimal, as `prices_fit`
  bool holds() const { return within_bounds && conserved && prices_fit && primal_equals_dual; }
};

/// Checks an answer of any status, sharing no code with the solver.
MinCostCertificate certify(const Graph& graph, const MinCostProblem& problem,
                           const MinCostFlow& answer);

}  // namespace corridor
