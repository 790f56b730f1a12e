#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/graph/point.hpp"

#include "route/dissection_part.hpp"
#include "route/inertial_flow.hpp"

namespace corridor::detail {

inline constexpr std::size_t direction_count = 4;

/// How far along each direction a vertex lies.
using Position = std::array<std::int32_t, direction_count>;

/// Places of vertices in the orders of their points along four directions; ties by vertex.
std::vector<Position> positions(std::span<const Point> points);

/// Cuts connected parts in two by few vertices.
class InertialCut {
 public:
  enum class Side : std::uint8_t { cut, one, other };

  /// `position` is by vertex of the whole, or empty; then distances in the part stand in for it.
  explicit InertialCut(std::span<const Position> position) : position_{position} {}

  /// The side of each vertex of `part`. Not all are on one side, but one side may be empty.
  std::span<const Side> find(const Part& part);

 private:
  void try_direction(const Part& part, std::size_t direction);
  void take_if_better(const Part& part, bool source_side);
  void measure_distances(const Part& part);
  std::uint32_t farthest_from(const Part& part, std::uint32_t start, std::size_t slot);

  std::span<const Position> position_;
  std::vector<Position> local_;
  std::array<std::vector<std::uint32_t>, direction_count> distance_;
  std::vector<std::uint32_t> queue_;
  std::vector<std::uint64_t> line_;  // (place along the direction, vertex)
  DisjointPaths paths_;
  std::vector<Side> side_;
  double best_ = 0;
  std::size_t best_size_ = 0;
};

}  // namespace corridor::detail
