#include <cstdint>
#include <variant>

#include "corridor/route/hierarchy.hpp"
#include "corridor/route/hierarchy_metric.hpp"
#include "corridor/route/hierarchy_query.hpp"
#include "corridor/route/order.hpp"

#include "route/solver_parts.hpp"

namespace corridor {

namespace {

/// A metric of the hierarchy with what answers questions on it.
template <HierarchyWeight W>
struct Customised {
  HierarchyMetric<W> metric;
  HierarchyQuery<W> query;

  Customised(const Graph& graph, const Hierarchy& hierarchy, std::span<const Weight> weight)
      : metric{hierarchy}, query{graph, metric, weight} {
    metric.customise(weight);
  }
};

class HierarchySolver : public RouteSolver {
 public:
  HierarchySolver(const Graph& graph, std::span<const Point> points)
      : graph_{graph},
        hierarchy_{graph, nested_dissection_order(graph, core_vertices(graph), points)} {}

  void customise(std::span<const Weight> weight) override {
    if (fits_in_32_bits(graph_, weight)) {
      customised_ = std::make_unique<Customised<std::uint32_t>>(graph_, hierarchy_, weight);
    } else {
      customised_ = std::make_unique<Customised<Weight>>(graph_, hierarchy_, weight);
    }
  }

  Weight distance(VertexId from, VertexId to) override {
    return std::visit([&](auto& by) { return by->query.distance(from, to); }, customised_);
  }

  Path path(VertexId from, VertexId to) override {
    return std::visit([&](auto& by) { return by->query.path(from, to); }, customised_);
  }

  ProvedPath prove(VertexId from, VertexId to) override {
    return std::visit([&](auto& by) { return by->query.prove(from, to); }, customised_);
  }

  /// Of the arrays that grow with the graph: by vertex, rank, arc and edge.
  std::size_t memory() const override {
    const std::size_t edges = hierarchy_.edge_count();
    const std::size_t weights = std::visit(
        [](const auto& by) { return by ? sizeof(by->metric.up(0)) : std::size_t{0}; }, customised_);
    return sizeof(std::uint32_t) * (graph_.vertex_count() + 6 * hierarchy_.size() +
                                    3 * graph_.arc_count() + 3 * edges) +
           2 * weights * edges;
  }

 private:
  const Graph& graph_;
  Hierarchy hierarchy_;
  std::variant<std::unique_ptr<Customised<std::uint32_t>>, std::unique_ptr<Customised<Weight>>>
      customised_;
};

}  // namespace

std::unique_ptr<RouteSolver> make_hierarchy(const Graph& graph, std::span<const Point> points) {
  return std::make_unique<HierarchySolver>(graph, points);
}

}  // namespace corridor
