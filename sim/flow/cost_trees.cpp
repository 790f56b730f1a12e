#include "flow/cost_trees.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace corridor::detail {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// As many buckets as this to an ordinary cost: each holds few vertices, and few of them can better
/// one another.
constexpr double buckets_per_cost = 4;

/// An order is sorted anew once so many of its vertices are suspect.
constexpr std::size_t share_of_suspects = 6;

}  // namespace

CostTrees::CostTrees(const AssignmentProblem& problem)
    : problem_{problem},
      place_(problem.arc_count()),
      cost_in_(problem.arc_count()),
      is_dead_end_(problem.vertex_count, 0),
      least_out_(problem.vertex_count),
      distance_(problem.vertex_count),
      parent_(problem.vertex_count),
      suspects_(problem.vertex_count),
      buckets_{problem.vertex_count},
      scanned_(problem.vertex_count) {
  tail_in_.reserve(problem.in.size());
  for (const std::uint32_t arc : problem.in) {
    place_[arc] = static_cast<std::uint32_t>(tail_in_.size());
    tail_in_.push_back(problem.tail[arc]);
  }
  find_dead_ends();
}

/// A dead end leads nowhere, or back to the one vertex that leads to it.
void CostTrees::find_dead_ends() {
  for (std::uint32_t vertex = 0; vertex < problem_.vertex_count; ++vertex) {
    const std::span out = std::span{problem_.head}.subspan(
        problem_.first_out[vertex], problem_.first_out[vertex + 1] - problem_.first_out[vertex]);
    const std::span in = std::span{tail_in_}.subspan(
        problem_.first_in[vertex], problem_.first_in[vertex + 1] - problem_.first_in[vertex]);
    const auto is_the_one = [&](std::uint32_t other) { return other == out.front(); };
    if (!out.empty() && !(std::all_of(out.begin(), out.end(), is_the_one) &&
                          std::all_of(in.begin(), in.end(), is_the_one))) {
      continue;
    }
    is_dead_end_[vertex] = 1;
    dead_ends_.push_back(vertex);
  }
}

void CostTrees::set_costs(std::span<const double> cost) {
  cost_.assign(cost.begin(), cost.end());
  for (std::size_t i = 0; i < cost_in_.size(); ++i) cost_in_[i] = cost_[problem_.in[i]];
  for (std::uint32_t vertex = 0; vertex < problem_.vertex_count; ++vertex) {
    double least = infinity;
    for (std::uint32_t arc = problem_.first_out[vertex]; arc < problem_.first_out[vertex + 1];
         ++arc) {
      least = std::min(least, cost_[arc]);
    }
    least_out_[vertex] = least;
  }
  for (const std::uint32_t vertex : dead_ends_) least_out_[vertex] = infinity;
  sorted_.clear();
  for (const double c : cost_) {
    if (c > 0 && c < infinity) sorted_.push_back(c);
  }
  const auto middle = sorted_.begin() + static_cast<std::ptrdiff_t>(sorted_.size() / 2);
  std::nth_element(sorted_.begin(), middle, sorted_.end());
  // However small costs are, the factor is finite: infinity times 0 would be no number.
  constexpr double most = 1e300;
  units_per_cost_ = sorted_.empty() ? 1 : std::min(buckets_per_cost / *middle, most);
}

std::uint64_t CostTrees::unit(double distance) const {
  constexpr double most = 4e18;
  return static_cast<std::uint64_t>(std::min(distance * units_per_cost_, most));
}

void CostTrees::grow(std::uint32_t root, Order& order) {
  if (order.empty() || !sweep(root, order)) search(root, order);
}

