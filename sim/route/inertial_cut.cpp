#include "route/inertial_cut.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace corridor::detail {

namespace {

std::array<double, direction_count> along_directions(Point point) {
  const double x = std::isfinite(point.x) ? point.x : 0;
  const double y = std::isfinite(point.y) ? point.y : 0;
  return {x, y, x + y, x - y};
}

/// Sorts by position, then by vertex.
std::uint64_t sort_key(std::int32_t position, std::uint32_t vertex) {
  const std::uint32_t shifted = static_cast<std::uint32_t>(position) ^ 0x80000000U;
  return std::uint64_t{shifted} << 32 | vertex;
}

// The ends hold 15 % of a part each at first and 45 % at last, in steps of 5 %: smaller ones find
// lopsided cuts, which raise the elimination tree, and finer steps next to nothing.
constexpr std::size_t first_end_percent = 15;
constexpr std::size_t last_end_percent = 45;
constexpr std::size_t end_step_percent = 5;

/// Triangles at the vertices of a cut: each is paired with the halo and the rest of the cut.
double triangles_of_cut(double cut, double halo) {
  return cut * halo * (halo - 1) / 2 + cut * (cut - 1) / 2 * halo + cut * (cut - 1) * (cut - 2) / 6;
}

/// What a side may come to, with so many vertices and so many around it. The form and the figures
/// were fitted to road networks: triangles a vertex grow with the power 1.3 to 1.5 of the halo, and
/// the second term stands for the cuts still to come.
double triangles_of_side(double size, double halo) {
  const double around = halo + 0.7 * std::sqrt(size);
  return 0.4 * size * around * std::sqrt(around);
}

}  // namespace

Lines lines(std::span<const Point> points) {
  Lines result;
  std::vector<std::pair<double, std::uint32_t>> order(points.size());
  for (std::size_t d = 0; d < direction_count; ++d) {
    for (std::uint32_t v = 0; v < points.size(); ++v)
      order[v] = {along_directions(points[v])[d], v};
    std::sort(order.begin(), order.end());
    result[d].resize(points.size());
    for (std::size_t i = 0; i < order.size(); ++i)
      result[d][order[i].second] = static_cast<std::int32_t>(i);
  }
  return result;
}

std::span<const InertialCut::Side> InertialCut::find(const Part& part) {
  best_cost_ = std::numeric_limits<double>::infinity();
  best_cut_ = part.graph.size();
  best_.resize(part.graph.size());
  for (Line& line : line_) line.resize(part.graph.size());
  if (lines_.front().empty()) {
    draw_lines_by_distance(part);
  } else {
    draw_lines(part);
  }
  for (std::size_t d = 0; d < direction_count; ++d) try_direction(part, d);
  return best_;
}

void InertialCut::draw_lines(const Part& part) {
  for (std::size_t d = 0; d < direction_count; ++d)
    for (std::size_t v = 0; v < part.vertex.size(); ++v) line_[d][v] = lines_[d][part.vertex[v]];
}

/// Counts the arcs from `start` to each vertex; returns one that is farthest.
std::uint32_t InertialCut::measure(const Part& part, std::uint32_t start, std::size_t slot) {
  std::vector<std::int32_t>& distance = distance_[slot];
  distance.assign(part.graph.size(), -1);
  distance[start] = 0;
  queue_.assign(1, start);
  for (std::size_t i = 0; i < queue_.size(); ++i) {
    for (const std::uint32_t w : part.graph.neighbours(queue_[i])) {
      if (distance[w] >= 0) continue;
      distance[w] = distance[queue_[i]] + 1;
      queue_.push_back(w);
    }
  }
  return queue_.back();
}

