#include "route/edited_search.hpp"

#include <algorithm>

namespace corridor::detail {

EditedSearch::EditedSearch(const RankedGraph& graph, std::size_t most)
    : graph_{&graph}, most_{most}, weight_(graph.arc_count()), label_(graph.size()) {
  for (Node node = 0; node < label_.size(); ++node) label_[node] = rest(node);
}

void EditedSearch::take_up(const EditedFamily& family, std::size_t metric) {
  if (family_ == &family) {
    for (const ArcEdit& edit : family.edits(metric_)) {
      weight_[edit.arc.index()] = family.base()[edit.arc.index()];
    }
  } else {
    std::ranges::copy(family.base(), weight_.begin());
  }
  for (const ArcEdit& edit : family.edits(metric)) weight_[edit.arc.index()] = edit.weight;
  family_ = &family;
  metric_ = metric;
}

std::optional<Weight> EditedSearch::distance(std::size_t pair, const EditedBounds& edits,
                                             const PairBounds& bounds) {
  left_ = most_;
  best_ = bounds.kept;
  const bool is_forward = bounds.from_cheaper >= bounds.to_cheaper;
  if (edits.dearer().empty()) {
    search_over(edits.cheaper(), side(pair, bounds, is_forward));
  } else {
    if (bounds.kept > family_->distance(pair)) {
      search_through(side(pair, bounds, bounds.is_nearer_to_origin), infinite_weight);
    }
    if (bounds.over_cheaper < best_ && left_ > 0) {
      const Side from = side(pair, bounds, is_forward);
      search_through(from, from.cheaper);
    }
  }
  if (left_ == 0) return std::nullopt;
  return best_;
}

EditedSearch::Side EditedSearch::side(std::size_t pair, const PairBounds& bounds,
                                      bool is_forward) const {
  using Seen = EditedBounds::Seen;
  const BaseTree& from = family_->from()[family_->from_of(pair)];
  const BaseTree& to = family_->to()[family_->to_of(pair)];
  const Weight* const f = from.distance.data();
  const Weight* const b = to.distance.data();
  if (is_forward) {
    return {&graph_->steps(Direction::forward),
            f,
            b,
            from.node,
            to.node,
            &Seen::tail,
            &Seen::head,
            bounds.from_cheaper,
            bounds.intact_to};
  }
  return {&graph_->steps(Direction::backward),
          b,
          f,
          to.node,
          from.node,
          &Seen::head,
          &Seen::tail,
          bounds.to_cheaper,
          bounds.intact_from};
}

void EditedSearch::search_over(std::span<const EditedBounds::Seen> cheaper, const Side& side) {
  start(side);
  for (const EditedBounds::Seen& edit : cheaper) {
    make_room(1);
    offer(side, edit.*side.last, side.near[edit.*side.first] + edit.after);
    push_offered();
  }
  while (!heap_.empty() && left_ > 0) {
    const QueueEntry least = heap_.top();
    if (least.weight() + side.cheaper >= best_) break;
    heap_.pop();
    const Node node = least.state();
    if (label_[node] < least.weight()) continue;
    --left_;
    const std::span<const RankedGraph::Step> steps = side.steps->from(node);
    make_room(steps.size());
    for (const RankedGraph::Step& step : steps) {
      offer(side, step.node, least.weight() + weight_[step.arc]);
    }
    push_offered();
  }
  clear();
}

// What the processor cannot guess is computed rather than branched on: whatever is offered is
// written where the next will be, and stays if it is counted.

inline void EditedSearch::offer(const Side& side, Node node, Weight value) {
  const bool is_lower = value < label_[node] && value < side.near[node];
  label_[node] = is_lower ? value : label_[node];
  labelled_[labelled_count_] = node;
  labelled_count_ += is_lower ? 1 : 0;
  best_ = std::min(best_, value + side.far[node]);
  offered_[offered_count_] = {value, 0, node};
  offered_count_ += is_lower && value + side.cheaper < best_ ? 1 : 0;
}

void EditedSearch::search_through(const Side& side, Weight remains_over_cheaper) {
  start(side);
  heap_.push({0, 0, side.source});
  while (!heap_.empty() && left_ > 0) {
    const QueueEntry least = heap_.top();
    if (least.weight() >= best_) break;
    heap_.pop();
    const Node node = least.state();
    if (node == side.target) {
      best_ = least.weight();
      break;
    }
    // Whoever has got a lower label since has left the heap with it.
    if (label_[node] + std::min(side.far[node], remains_over_cheaper) < least.weight()) continue;
    --left_;
    const std::span<const RankedGraph::Step> steps = side.steps->from(node);
    make_room(steps.size());
    const Weight label = label_[node];
    for (const RankedGraph::Step& step : steps) {
      relax(side, step.node, label + weight_[step.arc], remains_over_cheaper);
    }
    push_offered();
  }
  clear();
}

inline void EditedSearch::relax(const Side& side, Node node, Weight value,
                                Weight remains_over_cheaper) {
  const Weight far = side.far[node];
  const Weight key = value + std::min(far, remains_over_cheaper);
  const bool is_lower = value < label_[node];
  label_[node] = is_lower ? value : label_[node];
  labelled_[labelled_count_] = node;
  labelled_count_ += is_lower ? 1 : 0;
  best_ = std::min(best_, far < side.intact ? value + far : infinite_weight);
  offered_[offered_count_] = {key, 0, node};
  offered_count_ += is_lower && key < best_ ? 1 : 0;
}

void EditedSearch::make_room(std::size_t offers) {
  if (labelled_.size() < labelled_count_ + offers) labelled_.resize(2 * (labelled_count_ + offers));
  if (offered_.size() < offers) offered_.resize(offers);
}

void EditedSearch::push_offered() {
  for (std::size_t i = 0; i < offered_count_; ++i) heap_.push(offered_[i]);
  offered_count_ = 0;
}

void EditedSearch::start(const Side& side) {
  make_room(2);
  label_[side.source] = 0;
  label_[side.target] = infinite_weight;
  labelled_[labelled_count_++] = side.source;
  labelled_[labelled_count_++] = side.target;
}

void EditedSearch::clear() {
  for (std::size_t i = 0; i < labelled_count_; ++i) label_[labelled_[i]] = rest(labelled_[i]);
  labelled_count_ = 0;
  heap_.clear();
}

}  // namespace corridor::detail
