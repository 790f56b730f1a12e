#include "report/solve_flow_parts.hpp"

namespace corridor {

std::string arc_in_words(const Graph& graph, ArcId arc) {
  return std::to_string(node_number(graph.tail(arc))) + " -> " +
         std::to_string(node_number(graph.head(arc)));
}

void add_certificate(Facts& facts, const std::optional<SolveCertificate>& certificate) {
  if (!certificate) return;
  facts.push_back(
      {"certificate", (certificate->holds ? "holds: " : "FAILS: ") + certificate->checked});
}

Fact graph_fact(const Graph& graph) {
  return {"graph", grouped(static_cast<Weight>(graph.vertex_count())) + " nodes, " +
                       grouped(static_cast<Weight>(graph.arc_count())) + " arcs"};
}

Json json_head(const char* problem, const std::string& file, const Graph& graph,
               const std::optional<SolveCertificate>& certificate) {
  Json out{{"schema", "corridor/1"}, {"command", "solve"}, {"problem", problem}};
  out["graph"] = {{"file", file}, {"nodes", graph.vertex_count()}, {"arcs", graph.arc_count()}};
  if (certificate) out["certified"] = certificate->holds;
  return out;
}

}  // namespace corridor
