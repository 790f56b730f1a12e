#include "route/edited_bounds.hpp"

#include <algorithm>

namespace corridor::detail {

void EditedBounds::take_up(const EditedFamily& family, std::size_t metric) {
  family_ = &family;
  seen_.clear();
  dearer_.clear();
  for (const ArcEdit& edit : family.edits(metric)) {
    const Weight before = family.base()[edit.arc.index()];
    (edit.weight < before ? seen_ : dearer_)
        .push_back({graph_->tail(edit.arc), graph_->head(edit.arc), before, edit.weight});
  }
  cheaper_ = seen_.size();
  seen_.insert(seen_.end(), dearer_.begin(), dearer_.end());
  measure(family.from(), &Seen::tail, from_);
  measure(family.to(), &Seen::head, to_);
}

void EditedBounds::measure(std::span<const BaseTree> trees, RankedGraph::Node Seen::*end,
                           Measured& measured) const {
  measured.distance.resize(trees.size() * seen_.size());
  measured.least.clear();
  Weight* distance = measured.distance.data();
  for (const BaseTree& tree : trees) {
    for (std::size_t i = 0; i < seen_.size(); ++i) distance[i] = tree.distance[seen_[i].*end];
    Weight least = infinite_weight;
    for (std::size_t i = 0; i < cheaper_; ++i) {
      least = std::min(least, distance[i] + seen_[i].after);
    }
    measured.least.push_back(least);
    distance += seen_.size();
  }
}

/// The search from an end has to look at whatever lies before the last dearer arc that lightest
/// paths meet. A dearer arc on any lightest path from a vertex is no farther than that vertex.
void EditedBounds::find_broken(std::size_t pair, PairBounds& bounds) const {
  const Weight distance = family_->distance(pair);
  const Weight* const from = measured_from(pair);
  const Weight* const to = measured_to(pair);
  const std::vector<Weight>& all_from = family_->from()[family_->from_of(pair)].distance;
  const std::vector<Weight>& all_to = family_->to()[family_->to_of(pair)].distance;
  Weight last_from = 0;
  Weight last_to = 0;
  for (std::size_t i = cheaper_; i < seen_.size(); ++i) {
    const Weight up_to = from[i] + seen_[i].before;
    const Weight onwards = seen_[i].before + to[i];
    const bool is_on_from = up_to == all_from[seen_[i].head];
    const bool is_on_to = onwards == all_to[seen_[i].tail];
    const bool is_on_path = up_to + to[i] == distance;
    bounds.intact_from = std::min(bounds.intact_from, is_on_from ? up_to : infinite_weight);
    bounds.intact_to = std::min(bounds.intact_to, is_on_to ? onwards : infinite_weight);
    last_from = std::max(last_from, is_on_path ? from[i] : 0);
    last_to = std::max(last_to, is_on_path ? to[i] : 0);
  }
  bounds.is_nearer_to_origin = last_from <= last_to;
}

PairBounds EditedBounds::of(std::size_t pair) const {
  const std::size_t origin = family_->from_of(pair);
  const std::size_t destination = family_->to_of(pair);
  const Weight distance = family_->distance(pair);
  const Weight* const from = measured_from(pair);
  const Weight* const to = measured_to(pair);
  PairBounds bounds;
  bounds.to_cheaper = from_.least[origin];
  bounds.from_cheaper = to_.least[destination];
  Weight over = bounds.to_cheaper + bounds.from_cheaper;
  for (std::size_t i = 0; i < cheaper_; ++i) {
    over = std::min(over, from[i] + seen_[i].after + to[i]);
  }
  bounds.over_cheaper = std::min(over, infinite_weight);
  bool is_kept = true;
  for (std::size_t i = cheaper_; i < seen_.size(); ++i) {
    is_kept = is_kept && from[i] + seen_[i].before + to[i] != distance;
  }
  const bool is_one_place = family_->from()[origin].node == family_->to()[destination].node;
  if (is_kept || is_one_place) bounds.kept = distance;
  if (!bounds.stands(distance)) find_broken(pair, bounds);
  return bounds;
}

}  // namespace corridor::detail
