#pragma once

#include <cstddef>
#include <string>

#include "corridor/report/solve.hpp"

#include "report/document.hpp"
#include "report/json.hpp"

namespace corridor {

/// A vertex as files count nodes.
inline std::size_t node_number(VertexId vertex) { return vertex.index() + 1; }

/// `12,345`, exact however large.
std::string grouped(Weight value);

/// What every answer ends with: its certificate, if any, and the size of the graph.
Facts facts_of_solve(const SolveReport& report);

/// What every answer begins with.
Json json_head(const SolveReport& report);

std::string report_tree(const SolveReport& report, Format format);

}  // namespace corridor
