#include "study/pareto_boarding.hpp"

#include <map>
#include <string>

namespace corridor {

BoardingGraph::BoardingGraph(const Compiled& compiled)
    : country_(compiled.network.nodes.size(), 0), at_sea_(compiled.topology.vertices.size(), 0) {
  const Topology& topology = compiled.topology;
  std::map<std::string, std::size_t> numbers;
  for (const VertexInfo& vertex : topology.vertices) {
    if (vertex.kind != VertexKind::quay) continue;
    const std::string& country = compiled.network.nodes[vertex.node].country;
    country_[vertex.node] = numbers.try_emplace(country, numbers.size()).first->second;
  }
  countries_ = numbers.size();
  std::size_t copies = 0;
  for (const VertexId vertex : topology.vertices.keys()) {
    const VertexInfo& info = topology.vertices[vertex];
    at_sea_[vertex] = info.kind == VertexKind::service &&
                              compiled.network.modes[info.mode].kind == ModeKind::water
                          ? 1
                          : 0;
    first_copy_.add(VertexId{copies});
    copies += at_sea_[vertex] != 0 ? countries_ : 1;
  }
  for (const VertexId tail : topology.vertices.keys()) {
    const std::size_t count = at_sea_[tail] != 0 ? countries_ : 1;
    for (std::size_t country = 0; country < count; ++country) add_arcs(compiled, tail, country);
  }
  graph_ = Graph{copies, ends_};
}

void BoardingGraph::add_arcs(const Compiled& compiled, VertexId tail, std::size_t country) {
  const Topology& topology = compiled.topology;
  for (const ArcId arc : topology.graph.out(tail)) {
    const VertexId head = topology.graph.head(arc);
    const bool boards = at_sea_[tail] == 0 && at_sea_[head] != 0;
    const bool lands = at_sea_[tail] != 0 && at_sea_[head] == 0;
    const std::size_t here = country_[topology.vertices[head].node];
    ends_.push_back({copy(tail, country), copy(head, boards ? here : country)});
    original_.add(arc);
    const bool crosses = topology.arcs[arc].kind == ArcKind::border || (lands && here != country);
    borders_.add(crosses ? 1 : 0);
  }
}

std::vector<Weight> BoardingGraph::spread(std::span<const Weight> values) const {
  std::vector<Weight> result;
  result.reserve(original_.size());
  for (const ArcId arc : original_) result.push_back(values[arc.index()]);
  return result;
}

PathQuery BoardingGraph::spread(const PathQuery& query) const {
  PathQuery result{copy(query.from, 0), copy(query.to, 0), {}};
  for (const std::vector<VertexId>& stage : query.via) {
    std::vector<VertexId>& copies = result.via.emplace_back();
    for (const VertexId vertex : stage) {
      const std::size_t count = at_sea_[vertex] != 0 ? countries_ : 1;
      for (std::size_t country = 0; country < count; ++country) {
        copies.push_back(copy(vertex, country));
      }
    }
  }
  return result;
}

}  // namespace corridor
