#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "corridor/flow/multicommodity.hpp"

namespace corridor {

/// How much of all demand fits at once. Costs do not matter, but closed arcs stay closed; penalties
/// are not asked for. Demands that no path of some capacity joins are left out, and listed: the
/// share is that of the others.
struct ConcurrentFlow {
  bool unlimited = false;  // no demand meets a capacity; `share` means nothing
  double share = 0;        // of each demand, above 1 if more than all fits
  double bound = 0;        // proved by the prices: no share is larger
  double relative_gap = 0;
  std::vector<IdVector<ArcId, double>> flow;  // by class: of that share (if unlimited, of all)
  std::vector<PathFlow> paths;                // by demand, likewise
  std::vector<DemandId> left_out;
  std::vector<double> price;  // by capacity: the rise of the share for one more unit of it
  std::size_t iterations = 0;
  bool converged = false;
  std::shared_ptr<const FlowStart> start;
};

/// Maximum concurrent flow (Shahrokhi and Matula 1990): the routing of all demand whose fullest
/// capacity is least full, by the column generation of multicommodity_flow. Its first paths and
/// prices come from a descent on an exponential penalty of fullness (Bienstock and Raskina 2002).
/// Throws as multicommodity_flow does.
ConcurrentFlow concurrent_flow(const CapacitatedNetwork& network,
                               std::span<const CargoClass> classes,
                               const MulticommodityOptions& options = {});

struct ConcurrentCertificate {
  bool well_formed = false;
  double worst_overload = 0;   // of a capacity, relative to it
  double worst_shortfall = 0;  // |carried - share x demand|, relative to the latter
  double worst_flow_sum = 0;   // |flow of an arc - that of the paths over it|
  double share = 0;            // recomputed: the least that any pair has of its demand
  double bound = 0;            // recomputed: capacities at their prices / shortest paths under them
  double relative_gap = 0;
  bool holds(double tolerance = 1e-8) const;
};
ConcurrentCertificate certify(const CapacitatedNetwork& network,
                              std::span<const CargoClass> classes, const ConcurrentFlow& answer);

}  // namespace corridor
