#include "route/bidirectional.hpp"

#include <variant>

#include "route/solver_parts.hpp"

namespace corridor {

namespace {

class BidirectionalSolver : public RouteSolver {
  template <std::size_t i>
  using Search = Bidirectional<std::variant_alternative_t<i, AnyRadixTree>>;

  /// Calls with the search that the last customisation chose.
  template <class Call>
  auto visit_search(const Call& call) {
    if (auto* narrow = std::get_if<Search<0>>(&search_)) return call(*narrow);
    if (auto* medium = std::get_if<Search<1>>(&search_)) return call(*medium);
    return call(std::get<Search<2>>(search_));
  }

 public:
  explicit BidirectionalSolver(const Graph& graph)
      : graph_{graph}, order_{std::make_shared<const MemoryOrder>(MemoryOrder::by_depth(graph))} {}

  void customise(std::span<const Weight> weight) override {
    std::visit(
        [&](auto forward) {
          using Tree = decltype(forward);
          search_ = Bidirectional<Tree>{
              std::move(forward),
              std::get<Tree>(any_radix_tree(graph_, weight, {order_, Direction::backward}))};
        },
        any_radix_tree(graph_, weight, {order_, Direction::forward}));
  }

  Weight distance(VertexId from, VertexId to) override {
    return visit_search([&](auto& search) { return search.run(from, to); });
  }

  Path path(VertexId from, VertexId to) override {
    return visit_search([&](auto& search) {
      search.run(from, to);
      return search.path();
    });
  }

  ProvedPath prove(VertexId from, VertexId to) override {
    Path found = path(from, to);
    return visit_search([&](const auto& search) {
      return proved(graph_, std::move(found),
                    [&](VertexId vertex) { return search.potential(vertex); });
    });
  }

  std::size_t memory() const override {
    return std::visit(
        [&](const auto& search) {
          if constexpr (std::is_same_v<std::decay_t<decltype(search)>, std::monostate>) {
            return order_->memory();
          } else {
            return search.memory();
          }
        },
        search_);
  }

 private:
  const Graph& graph_;
  std::shared_ptr<const MemoryOrder> order_;
  std::variant<std::monostate, Search<0>, Search<1>, Search<2>> search_;
};

}  // namespace

std::unique_ptr<RouteSolver> make_bidirectional(const Graph& graph) {
  return std::make_unique<BidirectionalSolver>(graph);
}

}  // namespace corridor
