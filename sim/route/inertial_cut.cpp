#include "route/inertial_cut.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace corridor::detail {

namespace {

std::array<double, direction_count> along(Point point) {
  const double x = std::isfinite(point.x) ? point.x : 0;
  const double y = std::isfinite(point.y) ? point.y : 0;
  return {x, y, x + y, x - y};
}

std::uint64_t line_key(std::int32_t position, std::uint32_t vertex) {
  const auto shifted = static_cast<std::uint32_t>(position) ^ 0x80000000U;
  return std::uint64_t{shifted} << 32 | vertex;
}

}  // namespace

std::vector<Position> positions(std::span<const Point> points) {
  std::vector<Position> result(points.size());
  std::vector<std::pair<double, std::uint32_t>> line(points.size());
  for (std::size_t d = 0; d < direction_count; ++d) {
    for (std::uint32_t v = 0; v < points.size(); ++v) line[v] = {along(points[v])[d], v};
    std::sort(line.begin(), line.end());
    for (std::size_t i = 0; i < line.size(); ++i)
      result[line[i].second][d] = static_cast<std::int32_t>(i);
  }
  return result;
}

std::span<const InertialCut::Side> InertialCut::find(const Part& part) {
  best_ = std::numeric_limits<double>::infinity();
  best_size_ = part.graph.size();
  side_.resize(part.graph.size());
  local_.resize(part.graph.size());
  if (position_.empty()) {
    measure_distances(part);
  } else {
    for (std::size_t v = 0; v < local_.size(); ++v) local_[v] = position_[part.vertex[v]];
  }
  for (std::size_t d = 0; d < direction_count; ++d) try_direction(part, d);
  return side_;
}

void InertialCut::try_direction(const Part& part, std::size_t direction) {
  const std::size_t size = part.graph.size();
  line_.resize(size);
  for (std::uint32_t v = 0; v < size; ++v) line_[v] = line_key(local_[v][direction], v);
  paths_.start(part.graph);
  const std::size_t take = std::max<std::size_t>(1, size / 4);
  std::nth_element(line_.begin(), line_.begin() + static_cast<std::ptrdiff_t>(take), line_.end());
  std::nth_element(line_.begin() + static_cast<std::ptrdiff_t>(take),
                   line_.end() - static_cast<std::ptrdiff_t>(take), line_.end());
  for (std::size_t i = 0; i < take; ++i) {
    paths_.add_source(static_cast<std::uint32_t>(line_[i]));
    paths_.add_target(static_cast<std::uint32_t>(line_[size - 1 - i]));
  }
  if (paths_.maximise(2 * best_size_) > 2 * best_size_) return;
  paths_.find_source_side();
  take_if_better(part, true);
  take_if_better(part, false);
}

void InertialCut::take_if_better(const Part& part, bool source_side) {
  std::size_t cut = 0;
  std::size_t near = 0;
  const std::size_t size = part.graph.size();
  const auto side_of = [&](std::uint32_t v) {
    if (source_side) {
      if (paths_.departs_from_sources(v)) return Side::one;
      return paths_.arrives_from_sources(v) ? Side::cut : Side::other;
    }
    if (paths_.arrives_at_targets(v)) return Side::one;
    return paths_.departs_to_targets(v) ? Side::cut : Side::other;
  };
  for (std::uint32_t v = 0; v < size; ++v) {
    const Side side = side_of(v);
    cut += side == Side::cut ? 1 : 0;
    near += side == Side::one ? 1 : 0;
  }
  const std::size_t far = size - cut - near;
  const double smaller = static_cast<double>(std::min(near, far));
  const double score = static_cast<double>(cut) / std::sqrt(smaller + 0.5);
  if (score >= best_) return;
  best_ = score;
  best_size_ = cut;
  for (std::uint32_t v = 0; v < size; ++v) side_[v] = side_of(v);
}

std::uint32_t InertialCut::farthest_from(const Part& part, std::uint32_t start, std::size_t slot) {
  std::vector<std::uint32_t>& distance = distance_[slot];
  distance.assign(part.graph.size(), UINT32_MAX);
  distance[start] = 0;
  queue_.assign(1, start);
  for (std::size_t i = 0; i < queue_.size(); ++i) {
    for (const std::uint32_t w : part.graph.neighbours(queue_[i])) {
      if (distance[w] != UINT32_MAX) continue;
      distance[w] = distance[queue_[i]] + 1;
      queue_.push_back(w);
    }
  }
  return queue_.back();
}

void InertialCut::measure_distances(const Part& part) {
  const std::size_t size = part.graph.size();
  const std::uint32_t a = farthest_from(part, farthest_from(part, 0, 0), 0);
  const std::uint32_t b = farthest_from(part, a, 0);
  farthest_from(part, b, 1);
  std::uint32_t c = 0;
  for (std::uint32_t v = 0; v < size; ++v)
    if (std::min(distance_[0][v], distance_[1][v]) > std::min(distance_[0][c], distance_[1][c]))
      c = v;
  const std::uint32_t d = farthest_from(part, c, 2);
  farthest_from(part, d, 3);
  for (std::uint32_t v = 0; v < size; ++v) {
    const auto at = [&](std::size_t slot) { return static_cast<std::int32_t>(distance_[slot][v]); };
    const std::int32_t x = at(0) - at(1);
    const std::int32_t y = at(2) - at(3);
    local_[v] = {x, y, x + y, x - y};
  }
}

}  // namespace corridor::detail
