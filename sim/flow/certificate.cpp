#include <algorithm>
#include <vector>

#include "corridor/flow/max_flow.hpp"

namespace corridor {

namespace {

bool is_within_capacity(const Graph& graph, std::span<const Tonnage> capacity,
                        const MaxFlow& answer) {
  for (const ArcId arc : graph.arcs()) {
    if (answer.flow[arc] < 0 || answer.flow[arc] > capacity[arc.index()]) return false;
  }
  return true;
}

/// What leaves each vertex less what enters it.
IdVector<VertexId, Tonnage> net_outflow(const Graph& graph, const MaxFlow& answer) {
  IdVector<VertexId, Tonnage> net(graph.vertex_count(), 0);
  for (const ArcId arc : graph.arcs()) {
    net[graph.tail(arc)] += answer.flow[arc];
    net[graph.head(arc)] -= answer.flow[arc];
  }
  return net;
}

/// The arcs with capacity from the source's side to the other, ascending.
std::vector<ArcId> arcs_across(const Graph& graph, std::span<const Tonnage> capacity,
                               const MaxFlow& answer) {
  std::vector<ArcId> across;
  for (const ArcId arc : graph.arcs()) {
    if (answer.source_side[graph.tail(arc)] == 1 && answer.source_side[graph.head(arc)] == 0 &&
        capacity[arc.index()] > 0) {
      across.push_back(arc);
    }
  }
  return across;
}

/// Whether arcs without a limit lead from source to sink: rounds over all arcs, until none is new.
bool has_unlimited_path(const Graph& graph, std::span<const Tonnage> capacity, VertexId source,
                        VertexId sink) {
  IdVector<VertexId, char> reached(graph.vertex_count(), 0);
  reached[source] = 1;
  for (bool grown = true; grown && reached[sink] == 0;) {
    grown = false;
    for (const ArcId arc : graph.arcs()) {
      if (capacity[arc.index()] < unlimited_tonnage || reached[graph.tail(arc)] == 0) continue;
      grown = grown || reached[graph.head(arc)] == 0;
      reached[graph.head(arc)] = 1;
    }
  }
  return reached[sink] != 0;
}

}  // namespace

FlowCertificate certify(const Graph& graph, std::span<const Tonnage> capacity, VertexId source,
                        VertexId sink, const MaxFlow& answer) {
  FlowCertificate certificate;
  if (answer.flow.size() != graph.arc_count() ||
      answer.source_side.size() != graph.vertex_count()) {
    return certificate;
  }
  certificate.within_capacity = is_within_capacity(graph, capacity, answer);
  const IdVector<VertexId, Tonnage> net = net_outflow(graph, answer);
  certificate.conserved = std::all_of(net.keys().begin(), net.keys().end(), [&](VertexId vertex) {
    return vertex == source || vertex == sink || net[vertex] == 0;
  });
  if (answer.unlimited) {
    const bool proved = has_unlimited_path(graph, capacity, source, sink);
    certificate.cut_separates = certificate.cut_equals_flow = proved && answer.cut.empty();
    return certificate;
  }
  certificate.cut_separates = answer.source_side[source] == 1 && answer.source_side[sink] == 0 &&
                              arcs_across(graph, capacity, answer) == answer.cut;
  Tonnage cut = 0;
  for (const ArcId arc : answer.cut) {
    if (arc.index() >= graph.arc_count() || capacity[arc.index()] >= unlimited_tonnage) {
      return certificate;
    }
    cut += capacity[arc.index()];
  }
  certificate.cut_equals_flow = cut == answer.value && net[source] == answer.value;
  return certificate;
}

}  // namespace corridor
