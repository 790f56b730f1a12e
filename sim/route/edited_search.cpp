#include "route/edited_search.hpp"

#include <algorithm>

namespace corridor::detail {

EditedSearch::EditedSearch(const RankedGraph& graph, std::size_t most)
    : graph_{&graph},
      most_{most},
      weight_(graph.arc_count()),
      label_(graph.size(), infinite_weight),
      exit_(graph.size(), infinite_weight) {}

void EditedSearch::take_up(const EditedFamily& family, std::size_t metric) {
  if (family_ == &family) {
    if (metric_ == metric) return;
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
            &graph_->steps(Direction::backward),
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
          &graph_->steps(Direction::forward),
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
  for (const EditedBounds::Seen& edit : cheaper) {
    const Node node = edit.*side.last;
    const Weight value = side.near[edit.*side.first] + edit.after;
    if (value >= label_[node] || value >= side.near[node]) continue;
    label_[node] = value;
    labelled_.push_back(node);
    best_ = std::min(best_, value + side.far[node]);
    heap_.push({value + std::min(side.far[node], side.cheaper), 0, node});
  }
  settle<true>(side, side.cheaper);
}

void EditedSearch::search_through(const Side& side, Weight over_cheaper) {
  label_[side.source] = 0;
  labelled_.push_back(side.source);
  heap_.push({0, 0, side.source});
  settle<false>(side, over_cheaper);
}

template <bool below_base>
void EditedSearch::settle(const Side& side, Weight over_cheaper) {
  open_exits(side);
  while (!heap_.empty() && left_ > 0) {
    const QueueEntry least = heap_.top();
    if (least.weight() >= best_) break;
    const Node node = least.state();
    const Weight label = label_[node];
    if (label + std::min(side.far[node], over_cheaper) < least.weight()) {
      heap_.pop();  // has been settled with a lower label than this entry's
      continue;
    }
    --left_;
    best_ = std::min(best_, label + exit_[node]);
    const std::span<const QueueEntry> reached = relax<below_base>(side, node, over_cheaper);
    if (reached.empty()) {
      heap_.pop();
      continue;
    }
    heap_.replace_top(reached.front());
    for (const QueueEntry& entry : reached.subspan(1)) heap_.push(entry);
  }
  for (const Node node : exits_) exit_[node] = infinite_weight;
  for (const Node node : labelled_) label_[node] = infinite_weight;
  exits_.clear();
  labelled_.clear();
  heap_.clear();
}

/// No step leads to a target without a rank.
void EditedSearch::open_exits(const Side& side) {
  exits_.push_back(side.target);
  exit_[side.target] = 0;
  if (graph_->has_rank(side.target)) return;
  for (const RankedGraph::Step& step : side.back->from(side.target)) {
    exits_.push_back(step.node);
    exit_[step.node] = std::min(exit_[step.node], weight_[step.arc]);
  }
}

/// What the processor cannot guess is computed rather than branched on: nodes and entries are
/// written down for each step, where those of the next will be unless they are to stay.
template <bool below_base>
std::span<const QueueEntry> EditedSearch::relax(const Side& side, Node node, Weight over_cheaper) {
  const std::span<const RankedGraph::Step> steps = side.steps->from(node);
  if (reached_.size() < steps.size()) reached_.resize(steps.size());
  const std::size_t labelled_before = labelled_.size();
  labelled_.resize(labelled_before + steps.size());
  Weight* const labels = label_.data();
  Node* labelled = labelled_.data() + labelled_before;
  QueueEntry* reached = reached_.data();
  const Weight label = labels[node];
  Weight best = best_;
  for (const RankedGraph::Step& step : steps) {
    const Weight value = label + weight_[step.arc];
    const Weight far = side.far[step.node];
    const Weight key = value + std::min(far, over_cheaper);
    const Weight before = labels[step.node];
    const Weight limit = below_base ? std::min(before, side.near[step.node]) : before;
    const bool is_lower = value < limit;
    labels[step.node] = is_lower ? value : before;
    *labelled = step.node;
    labelled += is_lower ? 1 : 0;
    best = std::min(best, far < side.intact ? value + far : infinite_weight);
    *reached = {key, 0, step.node};
    reached += is_lower && key < best ? 1 : 0;
  }
  best_ = best;
  labelled_.resize(static_cast<std::size_t>(labelled - labelled_.data()));
  return {reached_.data(), reached};
}

}  // namespace corridor::detail
