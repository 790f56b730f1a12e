#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

#include "corridor/graph/bgl.hpp"

#include "flow/residual.hpp"

namespace corridor {

IdVector<ArcId, Tonnage> solve_by_boykov_kolmogorov(const Residual& residual, VertexId source,
                                                    VertexId sink) {
  const std::size_t vertices = residual.graph.vertex_count();
  IdVector<ArcId, Tonnage> left(residual.graph.arc_count());
  IdVector<VertexId, ArcId> predecessor(vertices);
  IdVector<VertexId, boost::default_color_type> colour(vertices);
  IdVector<VertexId, std::size_t> distance(vertices);
  boost::boykov_kolmogorov_max_flow(residual.graph, property_map(residual.capacity),
                                    property_map(left), property_map(residual.opposite),
                                    property_map(predecessor), property_map(colour),
                                    property_map(distance), IndexMap<VertexId>{}, source, sink);
  return left;
}

IdVector<ArcId, Tonnage> solve_by_push_relabel(const Residual& residual, VertexId source,
                                               VertexId sink) {
  IdVector<ArcId, Tonnage> left(residual.graph.arc_count());
  boost::push_relabel_max_flow(residual.graph, source, sink, property_map(residual.capacity),
                               property_map(left), property_map(residual.opposite),
                               IndexMap<VertexId>{});
  return left;
}

}  // namespace corridor
