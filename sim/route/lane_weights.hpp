#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "corridor/route/hierarchy_metric.hpp"

#include "route/edited_family.hpp"

namespace corridor::detail {

/// A metric of a family, or its base.
struct FamilyMetric {
  static constexpr std::size_t base = SIZE_MAX;
  const EditedFamily* family = nullptr;
  std::size_t metric = base;

  std::span<const ArcEdit> edits() const {
    return metric == base ? std::span<const ArcEdit>{} : family->edits(metric);
  }
};

/// The weights of eight metrics side by side. From one to the next of a family only the edits are
/// touched.
class LaneWeights {
 public:
  static constexpr std::size_t lanes = 8;

  explicit LaneWeights(std::size_t arcs) : rows_(arcs * lanes, infinite_weight) {}

  /// Up to eight metrics; further lanes keep what they had.
  void set(std::span<const FamilyMetric> metrics);
  /// Lane l of arc a is at a x lanes + l.
  std::span<const Weight> rows() const { return rows_; }
  /// Forgets what the lanes hold, for families that are no more.
  void forget() { held_ = {}; }

 private:
  void copy_bases(std::span<const std::size_t> to);

  std::array<FamilyMetric, lanes> held_;  // by lane
  LineVector<Weight> rows_;
};

}  // namespace corridor::detail
