#include "corridor/route/order.hpp"

#include <algorithm>
#include <stdexcept>

#include "route/dissection.hpp"
#include "route/order_elimination.hpp"
#include "route/order_graph.hpp"
#include "route/order_reduction.hpp"

namespace corridor {

namespace {

constexpr std::size_t small = 4096;  // for both orders to be tried, at little cost

std::vector<std::uint32_t> best_order(const detail::SimpleGraph& graph,
                                      std::span<const Point> points) {
  std::vector<std::uint32_t> order = detail::dissect(graph, points);
  if (graph.size() > small) return order;
  std::vector<std::uint32_t> rival = detail::minimum_degree_order(graph);
  const bool rival_wins = detail::triangles_of(graph, rival) < detail::triangles_of(graph, order);
  return rival_wins ? rival : order;
}

}  // namespace

std::vector<VertexId> core_vertices(const Graph& graph) {
  std::vector<VertexId> result;
  const auto is_loop = [&](ArcId arc) { return graph.tail(arc) == graph.head(arc); };
  for (const VertexId vertex : graph.vertices()) {
    const IdRange<ArcId> out = graph.out(vertex);
    const std::span<const ArcId> in = graph.in(vertex);
    const bool passable = !std::all_of(out.begin(), out.end(), is_loop) &&
                          !std::all_of(in.begin(), in.end(), is_loop);
    if (passable) result.push_back(vertex);
  }
  return result;
}

std::vector<VertexId> nested_dissection_order(const Graph& graph,
                                              std::span<const VertexId> vertices,
                                              std::span<const Point> points) {
  if (!points.empty() && points.size() != graph.vertex_count())
    throw std::invalid_argument{"an order wants a point for each vertex, or none"};
  const detail::Reduction reduction = detail::reduce(detail::simple_graph(graph, vertices));
  std::vector<Point> rest_points;
  if (!points.empty())
    for (const std::uint32_t v : reduction.kept) rest_points.push_back(points[vertices[v].index()]);
  std::vector<VertexId> order;
  order.reserve(vertices.size());
  for (const std::uint32_t v : reduction.eliminated) order.push_back(vertices[v]);
  for (const std::uint32_t v : best_order(reduction.rest, rest_points))
    order.push_back(vertices[reduction.kept[v]]);
  return order;
}

}  // namespace corridor
