#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/graph/metric.hpp"
#include "corridor/graph/point.hpp"

namespace corridor {

/// An arc as a file has it, but for nodes, which count from 0 here.
struct DimacsArc {
  std::uint32_t tail = 0;
  std::uint32_t head = 0;
  Weight weight = 0;
};

struct DimacsGraph {
  std::uint32_t nodes = 0;
  std::vector<DimacsArc> arcs;  // in the order of the file
};

// Texts end in a line feed. What is wrong goes to the diagnostics; results are then of no use.

/// `p sp NODES ARCS`, `a TAIL HEAD WEIGHT`.
DimacsGraph read_dimacs_graph(const std::string& name, std::string_view text,
                              Diagnostics& diagnostics);

/// `p aux sp co NODES`, `v NODE X Y`: the points of a graph with so many nodes.
std::vector<Point> read_dimacs_coordinates(const std::string& name, std::string_view text,
                                           std::uint32_t nodes, Diagnostics& diagnostics);

}  // namespace corridor
