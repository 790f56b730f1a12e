#include "corridor/flow/max_flow.hpp"

#include <algorithm>
#include <stdexcept>

#include "flow/augmenting_trees.hpp"
#include "flow/flow_network.hpp"

namespace corridor {

namespace {

void mark(IdVector<VertexId, char>& marked, std::span<const VertexId> vertices) {
  for (const VertexId vertex : vertices) {
    if (!marked.contains(vertex)) throw std::invalid_argument{"a terminal is not in the graph"};
    marked[vertex] = 1;
  }
}

/// Whether arcs without a limit lead from a source to a sink.
bool has_unlimited_path(const Graph& graph, std::span<const Tonnage> capacity,
                        const Terminals& terminals) {
  IdVector<VertexId, char> is_sink(graph.vertex_count(), 0);
  IdVector<VertexId, char> reached(graph.vertex_count(), 0);
  mark(is_sink, terminals.sinks);
  mark(reached, terminals.sources);
  std::vector<VertexId> open{terminals.sources.begin(), terminals.sources.end()};
  while (!open.empty()) {
    const VertexId vertex = open.back();
    open.pop_back();
    if (is_sink[vertex] != 0) return true;
    for (const ArcId arc : graph.out(vertex)) {
      const VertexId head = graph.head(arc);
      if (capacity[arc.index()] < unlimited_tonnage || reached[head] != 0) continue;
      reached[head] = 1;
      open.push_back(head);
    }
  }
  return false;
}

/// The arcs with capacity from a vertex that is `in` to one that is not.
template <class In>
std::vector<ArcId> arcs_out_of(const Graph& graph, std::span<const Tonnage> capacity,
                               const In& is_in) {
  std::vector<ArcId> arcs;
  for (const VertexId vertex : graph.vertices()) {
    if (!is_in(vertex)) continue;
    for (const ArcId arc : graph.out(vertex)) {
      if (capacity[arc.index()] > 0 && !is_in(graph.head(arc))) arcs.push_back(arc);
    }
  }
  return arcs;
}

}  // namespace

MaxFlow max_flow(const Graph& graph, std::span<const Tonnage> capacity,
                 const Terminals& terminals) {
  FlowNetwork network{graph, capacity};
  MaxFlow answer;
  answer.source_side = IdVector<VertexId, char>(graph.vertex_count(), 0);
  answer.sink_side = answer.source_side;
  answer.unlimited = has_unlimited_path(graph, capacity, terminals);
  if (answer.unlimited) {
    answer.flow = IdVector<ArcId, Tonnage>(graph.arc_count(), 0);
    return answer;
  }
  AugmentingTrees trees{network};
  answer.value = trees.send(terminals.sources, terminals.sinks);
  trees.complete();
  answer.flow = network.flow(graph, capacity);
  for (const VertexId vertex : graph.vertices()) {
    const auto v = static_cast<AugmentingTrees::Vertex>(vertex.index());
    answer.source_side[vertex] = trees.on_source_side(v) ? 1 : 0;
    answer.sink_side[vertex] = trees.on_sink_side(v) ? 1 : 0;
  }
  answer.cut = arcs_out_of(graph, capacity, [&](VertexId v) { return answer.source_side[v] != 0; });
  answer.sink_cut =
      arcs_out_of(graph, capacity, [&](VertexId v) { return answer.sink_side[v] == 0; });
  return answer;
}

MaxFlow max_flow(const Graph& graph, std::span<const Tonnage> capacity, VertexId source,
                 VertexId sink) {
  return max_flow(graph, capacity, Terminals{{&source, 1}, {&sink, 1}});
}

}  // namespace corridor
