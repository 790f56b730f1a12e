#include "flow/bush_tree.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace corridor::detail {

BushTree::BushTree(const BushNetwork& network)
    : network_{&network},
      distance_(network.vertex_count()),
      arc_into_(network.vertex_count()),
      depth_(network.vertex_count()) {}

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
  queue_.clear();
  for (Index arc = 0; arc < network_->arc_count(); ++arc) {
    const double through = distance_[network_->tail(arc)] + costs[arc];
    if (through < distance_[network_->head(arc)]) improve(arc, through);
  }
  if (queue_.empty()) return;
  search(costs);
  sort(order);
}

void BushTree::improve(Index arc, double distance) {
  const auto further = [](const Entry& a, const Entry& b) { return a.distance > b.distance; };
  const Index head = network_->head(arc);
  distance_[head] = distance;
  arc_into_[head] = arc;
  depth_[head] = depth_[network_->tail(arc)] + 1;
  queue_.push_back({distance, head});
  std::push_heap(queue_.begin(), queue_.end(), further);
}

void BushTree::search(std::span<const double> costs) {
  const auto further = [](const Entry& a, const Entry& b) { return a.distance > b.distance; };
  while (!queue_.empty()) {
    const Entry next = queue_.front();
    std::pop_heap(queue_.begin(), queue_.end(), further);
    queue_.pop_back();
    if (next.distance > distance_[next.vertex]) continue;
    for (const Index arc : network_->out(next.vertex)) {
      const double through = next.distance + costs[arc];
      if (through < distance_[network_->head(arc)]) improve(arc, through);
    }
  }
}

void BushTree::sort(std::span<Index> order) const {
  // By insertion, which takes hardly longer than to look where little has changed; where much has,
  // it gives up.
  std::size_t moves = 8 * order.size();
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Index v = order[i];
    std::size_t hole = i;
    for (; hole > 0 && moves > 0 && is_after(order[hole - 1], v); --hole, --moves) {
      order[hole] = order[hole - 1];
    }
    order[hole] = v;
    if (moves == 0) break;
  }
  if (moves > 0) return;
  std::sort(order.begin(), order.end(),
            [this](Index a, Index b) { return is_after(b, a) || (!is_after(a, b) && a < b); });
}

}  // namespace corridor::detail
