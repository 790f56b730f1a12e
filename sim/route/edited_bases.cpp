#include "route/edited_bases.hpp"

#include <algorithm>
#include <array>

namespace corridor::detail {

namespace {

/// Rows of lanes that are turned into columns while the fastest memory holds them.
constexpr std::size_t tile = 64;

/// The i-th of `count` parts that are as even as can be.
std::span<BaseTree> share(std::span<BaseTree> trees, std::size_t i, std::size_t count) {
  const std::size_t first = trees.size() * i / count;
  return trees.subspan(first, trees.size() * (i + 1) / count - first);
}

}  // namespace

/// Lanes share the trees of a large family evenly, one way and the other.
void EditedBases::take_up(std::span<EditedFamily* const> families) {
  growths_.clear();
  for (EditedFamily* const family : families) {
    const std::span<BaseTree> from = family->from();
    const std::span<BaseTree> to = family->to();
    const std::size_t count = (std::max(from.size(), to.size()) + Growth::most - 1) / Growth::most;
    for (std::size_t i = 0; i < count; ++i) {
      growths_.push_back({family, share(from, i, count), share(to, i, count)});
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
      for (std::size_t lane = 0; lane < growths.size(); ++lane) {
        const bool is_forward = direction == Direction::forward;
        const std::span<BaseTree> of = is_forward ? growths[lane].from : growths[lane].to;
        if (step < of.size()) trees[lane] = &of[step];
      }
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
