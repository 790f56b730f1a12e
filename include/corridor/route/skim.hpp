#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"

namespace corridor {

/// What is asked of a skim: between which vertices, and what to add up along the paths chosen.
/// Columns are by arc and must outlive the call.
struct SkimQuery {
  std::vector<VertexId> origins;
  std::vector<VertexId> destinations;
  std::vector<std::span<const double>> figures;  // in any unit: cost, time, length, emissions
  std::vector<std::span<const Weight>> weights;  // whole numbers, added up without rounding
  std::size_t threads = 1;                       // the result does not depend on them
};

/// A table for each column, with a row an origin: what belongs to origin i and destination j is at
/// i x destinations + j.
struct Skim {
  std::size_t origins = 0;
  std::size_t destinations = 0;
  std::vector<Weight> weight;                // infinite_weight where there is no path
  std::vector<std::vector<double>> figures;  // NaN there
  std::vector<std::vector<Weight>> weights;  // infinite_weight there

  std::size_t at(std::size_t origin, std::size_t destination) const {
    return origin * destinations + destination;
  }
};

/// Finds the cheapest path between each origin and each destination, with the ties of
/// shortest_paths, and adds up all columns along it, arc by arc from the origin: the sums are those
/// of path_in_tree to the last bit. One search an origin, which ends with the farthest destination;
/// what paths share is added up once.
Skim skim(const Graph& graph, std::span<const Weight> weight, const SkimQuery& query);

}  // namespace corridor
