#include <bit>

#include "corridor/route/hierarchy_metric.hpp"

namespace corridor::detail {

RankSet::RankSet(std::size_t ranks) {
  do {
    ranks = (ranks + 63) / 64;
    levels_.emplace_back(ranks, 0);
  } while (ranks > 1);
}

void RankSet::insert(Rank rank) {
  std::size_t at = rank;
  for (std::vector<std::uint64_t>& level : levels_) {
    std::uint64_t& word = level[at / 64];
    const bool known = word != 0;
    word |= std::uint64_t{1} << at % 64;
    if (known) return;
    at /= 64;
  }
}

void RankSet::erase(Rank rank) {
  std::size_t at = rank;
  for (std::vector<std::uint64_t>& level : levels_) {
    std::uint64_t& word = level[at / 64];
    word &= ~(std::uint64_t{1} << at % 64);
    if (word != 0) return;
    at /= 64;
  }
}

Rank RankSet::first() const {
  if (levels_.back().empty() || levels_.back()[0] == 0) return no_rank;
  std::size_t at = 0;
  for (std::size_t i = levels_.size(); i-- > 0;) {
    at = 64 * at + static_cast<std::size_t>(std::countr_zero(levels_[i][at]));
  }
  return static_cast<Rank>(at);
}

}  // namespace corridor::detail
