#pragma once

#include <optional>
#include <vector>

#include "study/carriage_frame.hpp"

namespace corridor {

/// A group of arcs with a limit for one way of counting, or for both.
struct CapacityLimit {
  const CapacityGroup* group;
  std::optional<CountedIn> counted;
  double capacity;

  bool counts(const CarriageClass& one) const { return !counted || one.counted == *counted; }
};

/// All demand of one side over the capacities that it shares, as the solvers take it. What it
/// points at is the frame's.
struct CargoProblem {
  std::vector<CapacityLimit> limits;  // by capacity of the network
  CapacitatedNetwork network;
  std::vector<CargoClass> classes;  // those of the frame, without penalties
};

/// Both sides have the same capacities in the same order; those that do not apply are unlimited.
CargoProblem cargo_problem(const CarriageFrame& frame, CarriageSide side);

/// What flows, given by class, take of each limit that they use or that has a price.
std::vector<CapacityUse> uses_of(const CarriageFrame& frame, CarriageSide side,
                                 const CargoProblem& problem,
                                 const std::vector<IdVector<ArcId, double>>& flow,
                                 const std::vector<double>& price);

}  // namespace corridor
