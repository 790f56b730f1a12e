#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "corridor/flow/assignment.hpp"

#include "flow/delay_table.hpp"

namespace corridor::detail {

/// Trips to one vertex, in units of link volume.
struct ProblemPair {
  std::uint32_t to;
  double volume;  // above 0
  friend bool operator==(const ProblemPair&, const ProblemPair&) = default;
};

/// The pairs that share an origin: pairs[first] up to, but without, pairs[last].
struct ProblemOrigin {
  std::uint32_t vertex;
  std::uint32_t first;
  std::uint32_t last;
  friend bool operator==(const ProblemOrigin&, const ProblemOrigin&) = default;
};

/// One class of demand. The cost of an arc, in units of time, is fixed + the time of the link.
struct ProblemClass {
  std::vector<double> fixed;           // by arc; infinite: closed to the class; empty: all 0
  std::vector<ProblemOrigin> origins;  // ascending by vertex, none without pairs
  std::vector<ProblemPair> pairs;  // ascending by origin, then destination; each joined by a path
  double load = 1;                 // link volume of one unit of the class
};

/// What algorithm B remembers.
struct BushMemory;
/// What gradient projection remembers.
struct PathMemory;

/// What the solvers of congested assignment share: the problem checked, and made small and uniform.
///
/// Volumes of classes are counted in link volume (load x class volume) and costs in time (money
/// over time value), so that the conditions of equilibrium are those of the minimum of
///   sum of areas under the links' times + sum over classes of fixed x volume.
/// Of a system optimum the times are marginal ones, and that sum is the total cost.
///
/// Loops, and arcs closed to all, are left out. A vertex that may not be passed is two: trips leave
/// the one, which no arc enters, and reach the other, which no arc leaves.
struct AssignmentProblem {
  static constexpr std::uint32_t no_arc = std::numeric_limits<std::uint32_t>::max();

  const CongestedNetwork* network = nullptr;
  std::uint32_t vertex_count = 0;
  std::vector<std::uint32_t>
      first_out;                    // by vertex, and one past the last; arcs are sorted by tail
  std::vector<std::uint32_t> tail;  // by arc
  std::vector<std::uint32_t> head;
  std::vector<std::uint32_t> first_in;  // by vertex, and one past the last: into `in`
  std::vector<std::uint32_t> in;        // arcs by head, ascending for each
  std::vector<ArcId> id;                // the arc of the network
  DelayTable delays;                    // by arc
  std::vector<ProblemClass> classes;
  std::vector<std::vector<char>> carried;  // by class and pair of the demand, as in Assignment
  std::vector<VertexId> vertex;            // by the problem's: the network's

  std::uint32_t arc_count() const { return static_cast<std::uint32_t>(head.size()); }
};

/// Throws as assign does.
AssignmentProblem problem_of(const CongestedNetwork& network, std::span<const DemandClass> classes,
                             Principle principle);

/// Volumes of classes by arc of the problem: class after class, each arc_count() long.
using ClassVolumes = std::vector<double>;

/// The link volume of every arc.
void add_up(const AssignmentProblem& problem, const ClassVolumes& by_class,
            std::span<double> volume);
double objective_of(const AssignmentProblem& problem, const ClassVolumes& by_class);
/// Costs of a class at the times given; infinite on arcs that are closed to it.
void costs_of(const AssignmentProblem& problem, const ProblemClass& of,
              std::span<const double> time, std::span<double> cost);

/// The volumes of a warm start. They carry the problem's demand if `carries_demand`; otherwise
/// (another demand, or an arc that has been closed since) they only tell how dear arcs are. Empty
/// without a start.
struct StartVolumes {
  ClassVolumes by_class;
  bool carries_demand = false;
};
StartVolumes volumes_of_start(const AssignmentProblem& problem, const Assignment* start);

/// The answer in the network's own terms, with its objective and what it remembers of the demand;
/// the solver fills in the rest.
Assignment answer_of(const AssignmentProblem& problem, const ClassVolumes& by_class,
                     std::shared_ptr<const BushMemory> bushes = {},
                     std::shared_ptr<const PathMemory> paths = {});

/// The solvers. An Assignment that starts them fits the network and the classes.
Assignment assign_by_directions(const AssignmentProblem& problem, const AssignmentOptions& options);
Assignment assign_by_bushes(const AssignmentProblem& problem, const AssignmentOptions& options);
Assignment assign_by_paths(const AssignmentProblem& problem, const AssignmentOptions& options);

}  // namespace corridor::detail

namespace corridor {

struct AssignmentMemory {
  struct Demand {
    std::vector<detail::ProblemOrigin> origins;
    std::vector<detail::ProblemPair> pairs;
  };
  std::vector<Demand> demand;  // by class: what the volumes carry
  std::shared_ptr<const detail::BushMemory> bushes;
  std::shared_ptr<const detail::PathMemory> paths;
};

}  // namespace corridor
