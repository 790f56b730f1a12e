#include "corridor/route/shortest_path.hpp"

#include <algorithm>
#include <limits>

#include "route/radix_arcs.hpp"
#include "route/radix_search.hpp"
#include "route/search.hpp"
#include "route/space.hpp"

namespace corridor {

namespace {

/// Whether all open arcs weigh what 32 bits hold.
bool are_light(const WeightRange& range) {
  return range.heaviest <= std::numeric_limits<std::uint32_t>::max();
}

template <class Bits, class Arcs>
PathTree tree_by(const Graph& graph, const Arcs& arcs, const WeightRange& range, VertexId root) {
  RadixSearch<TreeKeys<Bits>> search{graph.vertex_count(), range};
  search.run(arcs, static_cast<std::uint32_t>(root.index()));
  PathTree tree;
  tree.origin = root;
  tree.distance.resize(graph.vertex_count());
  tree.hops.resize(graph.vertex_count());
  tree.parent.resize(graph.vertex_count());
  for (const VertexId vertex : graph.vertices()) {
    const auto place = static_cast<std::uint32_t>(vertex.index());
    tree.distance[vertex] = search.distance(place);
    tree.hops[vertex] = search.hops(place);
    const std::uint32_t at = search.parent(place);
    if (at != search.no_arc) tree.parent[vertex] = arcs.id(at);
  }
  return tree;
}

template <Direction direction>
PathTree tree_on(const Graph& graph, std::span<const Weight> weight, VertexId root) {
  using Light = PlainArcs<std::uint32_t, direction>;
  using Heavy = PlainArcs<Weight, direction>;
  const WeightRange range = range_for<TreeKeys<std::uint64_t>>(graph, weight);
  if (!TreeKeys<std::uint64_t>::fit(range, graph.vertex_count())) {
    return tree_by<WideKey>(graph, Heavy{graph, weight}, range, root);
  }
  return are_light(range) ? tree_by<std::uint64_t>(graph, Light{graph, weight}, range, root)
                          : tree_by<std::uint64_t>(graph, Heavy{graph, weight}, range, root);
}

template <class Bits, class Arcs>
IdVector<VertexId, Weight> distances_by(const Graph& graph, const Arcs& arcs,
                                        const WeightRange& range, VertexId root) {
  RadixSearch<DistanceKeys<Bits>> search{graph.vertex_count(), range};
  search.run(arcs, static_cast<std::uint32_t>(root.index()));
  IdVector<VertexId, Weight> distance;
  distance.reserve(graph.vertex_count());
  for (std::uint32_t place = 0; place < graph.vertex_count(); ++place) {
    distance.add(search.distance(place));
  }
  return distance;
}

template <Direction direction>
IdVector<VertexId, Weight> distances_on(const Graph& graph, std::span<const Weight> weight,
                                        VertexId root) {
  using Light = PlainArcs<std::uint32_t, direction>;
  using Heavy = PlainArcs<Weight, direction>;
  const WeightRange range = rough_range(graph, weight);
  if (DistanceKeys<std::uint32_t>::fit(range, graph.vertex_count())) {
    return distances_by<std::uint32_t>(graph, Light{graph, weight}, range, root);
  }
  return are_light(range) ? distances_by<std::uint64_t>(graph, Light{graph, weight}, range, root)
                          : distances_by<std::uint64_t>(graph, Heavy{graph, weight}, range, root);
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
  return tree_on<Direction::forward>(graph, weight, origin);
}

PathTree shortest_paths_to(const Graph& graph, std::span<const Weight> weight, VertexId target) {
  return tree_on<Direction::backward>(graph, weight, target);
}

IdVector<VertexId, Weight> distances_from(const Graph& graph, std::span<const Weight> weight,
                                          VertexId origin) {
  return distances_on<Direction::forward>(graph, weight, origin);
}

IdVector<VertexId, Weight> distances_to(const Graph& graph, std::span<const Weight> weight,
                                        VertexId target) {
  return distances_on<Direction::backward>(graph, weight, target);
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
