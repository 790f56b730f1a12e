#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "corridor/graph/point.hpp"

#include "route/dissection_part.hpp"
#include "route/inertial_flow.hpp"

namespace corridor::detail {

inline constexpr std::size_t direction_count = 4;

/// How far along a direction each vertex lies.
using Line = std::vector<std::int32_t>;
using Lines = std::array<Line, direction_count>;

/// Places of vertices in the orders of their points along four directions; ties by vertex. A
/// coordinate that is not finite counts as 0.
Lines lines(std::span<const Point> points);

/// Cuts connected parts in two by few vertices: inertial flow (Schild and Sommer 2015) on vertices
/// in place of edges, with ends that grow step by step as in FlowCutter (Hamann and Strasser 2018).
/// Of all the cuts met on the way it takes the one that promises the fewest triangles.
class InertialCut {
 public:
  using Side = DisjointPaths::Side;

  /// `lines` is of the whole graph, or empty; then distances in the part stand in for it.
  explicit InertialCut(Lines lines) : lines_{std::move(lines)} {}

  /// The side of each vertex of `part`. Some are in the cut; a side may be empty.
  std::span<const Side> find(const Part& part);

 private:
  void draw_lines(const Part& part);
  void draw_lines_by_distance(const Part& part);
  std::uint32_t measure(const Part& part, std::uint32_t start, std::size_t slot);
  void try_direction(const Part& part, std::size_t direction);
  void grow_ends(std::size_t before, std::size_t after);
  template <class SideOf>
  void take_if_better(const Part& part, std::size_t cut, const SideOf& side_of);

  Lines lines_;
  Lines line_;  // of the part
  std::array<std::vector<std::int32_t>, 4> distance_;
  std::vector<std::uint32_t> queue_;
  std::vector<std::uint64_t> along_;  // (position along the direction, vertex)
  DisjointPaths paths_;
  std::vector<Side> best_;
  double best_cost_ = 0;
  std::size_t best_cut_ = 0;
};

}  // namespace corridor::detail
