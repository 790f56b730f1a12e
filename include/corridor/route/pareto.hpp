#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "corridor/route/shortest_path.hpp"

namespace corridor {

inline constexpr std::size_t most_objectives = 4;

/// What a path costs by each objective; zero beyond the objectives asked for.
using CostVector = std::array<Weight, most_objectives>;

/// By objective, then by arc. infinite_weight in any of them closes an arc.
using WeightColumns = std::span<const std::span<const Weight>>;

struct ParetoOptions {
  /// 0: all vectors that no other path dominates. Above: enough of them that for each path one of
  /// those found costs at most 1 + epsilon times as much by every objective.
  double epsilon = 0;
  /// How many labels (ways to a vertex that may be of use) the search may keep: 40 bytes each with
  /// two objectives, about 100 with four.
  std::size_t most_labels = std::size_t{1} << 24;
};

struct ParetoPath {
  CostVector cost{};
  std::vector<ArcId> arcs;
  std::vector<std::uint32_t> stage;  // of each arc: how many vias had been passed at its tail
};

/// Paths none of which is as good as another by every objective, one for each vector of costs, in
/// lexicographic order of these.
struct ParetoSet {
  std::size_t objectives = 0;
  double epsilon = 0;             // as asked for
  std::vector<ParetoPath> paths;  // none: there is no path
  /// False where most_labels was reached. Each path given is in the whole set even then, and none
  /// that the whole set has before the last one is missing.
  bool complete = true;
  std::size_t labels = 0;  // that the search kept
};

/// All paths of a query that nothing dominates, by two to four objectives. Of several paths with
/// the same costs the one with the fewest arcs is taken, and of those, backwards from the end, the
/// one whose last arc has the lowest id; of one arc taken in two stages, the earlier stage. So the
/// paths follow from the weights alone, and do not change when a column is multiplied.
///
/// Two objectives: labels in lexicographic order with a dominance check in constant time (BOA*:
/// Hernandez Ulloa et al. 2020, 2023), on what bounds by both objectives and in both directions
/// leave of the graph. Ahead of the search, weighted sums give good paths and, for each vertex, a
/// lower envelope of what is left to the target; a label that cannot come below the staircase of
/// the good paths is dropped (bound sets: Ehrgott and Gandibleux 2007; Raith and Ehrgott 2009).
/// Three or four: the labels of a vertex as a list without the first objective, in which labels
/// come in order (dimension reduction: Pulido, Mandow, Perez de la Cruz 2015; Maristany de las
/// Casas, Sedeno-Noda, Borndoerfer 2021).
///
/// Making a solver takes over the columns. It keeps its arrays for the next question; not for two
/// threads at once. The graph must outlive it.
class ParetoSolver {
 public:
  /// Throws std::invalid_argument if the columns are fewer than two or more than four, are not by
  /// arc, or hold a negative weight. No path may weigh infinite_weight.
  ParetoSolver(const Graph& graph, WeightColumns columns);
  ~ParetoSolver();
  ParetoSolver(ParetoSolver&&) noexcept;
  ParetoSolver& operator=(ParetoSolver&&) noexcept;

  /// Throws std::invalid_argument if epsilon is negative or not finite.
  ParetoSet solve(const PathQuery& query, const ParetoOptions& options = {});

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// One question to a ParetoSolver.
ParetoSet pareto_paths(const Graph& graph, WeightColumns columns, const PathQuery& query,
                       const ParetoOptions& options = {});

/// What was checked about a Pareto set, and whether it held.
struct ParetoCertificate {
  bool connected = false;    // all arcs lead from the origin to the target by way of the vias
  bool open = false;         // and none of them is closed
  bool costs_agree = false;  // their weights add up to the vectors
  bool nondominated =
      false;  // the vectors ascend, and none is as good as another by all objectives
  /// Each other path is matched: one of the set costs no more by any objective, or with an epsilon
  /// at most 1 + epsilon times as much. Never of an incomplete set.
  bool none_missing = false;
  std::size_t ways_followed = 0;  // from the origin, to find one that is not
  bool holds() const { return connected && open && costs_agree && nondominated && none_missing; }
};

/// Checks a Pareto set without the code that found it. An empty one holds if nothing leads to the
/// target. That none is missing takes a search as long as a plain one for the set.
ParetoCertificate certify(const Graph& graph, WeightColumns columns, const PathQuery& query,
                          const ParetoSet& answer);

}  // namespace corridor
