#include "corridor/route/tree_certificate.hpp"

namespace corridor {

namespace {

bool is_reached(const PathTree& tree, VertexId vertex) {
  return tree.distance[vertex] < infinite_weight;
}

void check_vertices(const Graph& graph, std::span<const Weight> weight, const PathTree& tree,
                    TreeCertificate& certificate) {
  for (const VertexId vertex : graph.vertices()) {
    const ArcId arc = tree.parent[vertex];
    if (vertex == tree.origin || !is_reached(tree, vertex)) {
      const Weight expected = vertex == tree.origin ? 0 : infinite_weight;
      if (arc.valid() || tree.distance[vertex] != expected) certificate.rooted = false;
      continue;
    }
    if (arc.index() >= graph.arc_count()) {
      certificate.rooted = false;
      continue;
    }
    const VertexId before = graph.tail(arc);
    if (weight[arc.index()] >= infinite_weight) certificate.open = false;
    if (graph.head(arc) != vertex || !is_reached(tree, before) ||
        tree.distance[before] + weight[arc.index()] != tree.distance[vertex] ||
        tree.hops[before] + 1 != tree.hops[vertex]) {
      certificate.tight = false;
    }
  }
}

}  // namespace

TreeCertificate certify(const Graph& graph, std::span<const Weight> weight, const PathTree& tree) {
  TreeCertificate certificate;
  const std::size_t n = graph.vertex_count();
  if (tree.distance.size() != n || tree.hops.size() != n || tree.parent.size() != n) return {};
  certificate.rooted = tree.distance.contains(tree.origin) && tree.hops[tree.origin] == 0;
  certificate.open = true;
  certificate.tight = true;
  certificate.feasible = true;
  check_vertices(graph, weight, tree, certificate);
  for (const ArcId arc : graph.arcs()) {
    ++certificate.arcs_checked;
    const VertexId tail = graph.tail(arc);
    if (weight[arc.index()] >= infinite_weight || !is_reached(tree, tail)) continue;
    if (tree.distance[tail] + weight[arc.index()] < tree.distance[graph.head(arc)]) {
      certificate.feasible = false;
    }
  }
  return certificate;
}

}  // namespace corridor
