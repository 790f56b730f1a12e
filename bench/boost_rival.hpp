#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"

namespace corridor::bench {

/// Boost's own sparse graph with weights on its edges, as its manual shows it.
using SparseGraph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                       boost::property<boost::edge_weight_t, Weight>>;

/// Closed arcs are left out, so that a rival need not look at them.
struct OpenArcs {
  std::vector<std::pair<std::size_t, std::size_t>> ends;
  std::vector<Weight> weight;
};

inline OpenArcs open_arcs(const Graph& graph, std::span<const Weight> weight) {
  OpenArcs open;
  for (const ArcId arc : graph.arcs()) {
    if (weight[arc.index()] >= infinite_weight) continue;
    open.ends.emplace_back(graph.tail(arc).index(), graph.head(arc).index());
    open.weight.push_back(weight[arc.index()]);
  }
  return open;
}

inline SparseGraph sparse_graph(const Graph& graph, std::span<const Weight> weight) {
  const OpenArcs open = open_arcs(graph, weight);
  return {boost::edges_are_sorted, open.ends.begin(), open.ends.end(), open.weight.begin(),
          graph.vertex_count()};
}

/// What Boost's Dijkstra writes.
struct BoostTree {
  std::vector<Weight> distance;
  std::vector<std::size_t> parent;
};

template <class BoostGraph>
BoostTree tree_by_boost(const BoostGraph& graph, VertexId origin) {
  BoostTree tree{std::vector<Weight>(num_vertices(graph)),
                 std::vector<std::size_t>(num_vertices(graph))};
  const auto index = get(boost::vertex_index, graph);
  boost::dijkstra_shortest_paths(
      graph, origin.index(),
      boost::distance_map(boost::make_iterator_property_map(tree.distance.begin(), index))
          .predecessor_map(boost::make_iterator_property_map(tree.parent.begin(), index)));
  return tree;
}

}  // namespace corridor::bench
