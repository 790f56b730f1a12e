#include <optional>
#include <variant>
#include <vector>

#include "corridor/route/landmarks.hpp"

#include "route/landmarks_table.hpp"
#include "route/radix_tree.hpp"
#include "route/solver_parts.hpp"

namespace corridor {

namespace {

/// A* (Hart, Nilsson, Raphael 1968) by landmarks.
class AStarSolver : public RouteSolver {
 public:
  AStarSolver(const Graph& graph, std::size_t landmarks)
      : graph_{graph}, landmark_count_{landmarks} {}

  void customise(std::span<const Weight> weight) override {
    landmarks_.emplace(graph_, weight, LandmarkOptions{landmark_count_, LandmarkChoice::avoid});
    tree_.emplace(any_radix_tree(graph_, weight, {landmarks_->tables().order, Direction::forward}));
    std::visit([](auto& tree) { tree.narrow_for_estimates(); }, *tree_);
  }

  Weight distance(VertexId from, VertexId to) override {
    search(from, to);
    return std::visit([&](const auto& tree) { return tree.distance(to); }, *tree_);
  }

  Path path(VertexId from, VertexId to) override {
    search(from, to);
    return std::visit([&](const auto& tree) { return tree.path(to); }, *tree_);
  }

  ProvedPath prove(VertexId from, VertexId to) override {
    Path found = path(from, to);
    return std::visit(
        [&](const auto& tree) {
          return proved_by_estimate(
              graph_, std::move(found), [&](VertexId vertex) { return tree.distance(vertex); },
              [&](VertexId vertex) { return landmarks_->bound(vertex, to, active_); });
        },
        *tree_);
  }

  std::size_t memory() const override {
    if (!tree_) return 0;
    return landmarks_->memory() - landmarks_->tables().order->memory() +
           std::visit([](const auto& tree) { return tree.memory(); }, *tree_);
  }

 private:
  void search(VertexId from, VertexId to) {
    active_ = landmarks_->best(from, to, active_landmarks);
    std::visit(
        [&](auto& tree, const auto& table) {
          search_on(tree, table, {from, to});
        },
        *tree_, landmarks_->tables().table);
  }

  template <class Tree, class Word>
  void search_on(Tree& tree, const LandmarkTable<Word>& table,
                 const std::pair<VertexId, VertexId>& ends) {
    const std::uint32_t target = tree.order().place(ends.second);
    const LandmarkGuide<Word> guide{table, active_, target};
    auto& search = tree.search();
    search.start(tree.order().place(ends.first), guide);
    while (search.step(tree.arcs(), guide)) {
      if (search.is_settled(search.label(target))) return;
    }
  }

  const Graph& graph_;
  std::size_t landmark_count_;
  std::optional<Landmarks> landmarks_;
  std::optional<AnyRadixTree> tree_;
  std::vector<std::size_t> active_;
};

}  // namespace

std::unique_ptr<RouteSolver> make_a_star(const Graph& graph, std::size_t landmarks) {
  return std::make_unique<AStarSolver>(graph, landmarks);
}

}  // namespace corridor
