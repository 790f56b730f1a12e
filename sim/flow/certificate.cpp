#include <algorithm>
#include <utility>
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

/// One cut: `side` is 1 of the vertices on one side of it, `sources_in` tells which.
struct Cut {
  const IdVector<VertexId, char>& side;
  const std::vector<ArcId>& arcs;
  bool sources_in;
  bool holds_source(VertexId vertex) const { return (side[vertex] == 1) == sources_in; }
};

/// Whether the cut parts the terminals and consists of the arcs with capacity that cross it.
bool separates(const Graph& graph, std::span<const Tonnage> capacity, const Terminals& terminals,
               const Cut& cut) {
  for (const VertexId source : terminals.sources) {
    if (!cut.holds_source(source)) return false;
  }
  for (const VertexId sink : terminals.sinks) {
    if (cut.holds_source(sink)) return false;
  }
  std::vector<ArcId> across;
  for (const ArcId arc : graph.arcs()) {
    if (cut.holds_source(graph.tail(arc)) && !cut.holds_source(graph.head(arc)) &&
        capacity[arc.index()] > 0) {
      across.push_back(arc);
    }
  }
  return across == cut.arcs;
}

/// Whether the cut's arcs are limited and carry `value` together.
bool adds_up_to(Tonnage value, const Graph& graph, std::span<const Tonnage> capacity,
                const Cut& cut) {
  Tonnage sum = 0;
  for (const ArcId arc : cut.arcs) {
    if (arc.index() >= graph.arc_count() || capacity[arc.index()] >= unlimited_tonnage) {
      return false;
    }
    sum += capacity[arc.index()];
  }
  return sum == value;
}

/// Whether arcs without a limit lead from a source to a sink: rounds over all arcs, until none is
/// new.
bool has_unlimited_path(const Graph& graph, std::span<const Tonnage> capacity,
                        const Terminals& terminals) {
  IdVector<VertexId, char> reached(graph.vertex_count(), 0);
  for (const VertexId source : terminals.sources) reached[source] = 1;
  for (bool grown = true; grown;) {
    grown = false;
    for (const ArcId arc : graph.arcs()) {
      if (capacity[arc.index()] < unlimited_tonnage || reached[graph.tail(arc)] == 0) continue;
      grown = grown || reached[graph.head(arc)] == 0;
      reached[graph.head(arc)] = 1;
    }
  }
  return std::any_of(terminals.sinks.begin(), terminals.sinks.end(),
                     [&](VertexId sink) { return reached[sink] != 0; });
}

/// Takes the terminals out of the vertices' balances: what leaves the sources, less what enters.
Tonnage take_out(IdVector<VertexId, Tonnage>& net, const Terminals& terminals) {
  Tonnage sent = 0;
  for (const VertexId source : terminals.sources) sent += std::exchange(net[source], 0);
  for (const VertexId sink : terminals.sinks) net[sink] = 0;
  return sent;
}

}  // namespace

FlowCertificate certify(const Graph& graph, std::span<const Tonnage> capacity,
                        const Terminals& terminals, const MaxFlow& answer) {
  FlowCertificate certificate;
  if (answer.flow.size() != graph.arc_count() ||
      answer.source_side.size() != graph.vertex_count() ||
      answer.sink_side.size() != graph.vertex_count()) {
    return certificate;
  }
  certificate.within_capacity = is_within_capacity(graph, capacity, answer);
  IdVector<VertexId, Tonnage> net = net_outflow(graph, answer);
  const Tonnage sent = take_out(net, terminals);
  certificate.conserved =
      std::all_of(net.begin(), net.end(), [](Tonnage tonnes) { return tonnes == 0; });
  if (answer.unlimited) {
    const bool proved = has_unlimited_path(graph, capacity, terminals);
    certificate.cut_separates = certificate.cut_equals_flow =
        proved && answer.cut.empty() && answer.sink_cut.empty();
    return certificate;
  }
  const Cut near_sources{answer.source_side, answer.cut, true};
  const Cut near_sinks{answer.sink_side, answer.sink_cut, false};
  certificate.cut_separates = separates(graph, capacity, terminals, near_sources) &&
                              separates(graph, capacity, terminals, near_sinks);
  certificate.cut_equals_flow = sent == answer.value &&
                                adds_up_to(answer.value, graph, capacity, near_sources) &&
                                adds_up_to(answer.value, graph, capacity, near_sinks);
  return certificate;
}

FlowCertificate certify(const Graph& graph, std::span<const Tonnage> capacity, VertexId source,
                        VertexId sink, const MaxFlow& answer) {
  return certify(graph, capacity, Terminals{{&source, 1}, {&sink, 1}}, answer);
}

}  // namespace corridor
