#include "corridor/input/flow_instance.hpp"

#include <utility>
#include <vector>

#include "input/dimacs_flow.hpp"
#include "input/instance_text.hpp"
#include "input/sorted_by_tail.hpp"

namespace corridor {

namespace {

Graph graph_of(const std::vector<DimacsFlowArc>& arcs, std::size_t nodes) {
  std::vector<ArcEnds> ends;
  ends.reserve(arcs.size());
  for (const DimacsFlowArc& arc : arcs) ends.push_back({VertexId{arc.tail}, VertexId{arc.head}});
  return Graph{nodes, ends};
}

MaxFlowInstance read_max_flow(InstanceText text) {
  Diagnostics diagnostics;
  DimacsMaxFlow read = read_dimacs_max_flow(text.name, text.bytes, diagnostics);
  throw_if_any_error(diagnostics, std::move(text));
  const auto arcs = sorted_by_tail(std::move(read.arcs), read.nodes);
  MaxFlowInstance result;
  result.graph = graph_of(arcs, read.nodes);
  result.capacity.reserve(arcs.size());
  for (const DimacsFlowArc& arc : arcs) result.capacity.add(arc.capacity);
  result.source = VertexId{read.source};
  result.sink = VertexId{read.sink};
  return result;
}

MinCostInstance read_min_cost(InstanceText text) {
  Diagnostics diagnostics;
  DimacsMinCost read = read_dimacs_min_cost(text.name, text.bytes, diagnostics);
  throw_if_any_error(diagnostics, std::move(text));
  const auto arcs = sorted_by_tail(std::move(read.arcs), read.supply.size());
  MinCostInstance result;
  result.graph = graph_of(arcs, read.supply.size());
  result.least.reserve(arcs.size());
  result.capacity.reserve(arcs.size());
  result.cost.reserve(arcs.size());
  for (const DimacsFlowArc& arc : arcs) {
    result.least.add(arc.least);
    result.capacity.add(arc.capacity);
    result.cost.add(arc.cost);
  }
  result.supply.reserve(read.supply.size());
  for (const std::int64_t amount : read.supply) result.supply.add(amount);
  return result;
}

}  // namespace

MaxFlowInstance read_max_flow_instance(const std::filesystem::path& file,
                                       const FlowInstanceLimits& limits) {
  return read_max_flow(load_instance(file, limits.max_bytes));
}

MinCostInstance read_min_cost_instance(const std::filesystem::path& file,
                                       const FlowInstanceLimits& limits) {
  return read_min_cost(load_instance(file, limits.max_bytes));
}

MaxFlowInstance read_max_flow_bytes(std::string problem, const FlowInstanceLimits& limits) {
  return read_max_flow(instance_text("problem", std::move(problem), limits.max_bytes));
}

MinCostInstance read_min_cost_bytes(std::string problem, const FlowInstanceLimits& limits) {
  return read_min_cost(instance_text("problem", std::move(problem), limits.max_bytes));
}

}  // namespace corridor
