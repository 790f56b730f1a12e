#include "route/radix_tree.hpp"

#include "corridor/route/tree_search.hpp"

namespace corridor {

class TreeSearch::Engine {
 public:
  AnyRadixTree tree;
  const Graph* graph;
  VertexId root;
};

TreeSearch::TreeSearch(const Graph& graph, std::span<const Weight> weight, Direction direction)
    : engine_{new Engine{
          any_radix_tree(
              graph, weight,
              {std::make_shared<const MemoryOrder>(MemoryOrder::by_depth(graph)), direction}),
          &graph,
          {}}} {}

TreeSearch::TreeSearch(const TreeSearch& other) : engine_{new Engine{*other.engine_}} {}

TreeSearch::~TreeSearch() = default;

void TreeSearch::run(VertexId root) {
  engine_->root = root;
  std::visit([&](auto& tree) { tree.run(root); }, engine_->tree);
}

void TreeSearch::run(VertexId root, std::span<const VertexId> targets) {
  engine_->root = root;
  std::visit([&](auto& tree) { tree.run(root, targets); }, engine_->tree);
}

Weight TreeSearch::distance(VertexId vertex) const {
  return std::visit([&](const auto& tree) { return tree.distance(vertex); }, engine_->tree);
}

std::uint32_t TreeSearch::hops(VertexId vertex) const {
  return std::visit([&](const auto& tree) { return tree.hops(vertex); }, engine_->tree);
}

ArcId TreeSearch::parent(VertexId vertex) const {
  return std::visit([&](const auto& tree) { return tree.parent(vertex); }, engine_->tree);
}

PathTree TreeSearch::tree() const {
  return std::visit([&](const auto& tree) { return tree_of(tree, *engine_->graph, engine_->root); },
                    engine_->tree);
}

Path TreeSearch::path(VertexId vertex) const {
  return std::visit([&](const auto& tree) { return tree.path(vertex); }, engine_->tree);
}

std::size_t TreeSearch::memory() const {
  return std::visit([](const auto& tree) { return tree.memory(); }, engine_->tree);
}

}  // namespace corridor
