#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corridor/flow/multicommodity.hpp"

namespace corridor {

/// What flows on paths amount to, added up without the solver's help.
struct FlowFacts {
  bool well_formed = false;   // see MulticommodityCertificate
  double worst_overload = 0;  // of a capacity: relative to it or to the largest demand's load
  double worst_flow_sum = 0;  // relative to the largest flow
  std::vector<double> load;   // by capacity
  std::vector<std::vector<double>> carried;  // by class and pair
};

FlowFacts facts_of(const CapacitatedNetwork& network, std::span<const CargoClass> classes,
                   const std::vector<IdVector<ArcId, double>>& flow,
                   const std::vector<PathFlow>& paths);

enum class ProofCosts { counted, ignored };

/// A class, its position, and whether the question knows costs.
struct ProofClass {
  const CargoClass& cargo;
  std::size_t position;
  ProofCosts costs;
};

/// Prices of arcs for a class: its cost (or nothing, of open arcs, for a question without costs),
/// and what it takes of each capacity that limits it at that capacity's price.
IdVector<ArcId, double> priced_arcs(const CapacitatedNetwork& network, const ProofClass& of,
                                    const std::vector<double>& price);

/// The least that each pair's path costs, by rounds over the arcs (Bellman 1958, Ford 1956) that
/// end when nothing changes; infinite where there is none.
std::vector<double> cheapest(const CapacitatedNetwork& network, const CargoClass& cargo,
                             const IdVector<ArcId, double>& price);

}  // namespace corridor
