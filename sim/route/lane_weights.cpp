#include "route/lane_weights.hpp"

#include <cassert>

namespace corridor::detail {

/// All lanes at once, as they share lines of memory.
void LaneWeights::copy_bases(std::span<const std::size_t> to) {
  std::array<const Weight*, lanes> base{};
  for (const std::size_t lane : to) base[lane] = held_[lane].family->base().data();
  const std::size_t arcs = rows_.size() / lanes;
  Weight* row = rows_.data();
  if (to.size() == lanes) {
    for (std::size_t arc = 0; arc < arcs; ++arc, row += lanes) {
      for (std::size_t lane = 0; lane < lanes; ++lane) row[lane] = base[lane][arc];
    }
    return;
  }
  for (std::size_t arc = 0; arc < arcs; ++arc, row += lanes) {
    for (const std::size_t lane : to) row[lane] = base[lane][arc];
  }
}

void LaneWeights::set(std::span<const FamilyMetric> metrics) {
  assert(metrics.size() <= lanes);
  std::array<std::size_t, lanes> turned{};
  std::size_t count = 0;
  for (std::size_t lane = 0; lane < metrics.size(); ++lane) {
    const EditedFamily* const family = metrics[lane].family;
    if (held_[lane].family != family) {
      turned[count++] = lane;
    } else {
      for (const ArcEdit& edit : held_[lane].edits()) {
        rows_[edit.arc.index() * lanes + lane] = family->base()[edit.arc.index()];
      }
    }
    held_[lane] = metrics[lane];
  }
  if (count > 0) copy_bases(std::span{turned}.first(count));
  for (std::size_t lane = 0; lane < metrics.size(); ++lane) {
    for (const ArcEdit& edit : metrics[lane].edits()) {
      rows_[edit.arc.index() * lanes + lane] = edit.weight;
    }
  }
}

}  // namespace corridor::detail
