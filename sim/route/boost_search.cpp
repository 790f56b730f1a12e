#include "route/boost_search.hpp"

#include "route/solver_parts.hpp"

namespace corridor {

BoostSearch::BoostSearch(const Graph& graph)
    : graph_{graph}, distance_(graph.vertex_count()), parent_(graph.vertex_count()) {}

void BoostSearch::customise(std::span<const Weight> weight) { weight_ = weight; }

Weight BoostSearch::distance(VertexId from, VertexId to) {
  search(from, to);
  return distance_[to];
}

Path BoostSearch::path(VertexId from, VertexId to) {
  search(from, to);
  Path path;
  path.weight = distance_[to];
  path.found = path.weight < infinite_weight;
  if (!path.found) return path;
  for (VertexId at = to; at != from; at = graph_.tail(parent_[at])) {
    path.arcs.push_back(parent_[at]);
  }
  std::reverse(path.arcs.begin(), path.arcs.end());
  path.stage.assign(path.arcs.size(), 0);
  return path;
}

ProvedPath BoostSearch::prove(VertexId from, VertexId to) {
  Path found = path(from, to);
  return proved_by_distance(graph_, std::move(found),
                            [&](VertexId vertex) { return distance_[vertex]; });
}

std::size_t BoostSearch::memory() const {
  return distance_.size() * sizeof(Weight) + parent_.size() * sizeof(ArcId);
}

}  // namespace corridor