bool CostTrees::sweep(std::uint32_t root, Order& order) {
  std::fill(distance_.begin(), distance_.end(), infinity);
  distance_[root] = 0;
  std::size_t suspects = 0;
  double farthest = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const std::uint32_t vertex = order[i];
    // As whole numbers, which order distances alike, the compiler compares them without branches.
    auto best = std::bit_cast<std::uint64_t>(infinity);
    std::uint32_t parent = problem_.first_in[vertex];
    for (std::uint32_t at = parent; at < problem_.first_in[vertex + 1]; ++at) {
      const auto offer = std::bit_cast<std::uint64_t>(distance_[tail_in_[at]] + cost_in_[at]);
      const bool is_better = offer < best;
      best = is_better ? offer : best;
      parent = is_better ? at : parent;
    }
    const auto distance = std::bit_cast<double>(best);
    distance_[vertex] = distance;
    parent_[vertex] = parent;
    suspects_[suspects] = vertex;
    suspects += static_cast<std::size_t>(distance + least_out_[vertex] < farthest);
    farthest = std::max(farthest, distance);
  }
  for (std::size_t i = 0; i < suspects; ++i) {
    if (spoils(suspects_[i])) return false;
  }
  if (suspects > order.size() / share_of_suspects) {
    const auto passed = std::partition_point(order.begin() + 1, order.end(),
                                             [&](std::uint32_t v) { return is_dead_end_[v] == 0; });
    // Stable, as a parent may be as near as its child.
    std::stable_sort(order.begin(), passed,
                     [&](std::uint32_t a, std::uint32_t b) { return distance_[a] < distance_[b]; });
  }
  return true;
}

bool CostTrees::spoils(std::uint32_t vertex) const {
  for (std::uint32_t arc = problem_.first_out[vertex]; arc < problem_.first_out[vertex + 1];
       ++arc) {
    if (distance_[vertex] + cost_[arc] < distance_[problem_.head[arc]]) return true;
  }
  return false;
}

template <bool Again>
void CostTrees::scan(std::uint32_t vertex) {
  // By plain pointers, as the compiler would fetch members again after each that is written.
  const double* const cost = cost_.data();
  const std::uint32_t* const heads = problem_.head.data();
  double* const distances = distance_.data();
  const double distance = distances[vertex];
  const std::uint32_t last = problem_.first_out[vertex + 1];
  for (std::uint32_t arc = problem_.first_out[vertex]; arc < last; ++arc) {
    const std::uint32_t head = heads[arc];
    const double offer = distance + cost[arc];
    // A child comes after its parent's last scan even if rounding keeps its distance as it was.
    const bool follows =
        Again && offer < infinity && offer == distances[head] && parent_[head] == place_[arc];
    if (!(offer < distances[head]) && !follows) continue;
    distances[head] = offer;
    parent_[head] = place_[arc];
    if (is_dead_end_[head] == 0) buckets_.put(head, unit(offer));
  }
}

void CostTrees::search(std::uint32_t root, Order& order) {
  std::fill(distance_.begin(), distance_.end(), infinity);
  std::fill(scanned_.begin(), scanned_.end(), 0);
  order.clear();
  order.reserve(problem_.vertex_count);
  distance_[root] = 0;
  parent_[root] = AssignmentProblem::no_arc;
  buckets_.restart();
  buckets_.put(root, 0);
  bool is_any_again = false;
  for (std::uint32_t vertex = 0; buckets_.pop(vertex);) {
    order.push_back(vertex);
    if (scanned_[vertex] == 0) {
      scanned_[vertex] = 1;
      scan<false>(vertex);
    } else {
      is_any_again = true;
      scan<true>(vertex);
    }
  }
  if (is_any_again) keep_last_scans(order);
  add_dead_ends(root, order);
}

void CostTrees::keep_last_scans(Order& order) {
  auto kept = order.end();
  for (auto at = order.end(); at != order.begin();) {
    --at;
    if (scanned_[*at] == 0) continue;
    scanned_[*at] = 0;
    *--kept = *at;
  }
  order.erase(order.begin(), kept);
}

void CostTrees::add_dead_ends(std::uint32_t root, Order& order) const {
  for (const std::uint32_t vertex : dead_ends_) {
    if (vertex != root && distance_[vertex] < infinity) order.push_back(vertex);
  }
}

}  // namespace corridor::detail
