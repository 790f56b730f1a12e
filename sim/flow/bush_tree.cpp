#include "flow/bush_tree.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace corridor::detail {

namespace {

/// As many buckets as this to an ordinary cost: few vertices in one can better one another.
constexpr double buckets_per_cost = 4;
constexpr std::size_t most_units = 2048;

}  // namespace

BushTree::BushTree(const BushNetwork& network)
    : network_{&network},
      distance_(network.vertex_count()),
      arc_into_(network.vertex_count()),
      depth_(network.vertex_count()),
      queue_{network.vertex_count()},
      counts_(most_units) {}

void BushTree::prepare(std::span<const double> costs) {
  sorted_.clear();
  for (const double cost : costs) {
    if (cost > 0 && cost < BushNetwork::out_of_reach) sorted_.push_back(cost);
  }
  const auto middle = sorted_.begin() + static_cast<std::ptrdiff_t>(sorted_.size() / 2);
  std::nth_element(sorted_.begin(), middle, sorted_.end());
  units_per_cost_ = sorted_.empty() ? 1 : buckets_per_cost / *middle;
}

std::uint64_t BushTree::unit(double distance) const {
  constexpr double most = 0x1p62;
  return static_cast<std::uint64_t>(std::min(distance * units_per_cost_, most));
}

void BushTree::search(Index origin, std::span<const double> costs, std::span<Index> order) {
  std::fill(distance_.begin(), distance_.end(), BushNetwork::out_of_reach);
  std::fill(arc_into_.begin(), arc_into_.end(), BushNetwork::none);
  distance_[origin] = 0;
  depth_[origin] = 0;
  queue_.restart();
  queue_.put(origin, 0);
  empty_queue(costs);
  sort(order);
}

void BushTree::sweep(Index origin, std::span<const double> costs, std::span<const Index> order) {
  const Index* const tail = network_->tails().data();
  const double* const cost = costs.data();
  double* const distance = distance_.data();
  std::fill(distance_.begin(), distance_.end(), BushNetwork::out_of_reach);
  for (const Index v : order) {
    // Numbers that are not negative compare as their bits do, and those without a branch.
    auto best = std::bit_cast<std::uint64_t>(v == origin ? 0.0 : BushNetwork::out_of_reach);
    Index arc_into = BushNetwork::none;
    const Index last = network_->first_in(v + 1);
    for (Index arc = network_->first_in(v); arc < last; ++arc) {
      const auto through = std::bit_cast<std::uint64_t>(distance[tail[arc]] + cost[arc]);
      const bool is_better = through < best;
      arc_into = is_better ? arc : arc_into;
      best = is_better ? through : best;
    }
    distance[v] = std::bit_cast<double>(best);
    arc_into_[v] = arc_into;
    depth_[v] = arc_into == BushNetwork::none ? 0 : depth_[tail[arc_into]] + 1;
  }
}

void BushTree::mend(std::span<const double> costs, std::span<Index> order) {
  queue_.restart();
  for (Index arc = 0; arc < network_->arc_count(); ++arc) {
    const double through = distance_[network_->tail(arc)] + costs[arc];
    if (through < distance_[network_->head(arc)]) improve(arc, through);
  }
  empty_queue(costs);
  sort(order);
}

void BushTree::improve(Index arc, double distance) {
  const Index head = network_->head(arc);
  distance_[head] = distance;
  arc_into_[head] = arc;
  depth_[head] = depth_[network_->tail(arc)] + 1;
  queue_.put(head, unit(distance));
}

void BushTree::empty_queue(std::span<const double> costs) {
  for (Index v = 0; queue_.pop(v);) {
    for (const Index arc : network_->out(v)) {
      const double through = distance_[v] + costs[arc];
      if (through < distance_[network_->head(arc)]) improve(arc, through);
    }
  }
}

void BushTree::sort(std::span<Index> order) {
  if (insert_in_order(order)) return;
  sort_by_units(order);
  if (insert_in_order(order)) return;
  std::sort(order.begin(), order.end(),
            [this](Index a, Index b) { return is_after(b, a) || (!is_after(a, b) && a < b); });
}

/// Sorts by insertion, which takes hardly longer than to look where little has changed. Gives up,
/// and returns false, where much has.
bool BushTree::insert_in_order(std::span<Index> order) const {
  std::size_t moves = 4 * order.size();
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Index v = order[i];
    std::size_t hole = i;
    for (; hole > 0 && moves > 0 && is_after(order[hole - 1], v); --hole, --moves) {
      order[hole] = order[hole - 1];
    }
    order[hole] = v;
    if (moves == 0) return false;
  }
  return true;
}

/// By counting, with one count for all beyond the last unit.
void BushTree::sort_by_units(std::span<Index> order) {
  const auto count_of = [this](Index v) {
    return std::min<std::uint64_t>(unit(distance_[v]), counts_.size() - 2) + 1;
  };
  std::fill(counts_.begin(), counts_.end(), 0U);
  for (const Index v : order) ++counts_[count_of(v)];
  std::partial_sum(counts_.begin(), counts_.end(), counts_.begin());
  unsorted_.assign(order.begin(), order.end());
  for (const Index v : unsorted_) order[counts_[count_of(v) - 1]++] = v;
}

}  // namespace corridor::detail
