#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "corridor/report/solve_flow.hpp"

#include "report/solve_parts.hpp"

namespace corridor {

/// "12 -> 13".
std::string arc_in_words(const Graph& graph, ArcId arc);

/// The certificate, if there is one.
void add_certificate(Facts& facts, const std::optional<SolveCertificate>& certificate);

/// Nodes and arcs, as every answer ends.
Fact graph_fact(const Graph& graph);

/// What every answer begins with.
Json json_head(const char* problem, const std::string& file, const Graph& graph,
               const std::optional<SolveCertificate>& certificate);

}  // namespace corridor
