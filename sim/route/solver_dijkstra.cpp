#include <optional>
#include <variant>

#include "route/radix_tree.hpp"
#include "route/solver_parts.hpp"

namespace corridor {

namespace {

/// A search for a tree that ends with its target.
class DijkstraSolver : public RouteSolver {
 public:
  explicit DijkstraSolver(const Graph& graph)
      : graph_{graph}, order_{std::make_shared<const MemoryOrder>(MemoryOrder::by_depth(graph))} {}

  void customise(std::span<const Weight> weight) override {
    tree_.emplace(any_radix_tree(graph_, weight, {order_, Direction::forward}));
  }

  Weight distance(VertexId from, VertexId to) override {
    return std::visit(
        [&](auto& tree) {
          tree.run(from, std::span{&to, 1});
          return tree.distance(to);
        },
        *tree_);
  }

  Path path(VertexId from, VertexId to) override {
    return std::visit(
        [&](auto& tree) {
          tree.run(from, std::span{&to, 1});
          return tree.path(to);
        },
        *tree_);
  }

  ProvedPath prove(VertexId from, VertexId to) override {
    Path found = path(from, to);
    return std::visit(
        [&](const auto& tree) {
          return proved_by_distance(graph_, std::move(found),
                                    [&](VertexId vertex) { return tree.distance(vertex); });
        },
        *tree_);
  }

  std::size_t memory() const override {
    return tree_ ? std::visit([](const auto& tree) { return tree.memory(); }, *tree_)
                 : order_->memory();
  }

 private:
  const Graph& graph_;
  std::shared_ptr<const MemoryOrder> order_;
  std::optional<AnyRadixTree> tree_;
};

}  // namespace

std::unique_ptr<RouteSolver> make_dijkstra(const Graph& graph) {
  return std::make_unique<DijkstraSolver>(graph);
}

}  // namespace corridor
