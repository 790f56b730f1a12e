#include "route/different_search.hpp"

#include <algorithm>

namespace corridor::detail {

DifferentSearch::DifferentSearch(const Graph& graph, std::span<const Weight> weight,
                                 const PathQuery& query)
    : graph_{graph},
      weight_{weight},
      stages_{graph, query},
      to_target_{stages_.state_count()},
      first_at_state_(stages_.state_count(), none) {
  to_target_.run(StagedBackward{graph_, stages_}, weight_, stages_.target(), Search::no_target);
}

/// From the target back, until no state learns of another piece.
void DifferentSearch::look_ahead(const Pieces& pieces) {
  const std::size_t words = pieces.words();
  std::vector<Bits>& ahead = ahead_.emplace_back(stages_.state_count() * words, Bits{0});
  const auto of = [&](StateIndex state) { return std::span{ahead}.subspan(state * words, words); };
  std::ranges::copy(pieces.all(), of(stages_.target()).begin());
  std::vector<StateIndex> changed{stages_.target()};
  std::vector<Bits> here(words);
  for (std::size_t i = 0; i < changed.size(); ++i) {
    StagedBackward{graph_, stages_}.expand(changed[i], [&](ArcId arc, StateIndex before) {
      if (weight_[arc.index()] >= infinite_weight) return;
      std::ranges::copy(of(changed[i]), here.begin());
      pieces.touch(arc, here);
      bool learns = false;
      for (std::size_t word = 0; word < words; ++word) {
        Bits& known = of(before)[word];
        learns = learns || (here[word] & ~known) != 0;
        known |= here[word];
      }
      if (learns) changed.push_back(before);
    });
  }
}

Found DifferentSearch::cheapest(std::span<const Pieces> earlier, Weight most,
                                std::size_t most_labels) {
  earlier_ = earlier;
  while (ahead_.size() < earlier.size()) {
    words_ += earlier[ahead_.size()].words();
    look_ahead(earlier[ahead_.size()]);
  }
  begin();
  while (!queue_.empty()) {
    const std::uint32_t label = queue_.top().state();
    queue_.pop();
    const StateIndex state = labels_[label].state;
    if (is_dominated(left_of(label), state)) continue;
    if (state == stages_.target()) return {path_of(label), true};
    labels_[label].next_at_state = first_at_state_[state];
    first_at_state_[state] = label;
    StagedForward{graph_, stages_}.expand(
        state, [&](ArcId arc, StateIndex next) { grow(label, arc, most, next); });
    if (labels_.size() > most_labels) return {{}, false};
  }
  return {};
}

void DifferentSearch::begin() {
  for (const PathLabel& label : labels_) first_at_state_[label.state] = none;
  labels_.clear();
  left_.clear();
  queue_.clear();
  next_.clear();
  for (const Pieces& pieces : earlier_) {
    next_.insert(next_.end(), pieces.all().begin(), pieces.all().end());
  }
  PathLabel start;
  start.state = stages_.start();
  if (to_target()[start.state].distance < infinite_weight && may_differ(start.state)) push(start);
}

void DifferentSearch::grow(std::uint32_t label, ArcId arc, Weight most, StateIndex next) {
  const Weight weight = weight_[arc.index()];
  const Label& rest = to_target()[next];
  if (weight >= infinite_weight || rest.distance >= infinite_weight) return;
  const PathLabel& before = labels_[label];
  if (before.weight + weight + rest.distance > most) return;
  std::ranges::copy(left_of(label), next_.begin());
  std::span<Bits> left{next_};
  for (const Pieces& pieces : earlier_) {
    pieces.touch(arc, left);
    left = left.subspan(pieces.words());
  }
  if (!may_differ(next) || is_dominated(next_, next)) return;
  push({before.weight + weight, before.arcs + 1, next, label, arc, none});
}

/// Whether of each earlier path some piece that the new label has left out can be left out all the
/// way.
bool DifferentSearch::may_differ(StateIndex state) const {
  std::size_t at = 0;
  for (std::size_t i = 0; i < earlier_.size(); ++i) {
    const std::size_t words = earlier_[i].words();
    Bits both = 0;
    for (std::size_t word = 0; word < words; ++word) {
      both |= next_[at + word] & ahead_[i][state * words + word];
    }
    if (both == 0) return false;
    at += words;
  }
  return true;
}

/// Labels come up in order of weight and arcs, so those settled at a state are no worse in these.
bool DifferentSearch::is_dominated(std::span<const Bits> left, StateIndex state) const {
  for (std::uint32_t other = first_at_state_[state]; other != none;
       other = labels_[other].next_at_state) {
    const std::span<const Bits> its = left_of(other);
    Bits missing = 0;
    for (std::size_t word = 0; word < words_; ++word) missing |= left[word] & ~its[word];
    if (missing == 0) return true;
  }
  return false;
}

std::span<const DifferentSearch::Bits> DifferentSearch::left_of(std::uint32_t label) const {
  return std::span{left_}.subspan(label * words_, words_);
}

void DifferentSearch::push(const PathLabel& label) {
  const auto index = static_cast<std::uint32_t>(labels_.size());
  const Label& rest = to_target()[label.state];
  queue_.push({label.weight + rest.distance, label.arcs + rest.hops, index});
  labels_.push_back(label);
  left_.insert(left_.end(), next_.begin(), next_.end());
}

Path DifferentSearch::path_of(std::uint32_t label) const {
  Path path;
  path.found = true;
  path.weight = labels_[label].weight;
  for (; labels_[label].parent != none; label = labels_[label].parent) {
    path.arcs.push_back(labels_[label].arc);
    const StateIndex before = labels_[labels_[label].parent].state;
    path.stage.push_back(static_cast<std::uint32_t>(stages_.stage_of(before)));
  }
  std::ranges::reverse(path.arcs);
  std::ranges::reverse(path.stage);
  return path;
}

}  // namespace corridor::detail
