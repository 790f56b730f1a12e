#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include "corridor/route/shortest_path.hpp"

namespace corridor::test {

/// The weight of the cheapest path by Boost's Dijkstra, on a graph of its own that has a vertex for
/// each of ours and each number of vias passed; infinite_weight where there is no path.
inline Weight oracle_weight(const Graph& graph, std::span<const Weight> weight,
                            const PathQuery& query) {
  using Property = boost::property<boost::edge_weight_t, Weight>;
  using Layers = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS,
                                       boost::no_property, Property>;
  const std::size_t layer = graph.vertex_count();
  Layers layers(layer * (query.via.size() + 1));
  for (std::size_t stage = 0; stage <= query.via.size(); ++stage) {
    for (const ArcId arc : graph.arcs()) {
      if (weight[arc.index()] >= infinite_weight) continue;
      boost::add_edge(stage * layer + graph.tail(arc).index(),
                      stage * layer + graph.head(arc).index(), weight[arc.index()], layers);
    }
    if (stage == query.via.size()) break;
    // Passing a via costs nothing.
    for (const VertexId v : query.via[stage]) {
      boost::add_edge(stage * layer + v.index(), (stage + 1) * layer + v.index(), Weight{0},
                      layers);
    }
  }
  std::vector<Weight> distance(boost::num_vertices(layers));
  boost::dijkstra_shortest_paths(
      layers, query.from.index(),
      boost::distance_map(boost::make_iterator_property_map(
                              distance.begin(), boost::get(boost::vertex_index, layers)))
          .distance_inf(infinite_weight));
  return distance[query.via.size() * layer + query.to.index()];
}

}  // namespace corridor::test
