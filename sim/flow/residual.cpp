#include "flow/residual.hpp"

#include <algorithm>
#include <cstddef>

namespace corridor {

namespace {

struct Half {
  ArcEnds ends;
  Tonnage capacity = 0;
  ArcId original;        // invalid of opposites
  std::size_t pair = 0;  // the same of both halves
};

/// The capacities with a number for what is unlimited: more than all limited arcs together, and so
/// never part of a minimum cut.
std::vector<Tonnage> with_numbers(std::span<const Tonnage> capacity, Tonnage beyond_all) {
  std::vector<Tonnage> numbers{capacity.begin(), capacity.end()};
  for (Tonnage& tonnes : numbers) {
    if (tonnes >= unlimited_tonnage) tonnes = beyond_all;
  }
  return numbers;
}

}  // namespace

Residual make_residual(const Graph& graph, std::span<const Tonnage> capacity) {
  std::vector<Half> halves;
  std::size_t pairs = 0;
  for (const ArcId arc : graph.arcs()) {
    const VertexId tail = graph.tail(arc);
    const VertexId head = graph.head(arc);
    if (tail == head || capacity[arc.index()] == 0) continue;
    halves.push_back({{tail, head}, capacity[arc.index()], arc, pairs});
    halves.push_back({{head, tail}, 0, {}, pairs});
    ++pairs;
  }
  std::stable_sort(halves.begin(), halves.end(),
                   [](const Half& a, const Half& b) { return a.ends.tail < b.ends.tail; });

  Residual residual;
  std::vector<ArcEnds> ends;
  std::vector<ArcId> partner(pairs);
  residual.opposite = IdVector<ArcId, ArcId>(halves.size());
  for (const Half& half : halves) {
    ends.push_back(half.ends);
    const ArcId arc = residual.capacity.add(half.capacity);
    residual.original.add(half.original);
    if (partner[half.pair].valid()) {
      residual.opposite[arc] = partner[half.pair];
      residual.opposite[partner[half.pair]] = arc;
    }
    partner[half.pair] = arc;
  }
  residual.graph = Graph{graph.vertex_count(), ends};
  return residual;
}

Tonnage most_flow_by(MaxFlowSolver solver, const Graph& graph, std::span<const Tonnage> capacity,
                     VertexId source, VertexId sink) {
  if (source == sink) return unlimited_tonnage;
  Tonnage beyond_all = 1;
  for (const Tonnage tonnes : capacity) beyond_all += tonnes < unlimited_tonnage ? tonnes : 0;
  const Residual residual = make_residual(graph, with_numbers(capacity, beyond_all));
  const IdVector<ArcId, Tonnage> left = solver(residual, source, sink);
  Tonnage value = 0;
  for (const ArcId arc : residual.graph.out(source)) value += residual.capacity[arc] - left[arc];
  return value < beyond_all ? value : unlimited_tonnage;
}

}  // namespace corridor
