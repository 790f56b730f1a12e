#include "corridor/route/shortest_path.hpp"

#include <algorithm>

#include "route/search.hpp"
#include "route/space.hpp"

namespace corridor {

namespace {

template <class Space>
PathTree tree_from(const Graph& graph, std::span<const Weight> weight, VertexId origin) {
  Search search{graph.vertex_count()};
  search.run(Space{graph}, weight, static_cast<StateIndex>(origin.index()), Search::no_target);
  PathTree tree;
  tree.origin = origin;
  tree.distance.reserve(graph.vertex_count());
  tree.hops.reserve(graph.vertex_count());
  tree.parent.reserve(graph.vertex_count());
  for (const Label& label : search.labels()) {
    tree.distance.add(label.distance);
    tree.hops.add(label.hops);
    tree.parent.add(label.parent);
  }
  return tree;
}

}  // namespace

Path path_found(const Stages& stages, const Search& search) {
  const std::vector<Label>& labels = search.labels();
  const Label& end = labels[stages.target()];
  Path path;
  if (end.distance >= infinite_weight) return path;
  path.found = true;
  path.weight = end.distance;
  path.arcs.reserve(end.hops);
  path.stage.reserve(end.hops);
  for (StateIndex state = stages.target(); state != stages.start();
       state = labels[state].parent_state) {
    path.arcs.push_back(labels[state].parent);
    path.stage.push_back(static_cast<std::uint32_t>(stages.stage_of(labels[state].parent_state)));
  }
  std::reverse(path.arcs.begin(), path.arcs.end());
  std::reverse(path.stage.begin(), path.stage.end());
  return path;
}

PathTree shortest_paths(const Graph& graph, std::span<const Weight> weight, VertexId origin) {
  return tree_from<Forward>(graph, weight, origin);
}

PathTree shortest_paths_to(const Graph& graph, std::span<const Weight> weight, VertexId target) {
  return tree_from<Backward>(graph, weight, target);
}

ProvedPath shortest_path(const Graph& graph, std::span<const Weight> weight,
                         const PathQuery& query) {
  const Stages stages{graph, query};
  Search search{stages.state_count()};
  search.run(StagedForward{graph, stages}, weight, stages.start(), stages.target());
  ProvedPath answer{path_found(stages, search), {}};
  // Beyond the target the search has not looked; the weight of the path bounds what it would find.
  const Weight bound = answer.path.weight;
  for (std::size_t stage = 0; stage <= stages.last(); ++stage) {
    auto& potential = answer.potential.emplace_back(graph.vertex_count());
    for (const VertexId vertex : graph.vertices()) {
      const Label& label = search.labels()[stages.state_of(vertex, stage)];
      potential[vertex] = std::min(label.distance, bound);
    }
  }
  return answer;
}

Path route(const Graph& graph, std::span<const Weight> weight, const PathQuery& query) {
  const Stages stages{graph, query};
  Search search{stages.state_count()};
  search.run(StagedForward{graph, stages}, weight, stages.start(), stages.target());
  return path_found(stages, search);
}

std::vector<ArcId> path_in_tree(const Graph& graph, const PathTree& tree, VertexId vertex) {
  std::vector<ArcId> arcs;
  bool forward = true;
  for (VertexId at = vertex; tree.parent[at].valid();) {
    const ArcId arc = tree.parent[at];
    forward =
        graph.head(arc) == at;  // a parent is never a loop, so its other end is another vertex
    arcs.push_back(arc);
    at = forward ? graph.tail(arc) : graph.head(arc);
  }
  if (forward) std::reverse(arcs.begin(), arcs.end());
  return arcs;
}

}  // namespace corridor