/// A vertex lies as far along an axis as it is nearer to the one end of it than to the other. The
/// first axis joins two vertices far apart; the second starts far from both.
void InertialCut::draw_lines_by_distance(const Part& part) {
  const std::uint32_t west = measure(part, measure(part, 0, 0), 0);
  const std::uint32_t east = measure(part, west, 0);
  measure(part, east, 1);
  const auto to_nearer = [&](std::uint32_t v) {
    return std::min(distance_[0][v], distance_[1][v]);
  };
  std::uint32_t north = 0;
  for (std::uint32_t v = 0; v < part.graph.size(); ++v)
    if (to_nearer(v) > to_nearer(north)) north = v;
  const std::uint32_t south = measure(part, north, 2);
  measure(part, south, 3);
  for (std::uint32_t v = 0; v < part.graph.size(); ++v) {
    const std::int32_t x = distance_[0][v] - distance_[1][v];
    const std::int32_t y = distance_[2][v] - distance_[3][v];
    line_[0][v] = x;
    line_[1][v] = y;
    line_[2][v] = x + y;
    line_[3][v] = x - y;
  }
}

void InertialCut::try_direction(const Part& part, std::size_t direction) {
  const std::size_t size = part.graph.size();
  along_.resize(size);
  for (std::uint32_t v = 0; v < size; ++v) along_[v] = sort_key(line_[direction][v], v);
  paths_.start(part.graph, line_[direction]);
  std::size_t taken = 0;
  for (std::size_t percent = first_end_percent; percent <= last_end_percent;
       percent += end_step_percent) {
    const std::size_t take = std::max<std::size_t>(1, size * percent / 100);
    if (take == taken) continue;
    grow_ends(taken, take);
    taken = take;
    const std::size_t limit = 2 * best_cut_;  // a cut so much larger will not be better
    const std::size_t cut = paths_.maximise(limit);
    if (cut > limit) return;
    take_if_better(part, cut, [&](std::uint32_t v) { return paths_.by_source_cut(v); });
    take_if_better(part, cut, [&](std::uint32_t v) { return paths_.by_target_cut(v); });
  }
}

void InertialCut::grow_ends(std::size_t before, std::size_t after) {
  const auto at = [&](std::size_t i) { return along_.begin() + static_cast<std::ptrdiff_t>(i); };
  const std::size_t size = along_.size();
  std::nth_element(at(before), at(after), at(size - before));
  std::nth_element(at(after), at(size - after), at(size - before));
  for (std::size_t i = before; i < after; ++i) {
    paths_.add_source(static_cast<std::uint32_t>(along_[i]));
    paths_.add_target(static_cast<std::uint32_t>(along_[size - 1 - i]));
  }
}

template <class SideOf>
void InertialCut::take_if_better(const Part& part, std::size_t cut, const SideOf& side_of) {
  std::size_t on_one = 0;
  for (std::uint32_t v = 0; v < part.graph.size(); ++v) on_one += side_of(v) == Side::one ? 1U : 0U;
  const std::size_t on_other = part.graph.size() - cut - on_one;
  std::size_t around_one = cut;
  std::size_t around_other = cut;
  for (std::uint32_t outside = 0; outside < part.halo.size(); ++outside) {
    bool meets_one = false;
    bool meets_other = false;
    for (const std::uint32_t v : part.halo.neighbours(outside)) {
      const Side side = side_of(v);
      meets_one = meets_one || side == Side::one;
      meets_other = meets_other || side == Side::other;
    }
    around_one += meets_one ? 1U : 0U;
    around_other += meets_other ? 1U : 0U;
  }
  const auto real = [](std::size_t n) { return static_cast<double>(n); };
  const double cost = triangles_of_cut(real(cut), real(part.halo.size())) +
                      triangles_of_side(real(on_one), real(around_one)) +
                      triangles_of_side(real(on_other), real(around_other));
  if (cost >= best_cost_) return;
  best_cost_ = cost;
  best_cut_ = cut;
  for (std::uint32_t v = 0; v < part.graph.size(); ++v) best_[v] = side_of(v);
}

}  // namespace corridor::detail
