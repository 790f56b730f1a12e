#include "route/edited_bases.hpp"

#include <algorithm>
#include <array>

namespace corridor::detail {

namespace {

/// Rows of lanes that are turned into columns while the fastest memory holds them.
constexpr std::size_t tile = 64;

}  // namespace

/// The step-th of the trees in a direction, if there are so many.
BaseTree* EditedBases::Growth::tree(std::size_t step, Direction direction) const {
  const std::size_t origins = family->from().size();
  const std::size_t last = first + count;
  if (direction == Direction::forward) {
    const std::size_t index = first + step;
    return index < std::min(last, origins) ? &family->from()[index] : nullptr;
  }
  const std::size_t index = std::max(first, origins) + step;
  return index < last ? &family->to()[index - origins] : nullptr;
}

void EditedBases::take_up(std::span<EditedFamily* const> families) {
  growths_.clear();
  for (EditedFamily* const family : families) {
    const std::size_t trees = family->from().size() + family->to().size();
    for (std::size_t first = 0; first < trees; first += Growth::most) {
      growths_.push_back({family, first, std::min(Growth::most, trees - first)});
    }
  }
}

std::size_t EditedBases::blocks() const { return (growths_.size() + lanes - 1) / lanes; }

void EditedBases::solve(std::size_t block, EditedWorker& worker) const {
  const std::size_t first = block * lanes;
  const auto growths = std::span{growths_}.subspan(first, std::min(lanes, growths_.size() - first));
  std::array<FamilyMetric, lanes> bases;
  for (std::size_t lane = 0; lane < growths.size(); ++lane) bases[lane] = {growths[lane].family};
  worker.customise(std::span{bases}.first(growths.size()));
  for (const Direction direction : {Direction::forward, Direction::backward}) {
    for (std::size_t step = 0; step < Growth::most; ++step) {
      std::array<BaseTree*, lanes> trees{};
      std::ranges::transform(growths, trees.begin(),
                             [&](const Growth& growth) { return growth.tree(step, direction); });
      if (std::ranges::all_of(trees, [](BaseTree* tree) { return tree == nullptr; })) break;
      grow(trees, direction, worker);
    }
  }
}

void EditedBases::grow(std::span<BaseTree* const> trees, Direction direction,
                       EditedWorker& worker) {
  const std::size_t ranks = worker.ground.ranked.ranks();
  std::array<VertexId, lanes> roots{};
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    if (trees[lane] == nullptr) continue;
    roots[lane] = trees[lane]->root;
    std::vector<Weight>& distance = trees[lane]->distance;
    distance.resize(worker.ground.ranked.size());
    std::fill(distance.begin() + static_cast<std::ptrdiff_t>(ranks), distance.end(),
              infinite_weight);
  }
  const Weight* const rows = worker.trees.run(roots, direction, worker.weights.rows()).data();
  for (std::size_t first = 0; first < ranks; first += tile) {
    const std::size_t last = std::min(ranks, first + tile);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      if (trees[lane] == nullptr) continue;
      Weight* const distance = trees[lane]->distance.data();
      for (std::size_t rank = first; rank < last; ++rank) {
        distance[rank] = rows[rank * lanes + lane];
      }
    }
  }
  for (BaseTree* const tree : trees) {
    if (tree != nullptr) tree->distance[tree->node] = 0;
  }
}

}  // namespace corridor::detail
