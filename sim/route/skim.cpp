#include "corridor/route/skim.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <variant>

#include "corridor/core/parallel.hpp"

#include "route/radix_tree.hpp"

namespace corridor {

namespace {

/// Fills rows of a skim by a search of its own.
template <class Tree>
class Skimmer {
 public:
  Skimmer(const Tree& tree, const SkimQuery& query, Skim& skim)
      : tree_{tree},
        query_{query},
        skim_{skim},
        row_of_sums_(tree.order().size(), no_row),
        figures_(tree.order().size() * query.figures.size()),
        weights_(tree.order().size() * query.weights.size()) {}

  void fill_row(std::size_t row) {
    tree_.run(query_.origins[row], query_.destinations);
    const std::uint32_t origin = tree_.order().place(query_.origins[row]);
    row_of_sums_[origin] = row;
    std::fill_n(figures_of(origin), query_.figures.size(), 0.0);
    std::fill_n(weights_of(origin), query_.weights.size(), Weight{0});
    for (std::size_t column = 0; column < query_.destinations.size(); ++column) {
      const std::uint32_t place = tree_.order().place(query_.destinations[column]);
      const std::size_t cell = skim_.at(row, column);
      skim_.weight[cell] = tree_.search().distance(place);
      const bool reached = skim_.weight[cell] < infinite_weight;
      if (reached) add_up_to(place, row);
      for (std::size_t i = 0; i < query_.figures.size(); ++i) {
        skim_.figures[i][cell] =
            reached ? figures_of(place)[i] : std::numeric_limits<double>::quiet_NaN();
      }
      for (std::size_t i = 0; i < query_.weights.size(); ++i) {
        skim_.weights[i][cell] = reached ? weights_of(place)[i] : infinite_weight;
      }
    }
  }

 private:
  static constexpr std::size_t no_row = SIZE_MAX;

  double* figures_of(std::uint32_t place) {
    return figures_.data() + place * query_.figures.size();
  }
  Weight* weights_of(std::uint32_t place) {
    return weights_.data() + place * query_.weights.size();
  }

  /// Walks back to a vertex whose sums are known, and forth again.
  void add_up_to(std::uint32_t place, std::size_t row) {
    walk_.clear();
    for (std::uint32_t at = place; row_of_sums_[at] != row;) {
      walk_.push_back(at);
      at = tree_.order().place(tree_.before(tree_.parent_at(at)));
    }
    for (; !walk_.empty(); walk_.pop_back()) {
      const std::uint32_t at = walk_.back();
      const ArcId arc = tree_.parent_at(at);
      const std::uint32_t before = tree_.order().place(tree_.before(arc));
      for (std::size_t i = 0; i < query_.figures.size(); ++i) {
        figures_of(at)[i] = figures_of(before)[i] + query_.figures[i][arc.index()];
      }
      for (std::size_t i = 0; i < query_.weights.size(); ++i) {
        weights_of(at)[i] = weights_of(before)[i] + query_.weights[i][arc.index()];
      }
      row_of_sums_[at] = row;
    }
  }

  Tree tree_;
  const SkimQuery& query_;
  Skim& skim_;
  std::vector<std::size_t> row_of_sums_;  // by place: the row for which its sums stand
  std::vector<double> figures_;           // by place, then by column
  std::vector<Weight> weights_;
  std::vector<std::uint32_t> walk_;
};

/// Each thread has a search of its own and writes only the rows that it takes.
template <class Tree>
void fill(const Tree& tree, const SkimQuery& query, Skim& skim) {
  std::vector<std::unique_ptr<Skimmer<Tree>>> skimmers(std::max<std::size_t>(1, query.threads));
  parallel_for(skim.origins, skimmers.size(), [&](std::size_t row, std::size_t thread) {
    if (!skimmers[thread]) skimmers[thread] = std::make_unique<Skimmer<Tree>>(tree, query, skim);
    skimmers[thread]->fill_row(row);
  });
}

}  // namespace

Skim skim(const Graph& graph, std::span<const Weight> weight, const SkimQuery& query) {
  Skim skim{query.origins.size(), query.destinations.size(), {}, {}, {}};
  const std::size_t cells = skim.origins * skim.destinations;
  skim.weight.resize(cells, infinite_weight);
  skim.figures.assign(query.figures.size(), std::vector<double>(cells));
  skim.weights.assign(query.weights.size(), std::vector<Weight>(cells));
  const auto order = std::make_shared<const MemoryOrder>(MemoryOrder::by_depth(graph));
  std::visit([&](const auto& tree) { fill(tree, query, skim); },
             any_radix_tree(graph, weight, {order, Direction::forward}));
  return skim;
}

}  // namespace corridor
