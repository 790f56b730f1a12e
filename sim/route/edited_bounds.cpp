#include "route/edited_bounds.hpp"

#include <algorithm>

namespace corridor::detail {

void EditedBounds::look(const EditedFamily& family, std::size_t metric) {
  seen_.clear();
  for (const ArcEdit& edit : family.edits(metric)) {
    const Weight before = family.base()[edit.arc.index()];
    const Weight after = std::min(edit.weight, infinite_weight);
    if (before != after) {
      seen_.push_back({graph_->tail(edit.arc), graph_->head(edit.arc), before, after});
    }
  }
}

void EditedBounds::measure(std::span<const BaseTree> trees, VertexId Seen::*end,
                           Measured& measured) const {
  measured.distance.clear();
  measured.least.clear();
  for (const BaseTree& tree : trees) {
    Weight least = infinite_weight;
    for (const Seen& edit : seen_) {
      const Weight distance = tree.at(*hierarchy_, edit.*end);
      measured.distance.push_back(distance);
      if (edit.is_cheaper()) least = std::min(least, distance + edit.after);
    }
    measured.least.push_back(least);
  }
}

bool EditedBounds::stands(const EditedFamily& family, std::size_t pair) const {
  const std::size_t origin = family.from_of(pair);
  const std::size_t destination = family.to_of(pair);
  const Weight distance = family.distance(pair);
  if (from_.least[origin] + to_.least[destination] < distance) return false;
  const Weight* const from = from_.distance.data() + origin * seen_.size();
  const Weight* const to = to_.distance.data() + destination * seen_.size();
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    const Seen& edit = seen_[i];
    const Weight through = from[i] + std::min(edit.before, edit.after) + to[i];
    const bool matters =
        edit.is_cheaper() ? through < distance : through == distance && distance < infinite_weight;
    if (matters) return false;
  }
  return true;
}

void EditedBounds::judge(const EditedFamily& family, std::size_t metric, std::span<char> stands) {
  look(family, metric);
  measure(family.from(), &Seen::tail, from_);
  measure(family.to(), &Seen::head, to_);
  for (std::size_t pair = 0; pair < stands.size(); ++pair) {
    stands[pair] = this->stands(family, pair) ? 1 : 0;
  }
}

}  // namespace corridor::detail
