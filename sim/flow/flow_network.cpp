#include "flow/flow_network.hpp"

#include <algorithm>
#include <stdexcept>

namespace corridor {

namespace {

/// One more than all limited arcs together.
Tonnage beyond_all_cuts(std::span<const Tonnage> capacity) {
  Tonnage total = 0;
  for (const Tonnage tonnes : capacity) {
    if (tonnes < 0) throw std::invalid_argument{"a capacity is negative"};
    if (tonnes >= unlimited_tonnage) continue;
    total += tonnes;
    if (total >= unlimited_tonnage) {
      throw std::invalid_argument{"the capacities are too large to add up"};
    }
  }
  return total + 1;
}

}  // namespace

FlowNetwork::FlowNetwork(const Graph& graph, std::span<const Tonnage> capacity)
    : beyond_all_{beyond_all_cuts(capacity)}, half_of_(graph.arc_count(), no_pair) {
  if (graph.arc_count() >= no_pair / 2 || graph.vertex_count() >= no_pair / 2) {
    throw std::length_error{"the graph is too large for a flow"};
  }
  pair_up(graph, capacity);
  left_ = whole_;
  list_steps(graph.vertex_count());
}

void FlowNetwork::add(std::size_t half, Tonnage tonnes) {
  whole_[half] = std::min(beyond_all_, whole_[half] + std::min(tonnes, beyond_all_));
}

void FlowNetwork::pair_up(const Graph& graph, std::span<const Tonnage> capacity) {
  std::vector<std::uint32_t> pair_to(graph.vertex_count(), no_pair);
  whole_.reserve(graph.arc_count());
  ends_.reserve(graph.arc_count() / 2);
  for (const VertexId low : graph.vertices()) {
    const std::size_t first = ends_.size();
    const auto meet = [&](ArcId arc, VertexId high, std::size_t side) {
      if (high <= low || capacity[arc.index()] == 0) return;
      std::uint32_t& pair = pair_to[high.index()];
      if (pair == no_pair || pair < first) {
        pair = static_cast<std::uint32_t>(ends_.size());
        ends_.push_back({low, high});
        whole_.insert(whole_.end(), {0, 0});
      }
      half_of_[arc] = 2 * pair + static_cast<std::uint32_t>(side);
      add(half_of_[arc], capacity[arc.index()]);
    };
    for (const ArcId arc : graph.out(low)) meet(arc, graph.head(arc), 0);
    for (const ArcId arc : graph.in(low)) meet(arc, graph.tail(arc), 1);
  }
}

void FlowNetwork::list_steps(std::size_t vertices) {
  first_.assign(vertices + 2, 0);
  for (const ArcEnds& pair : ends_) {
    ++first_[pair.tail.index() + 2];
    ++first_[pair.head.index() + 2];
  }
  for (std::size_t v = 2; v < first_.size(); ++v) first_[v] += first_[v - 1];
  steps_.resize(2 * ends_.size());
  for (std::size_t pair = 0; pair < ends_.size(); ++pair) {
    const auto half = static_cast<std::uint32_t>(2 * pair);
    const auto low = static_cast<std::uint32_t>(ends_[pair].tail.index());
    const auto high = static_cast<std::uint32_t>(ends_[pair].head.index());
    steps_[first_[low + 1]++] = {high, half};
    steps_[first_[high + 1]++] = {low, half + 1};
  }
  first_.pop_back();
}

void FlowNetwork::carry(const Graph& graph, const IdVector<ArcId, Tonnage>& flow) {
  for (const ArcId arc : graph.arcs()) {
    if (half_of_[arc] != no_pair) push(half_of_[arc], flow[arc]);
  }
}

IdVector<ArcId, Tonnage> FlowNetwork::flow(const Graph& graph,
                                           std::span<const Tonnage> capacity) const {
  std::vector<Tonnage> to_share(whole_.size());
  for (std::size_t half = 0; half < whole_.size(); ++half)
    to_share[half] = whole_[half] - left_[half];
  IdVector<ArcId, Tonnage> result(graph.arc_count(), 0);
  for (const ArcId arc : graph.arcs()) {
    const std::uint32_t half = half_of_[arc];
    if (half == no_pair || to_share[half] <= 0) continue;
    result[arc] = std::min(to_share[half], capacity[arc.index()]);
    to_share[half] -= result[arc];
  }
  return result;
}

}  // namespace corridor
