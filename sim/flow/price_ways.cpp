#include "flow/price_ways.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace corridor {

PriceWays::PriceWays(std::shared_ptr<const Hierarchy> hierarchy)
    : hierarchy_{std::move(hierarchy)} {
  std::vector<char> is_way(2 * hierarchy_->edge_count(), 0);
  making_ = find_detours(is_way);
  number_ways(is_way);
  for (Making& making : making_) {
    making = {way_[making.way], way_[making.first], way_[making.second]};
  }
  index_detours();
  index_arcs();
}

void PriceWays::index_arcs() {
  const std::span<const std::uint32_t> sides = hierarchy_->sides();
  first_arc_.assign(size() + 1, 0);
  for (const std::uint32_t side : sides) {
    arc_way_.push_back(way_[side]);
    ++first_arc_[arc_way_.back() + 1];
  }
  for (std::size_t way = 0; way < size(); ++way) first_arc_[way + 1] += first_arc_[way];
  std::vector<std::uint32_t> next(first_arc_.begin(), first_arc_.end() - 1);
  arcs_.resize(sides.size());
  for (std::size_t i = 0; i < sides.size(); ++i) {
    arcs_[next[arc_way_[i]]++] = hierarchy_->arcs()[i];
  }
}

void PriceWays::index_detours() {
  first_detour_.assign(size() + 1, 0);
  for (const Making& making : making_) ++first_detour_[making.way + 1];
  for (std::size_t way = 0; way < size(); ++way) first_detour_[way + 1] += first_detour_[way];
  std::vector<std::uint32_t> next(first_detour_.begin(), first_detour_.end() - 1);
  detours_.resize(making_.size());
  for (const Making& making : making_) {
    detours_[next[making.way]++] = {making.first, making.second};
  }
}

/// Of all pairs of edges up from a rank, those that make a way between their heads, by sides; marks
/// those that are ways.
std::vector<PriceWays::Making> PriceWays::find_detours(std::vector<char>& is_way) const {
  for (const std::uint32_t side : hierarchy_->sides()) is_way[side] = 1;
  std::vector<Making> making;
  making.reserve(2 * hierarchy_->triangle_count());
  const auto make = [&](const Making& one) {
    if (is_way[one.first] == 0 || is_way[one.second] == 0) return;
    is_way[one.way] = 1;
    making.push_back(one);
  };
  for (Rank rank = 0; rank < hierarchy_->size(); ++rank) {
    const EdgeIndex end = hierarchy_->first_up(rank + 1);
    for (EdgeIndex low = hierarchy_->first_up(rank); low < end; ++low) {
      EdgeIndex upper = hierarchy_->first_up(hierarchy_->head(low));
      for (EdgeIndex high = low + 1; high < end; ++high) {
        while (hierarchy_->head(upper) != hierarchy_->head(high)) ++upper;
        make({2 * upper + up, 2 * low + down, 2 * high + up});
        make({2 * upper + down, 2 * high + down, 2 * low + up});
      }
    }
  }
  return making;
}

void PriceWays::number_ways(const std::vector<char>& is_way) {
  way_.assign(is_way.size(), no_way);
  for (Rank rank = 0; rank < hierarchy_->size(); ++rank) {
    for (const Direction direction : {up, down}) {
      first_.push_back(static_cast<Way>(size()));
      const EdgeIndex end = hierarchy_->first_up(rank + 1);
      for (EdgeIndex edge = hierarchy_->first_up(rank); edge < end; ++edge) {
        const std::uint32_t side = 2 * edge + direction;
        if (is_way[side] == 0) continue;
        way_[side] = static_cast<Way>(size());
        upper_.push_back(hierarchy_->head(edge));
      }
    }
  }
  first_.push_back(static_cast<Way>(size()));
}

void PriceWays::price(std::span<const double> by_arc, std::vector<double>& by_way) const {
  by_way.assign(size(), std::numeric_limits<double>::infinity());
  const std::span<const ArcId> arcs = hierarchy_->arcs();
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    double& least = by_way[arc_way_[i]];
    least = std::min(least, by_arc[arcs[i].index()]);
  }
  // One loop without a branch: most ways have few detours, and a loop for each would end in a
  // guess.
  double* const price = by_way.data();
  for (const Making& making : making_) {
    const double through = price[making.first] + price[making.second];
    const double least = price[making.way];
    price[making.way] = through < least ? through : least;
  }
}

}  // namespace corridor
