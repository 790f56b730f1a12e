#include "corridor/route/hierarchy.hpp"

namespace corridor {
namespace {

using Line = detail::RowLayout::Line;

/// Appends the lines of a rank whose heads have these depths, falling.
void add_lines(std::span<const std::uint16_t> depths, unsigned size, std::vector<Line>& lines) {
  for (std::size_t i = 0; i < depths.size(); ++i) {
    const auto number = static_cast<std::uint16_t>(depths[i] / size);
    if (i == 0 || lines.back().number != number) lines.push_back({number, 0});
    lines.back().before = static_cast<std::uint16_t>(i);
  }
}

}  // namespace

void Hierarchy::lay_out_rows() {
  // Rows for all depths must not take much more than the edges do, or they would not be few.
  if (height_ >= 1U << 15U || height_ * height_ / 2 > 4 * edge_count() + 65536) return;
  rows_.edge_depth.resize(edge_count());
  for (EdgeIndex e = 0; e < edge_count(); ++e) {
    rows_.edge_depth[e] = static_cast<std::uint16_t>(depth_[head_[e]]);
  }
  rows_.arc_place.resize(arcs_.size());
  for (std::size_t i = 0; i < arcs_.size(); ++i) {
    const unsigned depth = rows_.edge_depth[sides_[i] / 2];
    rows_.arc_place[i] = static_cast<std::uint16_t>(2 * depth + sides_[i] % 2);
  }
  for (Rank rank = 0; rank < size(); ++rank) {
    const std::span<const std::uint16_t> depths =
        std::span{rows_.edge_depth}.subspan(first_up_[rank], first_up_[rank + 1] - first_up_[rank]);
    add_lines(depths, 8, rows_.lines_of_8);
    add_lines(depths, 4, rows_.lines_of_4);
  }
}

}  // namespace corridor
