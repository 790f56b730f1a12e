#include "corridor/route/hierarchy.hpp"
#include "corridor/route/order.hpp"
#include "corridor/study/evaluation.hpp"

namespace corridor {

std::shared_ptr<const Hierarchy> hierarchy_of(const Network& network, const Topology& topology) {
  std::vector<Point> points;
  points.reserve(topology.vertices.size());
  for (const VertexInfo& vertex : topology.vertices) {
    const Node& node = network.nodes[vertex.node];
    points.push_back({node.lon_deg, node.lat_deg});
  }
  const std::vector<VertexId> core = core_vertices(topology.graph);
  return std::make_shared<const Hierarchy>(topology.graph,
                                           nested_dissection_order(topology.graph, core, points));
}

}  // namespace corridor
