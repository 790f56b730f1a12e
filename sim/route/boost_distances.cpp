#include "corridor/route/boost_distances.hpp"

#include "route/boost_search.hpp"
// Before Boost's algorithms comes our graph.
#include <boost/graph/dijkstra_shortest_paths.hpp>

namespace corridor {

IdVector<VertexId, Weight> boost_distances(const Graph& graph, std::span<const Weight> weight,
                                           VertexId origin) {
  IdVector<VertexId, Weight> distance(graph.vertex_count());
  boost::dijkstra_shortest_paths(graph, origin,
                                 boost::weight_map(SpanMap<ArcId, const Weight>{weight})
                                     .distance_map(property_map(distance))
                                     .vertex_index_map(IndexMap<VertexId>{})
                                     .distance_inf(infinite_weight)
                                     .distance_combine(AddWeights{}));
  return distance;
}

}  // namespace corridor
