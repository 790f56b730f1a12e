#include "flow/price_ways.hpp"

#include <algorithm>
#include <limits>

namespace corridor {

PriceWays::PriceWays(const Hierarchy& hierarchy) : hierarchy_{&hierarchy} {
  std::vector<char> is_way(2 * hierarchy.edge_count(), 0);
  const std::vector<Made> made = find_detours(is_way);
  number_ways(is_way);
  first_detour_.assign(size() + 1, 0);
  for (const Made& each : made) ++first_detour_[way_[each.side] + 1];
  for (std::size_t way = 0; way < size(); ++way) first_detour_[way + 1] += first_detour_[way];
  std::vector<std::uint32_t> next(first_detour_.begin(), first_detour_.end() - 1);
  detours_.resize(made.size());
  for (const Made& each : made) {
    detours_[next[way_[each.side]]++] = {way_[each.first], way_[each.second]};
  }
  for (const std::uint32_t side : hierarchy.sides()) arc_way_.push_back(way_[side]);
}

/// Of all pairs of edges up from a rank, those that make a way between their heads; marks ways.
std::vector<PriceWays::Made> PriceWays::find_detours(std::vector<char>& is_way) const {
  for (const std::uint32_t side : hierarchy_->sides()) is_way[side] = 1;
  std::vector<Made> made;
  made.reserve(2 * hierarchy_->triangle_count());
  const auto make = [&](const Made& one) {
    if (is_way[one.first] == 0 || is_way[one.second] == 0) return;
    is_way[one.side] = 1;
    made.push_back(one);
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
  return made;
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
        side_.push_back(side);
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
  // Both ways of a detour have a lower rank, so they come before.
  double* const price = by_way.data();
  const Detour* detour = detours_.data();
  for (std::size_t way = 0; way < size(); ++way) {
    const Detour* const last = detours_.data() + first_detour_[way + 1];
    double least = price[way];
    for (; detour < last; ++detour) {
      const double through = price[detour->first] + price[detour->second];
      least = through < least ? through : least;
    }
    price[way] = least;
  }
}

}  // namespace corridor
