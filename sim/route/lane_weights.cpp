#include "route/lane_weights.hpp"

#include <cassert>

namespace corridor::detail {

void LaneWeights::copy_base(const EditedFamily& family, std::span<const std::size_t> to) {
  const std::span<const Weight> base = family.base();
  Weight* row = rows_.data();
  if (to.size() == lanes) {
    for (const Weight weight : base) {
      for (std::size_t lane = 0; lane < lanes; ++lane) row[lane] = weight;
      row += lanes;
    }
    return;
  }
  for (const Weight weight : base) {
    for (const std::size_t lane : to) row[lane] = weight;
    row += lanes;
  }
}

void LaneWeights::set(std::span<const FamilyMetric> metrics) {
  assert(metrics.size() <= lanes);
  for (std::size_t first = 0; first < metrics.size(); ++first) {
    // All lanes that turn to one family do so at once.
    const EditedFamily* const family = metrics[first].family;
    if (held_[first].family == family) {
      for (const ArcEdit& edit : held_[first].edits()) {
        rows_[edit.arc.index() * lanes + first] = family->base()[edit.arc.index()];
      }
    } else {
      std::array<std::size_t, lanes> to{};
      std::size_t count = 0;
      for (std::size_t lane = first; lane < metrics.size(); ++lane) {
        if (metrics[lane].family != family || held_[lane].family == family) continue;
        to[count++] = lane;
        held_[lane] = {family, FamilyMetric::base};
      }
      copy_base(*family, std::span{to}.first(count));
    }
    held_[first] = metrics[first];
    for (const ArcEdit& edit : metrics[first].edits()) {
      rows_[edit.arc.index() * lanes + first] = edit.weight;
    }
  }
}

}  // namespace corridor::detail
