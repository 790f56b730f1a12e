#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/edited_tables.hpp"

namespace corridor::detail {

/// Finds what most metrics of a family have in common where that is not what their base says.
class EditedMajority {
 public:
  explicit EditedMajority(std::size_t arcs) : count_(arcs) {}

  /// The arcs on which more than half of `metrics` agree, and on what, ascending; until the next
  /// call.
  std::span<const ArcEdit> of(std::span<const std::span<const ArcEdit>> metrics);

 private:
  struct Vote {
    ArcEdit edit;
    std::size_t lead = 0;
    std::size_t agree = 0;
  };
  void nominate(std::span<const std::span<const ArcEdit>> metrics);
  template <class Visit>
  void for_votes(std::span<const std::span<const ArcEdit>> metrics, const Visit& visit);

  std::vector<std::uint32_t> count_;  // by arc: how many edit it; then which vote is on it, from 1
  std::vector<Vote> votes_;
  std::vector<ArcEdit> agreed_;
};

}  // namespace corridor::detail
