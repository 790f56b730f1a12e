#include "corridor/flow/max_flow.hpp"

#include <stdexcept>
#include <vector>

#include "flow/residual.hpp"

namespace corridor {

namespace {

/// 1 for what can be reached from `source` over arcs that `usable` admits.
template <class Usable>
IdVector<VertexId, char> reachable(const Graph& graph, VertexId source, const Usable& usable) {
  IdVector<VertexId, char> reached(graph.vertex_count(), 0);
  std::vector<VertexId> open{source};
  reached[source] = 1;
  while (!open.empty()) {
    const VertexId vertex = open.back();
    open.pop_back();
    for (const ArcId arc : graph.out(vertex)) {
      const VertexId head = graph.head(arc);
      if (reached[head] != 0 || !usable(arc)) continue;
      reached[head] = 1;
      open.push_back(head);
    }
  }
  return reached;
}

/// The capacities with a number for what is unlimited: more than all limited arcs together, and so
/// never part of a minimum cut.
std::vector<Tonnage> with_numbers(std::span<const Tonnage> capacity) {
  Tonnage total = 0;
  for (const Tonnage tonnes : capacity) {
    if (tonnes < 0) throw std::invalid_argument{"a capacity is negative"};
    if (tonnes >= unlimited_tonnage) continue;
    total += tonnes;
    if (total >= unlimited_tonnage) {
      throw std::invalid_argument{"the capacities are too large to add up"};
    }
  }
  std::vector<Tonnage> numbers{capacity.begin(), capacity.end()};
  for (Tonnage& tonnes : numbers) {
    if (tonnes >= unlimited_tonnage) tonnes = total + 1;
  }
  return numbers;
}

}  // namespace

MaxFlow max_flow_by(MaxFlowSolver solver, const Graph& graph, std::span<const Tonnage> capacity,
                    VertexId source, VertexId sink) {
  const std::vector<Tonnage> numbers = with_numbers(capacity);
  MaxFlow answer;
  answer.flow = IdVector<ArcId, Tonnage>(graph.arc_count(), 0);
  answer.source_side = reachable(
      graph, source, [&](ArcId arc) { return capacity[arc.index()] >= unlimited_tonnage; });
  answer.unlimited = answer.source_side[sink] != 0;
  if (answer.unlimited) return answer;

  const Residual residual = make_residual(graph, numbers);
  const IdVector<ArcId, Tonnage> left = solver(residual, source, sink);
  for (const ArcId arc : residual.graph.arcs()) {
    const ArcId original = residual.original[arc];
    if (original.valid()) answer.flow[original] = residual.capacity[arc] - left[arc];
  }
  // What the source still reaches is part of its side in every minimum cut: the smallest such side.
  answer.source_side = reachable(residual.graph, source, [&](ArcId arc) { return left[arc] > 0; });
  for (const ArcId arc : graph.arcs()) {
    if (answer.source_side[graph.tail(arc)] == 0 || answer.source_side[graph.head(arc)] != 0 ||
        capacity[arc.index()] == 0) {
      continue;
    }
    answer.cut.push_back(arc);
    answer.value += capacity[arc.index()];
  }
  return answer;
}

MaxFlow max_flow(const Graph& graph, std::span<const Tonnage> capacity, VertexId source,
                 VertexId sink) {
  return max_flow_by(solve_by_boykov_kolmogorov, graph, capacity, source, sink);
}

}  // namespace corridor
