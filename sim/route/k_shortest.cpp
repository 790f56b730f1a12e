#include "corridor/route/k_shortest.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "route/ending_tree.hpp"
#include "route/k_shortest_sets.hpp"
#include "route/search.hpp"
#include "route/space.hpp"

namespace corridor {

using detail::BesideEnding;
using detail::Candidate;
using detail::EndingTree;
using detail::Marks;
using detail::Step;

class LooplessPaths::Enumeration {
 public:
  explicit Enumeration(const Graph& graph) : graph_{graph}, beginnings_{0}, spur_{0} {}

  void ask(std::span<const Weight> weight, const PathQuery& query);
  Weight bound() const {
    return candidates_.empty() ? infinite_weight : candidates_.front().weight;
  }
  Path next();

 private:
  const std::vector<Label>& from_start() const { return beginnings_.labels(); }
  Weight weight_of(ArcId arc) const { return weight_[arc.index()]; }
  Step by_tree(StateIndex state) const {
    const Label& label = from_start()[state];
    return {label.parent, label.parent_state};
  }

  void mark_ending(EndingTree::Node node);
  bool runs_into_ending(const Candidate& candidate) const;
  void add_best_beside(EndingTree::Node node);
  void search_beside(EndingTree::Node node);
  void add_steps(const BesideEnding& space);
  void mark_ways_to_start(const BesideEnding& space);
  bool is_tight(Step step, StateIndex after) const;
  Path accept(const Candidate& candidate);
  EndingTree::Node grow(const Candidate& candidate);

  void push(const Candidate& candidate);
  Candidate pop();

  const Graph& graph_;
  std::span<const Weight> weight_;
  std::optional<Stages> stages_;
  Search beginnings_;  // from the start to all states
  Search spur_;        // from an ending back to the start
  EndingTree endings_;
  std::vector<Candidate> candidates_;  // a heap, the best on top
  std::vector<Step> rests_;            // of candidates, up to the start
  Marks on_ending_;
  Marks leads_to_start_;
  std::vector<StateIndex> waiting_;
};

void LooplessPaths::Enumeration::ask(std::span<const Weight> weight, const PathQuery& query) {
  weight_ = weight;
  stages_.emplace(graph_, query);
  const std::size_t states = stages_->state_count();
  for (Search* search : {&beginnings_, &spur_}) {
    if (search->labels().size() < states) *search = Search{states};
  }
  on_ending_.resize(states);
  leads_to_start_.resize(states);
  candidates_.clear();
  rests_.clear();
  if (query.via.empty()) {
    beginnings_.run(Forward{graph_}, weight, stages_->start(), Search::no_target);
  } else {
    beginnings_.run(StagedForward{graph_, *stages_}, weight, stages_->start(), Search::no_target);
  }
  endings_.clear(stages_->target());
  if (stages_->start() == stages_->target()) {
    const Step nothing{ArcId{}, stages_->start()};
    candidates_.push_back({0, 0, EndingTree::root, nothing, Candidate::by_tree});
    return;
  }
  mark_ending(EndingTree::root);
  add_best_beside(EndingTree::root);
}

Path LooplessPaths::Enumeration::next() {
  while (!candidates_.empty()) {
    const Candidate candidate = pop();
    mark_ending(candidate.node);
    if (candidate.first_rest != Candidate::by_tree || !runs_into_ending(candidate)) {
      return accept(candidate);
    }
    search_beside(candidate.node);
  }
  return {};
}

void LooplessPaths::Enumeration::mark_ending(EndingTree::Node node) {
  on_ending_.clear();
  for (; node != EndingTree::none; node = endings_.parent(node)) {
    on_ending_.add(endings_.state(node));
  }
}

bool LooplessPaths::Enumeration::runs_into_ending(const Candidate& candidate) const {
  for (StateIndex state = candidate.step.state; state != stages_->start();
       state = by_tree(state).state) {
    if (on_ending_.contains(state)) return true;
  }
  return false;
}

/// The ending must be marked.
void LooplessPaths::Enumeration::add_best_beside(EndingTree::Node node) {
  const Weight weight = endings_.weight(node);
  const std::uint32_t arcs = endings_.arcs(node) + 1;
  Candidate best;
  const BesideEnding space{{graph_, *stages_}, on_ending_, endings_, node};
  space.expand(endings_.state(node), [&](ArcId arc, StateIndex before) {
    const Label& label = from_start()[before];
    if (label.distance >= infinite_weight || weight_of(arc) >= infinite_weight) return;
    const Weight all = weight + weight_of(arc) + label.distance;
    if (all > best.weight || (all == best.weight && arcs + label.hops >= best.arcs)) return;
    best = {all, arcs + label.hops, node, {arc, before}, Candidate::by_tree};
  });
  if (best.weight < infinite_weight) push(best);
}

void LooplessPaths::Enumeration::search_beside(EndingTree::Node node) {
  const BesideEnding space{{graph_, *stages_}, on_ending_, endings_, node};
  spur_.run(space, weight_, endings_.state(node), stages_->start(), ExactRemainder{from_start()});
  const Label& start = spur_.labels()[stages_->start()];
  if (start.distance >= infinite_weight) return;
  const Weight weight = endings_.weight(node) + start.distance;
  if (weight >= infinite_weight) return;
  const auto first_rest = static_cast<std::uint32_t>(rests_.size());
  add_steps(space);
  push({weight, endings_.arcs(node) + start.hops, node, rests_[first_rest], first_rest});
}

/// Whether a step belongs to a cheapest way from the spur to the state before it.
bool LooplessPaths::Enumeration::is_tight(Step step, StateIndex after) const {
  const Label& from = spur_.labels()[after];
  const Label& to = spur_.labels()[step.state];
  return from.distance < infinite_weight && weight_of(step.arc) < infinite_weight &&
         from.distance + weight_of(step.arc) == to.distance && from.hops + 1 == to.hops;
}

/// Of all cheapest ways that the search has found, the lowest step at each turn.
void LooplessPaths::Enumeration::add_steps(const BesideEnding& space) {
  mark_ways_to_start(space);
  for (StateIndex state = endings_.state(space.node); state != stages_->start();) {
    Step lowest;
    space.expand(state, [&](ArcId arc, StateIndex before) {
      const Step step{arc, before};
      if (leads_to_start_.contains(before) && is_tight(step, state)) {
        lowest = std::min(lowest, step);
      }
    });
    rests_.push_back(lowest);
    state = lowest.state;
  }
}

void LooplessPaths::Enumeration::mark_ways_to_start(const BesideEnding& space) {
  leads_to_start_.clear();
  leads_to_start_.add(stages_->start());
  waiting_.assign(1, stages_->start());
  const StateIndex spur = endings_.state(space.node);
  while (!waiting_.empty()) {
    const StateIndex before = waiting_.back();
    waiting_.pop_back();
    StagedForward{graph_, *stages_}.expand(before, [&](ArcId arc, StateIndex after) {
      const Step step{arc, before};
      if (leads_to_start_.contains(after) || !is_tight(step, after)) return;
      if (after == spur && endings_.has_child(space.node, step)) return;
      leads_to_start_.add(after);
      waiting_.push_back(after);
    });
  }
}

/// The path's ending becomes part of the tree of endings, and each set of paths that leave it
/// beyond where it left the tree itself gets a candidate.
Path LooplessPaths::Enumeration::accept(const Candidate& candidate) {
  Path path;
  path.found = true;
  path.weight = candidate.weight;
  path.arcs.reserve(candidate.arcs);
  path.stage.reserve(candidate.arcs);
  for (EndingTree::Node node = grow(candidate); node != EndingTree::root;
       node = endings_.parent(node)) {
    const Step step = endings_.step(node);
    path.arcs.push_back(step.arc);
    path.stage.push_back(static_cast<std::uint32_t>(stages_->stage_of(step.state)));
  }
  return path;
}

EndingTree::Node LooplessPaths::Enumeration::grow(const Candidate& candidate) {
  EndingTree::Node node = candidate.node;
  Step step = candidate.step;
  for (std::uint32_t rest = candidate.first_rest; endings_.state(node) != stages_->start();) {
    const EndingTree::Node longer = endings_.add(node, step, weight_of(step.arc));
    add_best_beside(node);
    on_ending_.add(step.state);
    node = longer;
    if (step.state == stages_->start()) break;
    step = rest == Candidate::by_tree ? by_tree(step.state) : rests_[++rest];
  }
  return node;
}

void LooplessPaths::Enumeration::push(const Candidate& candidate) {
  candidates_.push_back(candidate);
  std::ranges::push_heap(candidates_, [&](const Candidate& a, const Candidate& b) {
    return b.is_better_than(a, endings_);
  });
}

Candidate LooplessPaths::Enumeration::pop() {
  std::ranges::pop_heap(candidates_, [&](const Candidate& a, const Candidate& b) {
    return b.is_better_than(a, endings_);
  });
  const Candidate best = candidates_.back();
  candidates_.pop_back();
  return best;
}

LooplessPaths::LooplessPaths(const Graph& graph)
    : enumeration_{std::make_unique<Enumeration>(graph)} {}
LooplessPaths::~LooplessPaths() = default;
LooplessPaths::LooplessPaths(LooplessPaths&& other) noexcept = default;
LooplessPaths& LooplessPaths::operator=(LooplessPaths&& other) noexcept = default;

void LooplessPaths::ask(std::span<const Weight> weight, const PathQuery& query) {
  enumeration_->ask(weight, query);
}
Weight LooplessPaths::bound() const { return enumeration_->bound(); }
Path LooplessPaths::next() { return enumeration_->next(); }

std::vector<Path> k_shortest_paths(const Graph& graph, std::span<const Weight> weight,
                                   const PathQuery& query, std::size_t k) {
  LooplessPaths enumeration{graph};
  enumeration.ask(weight, query);
  std::vector<Path> paths;
  while (paths.size() < k) {
    Path path = enumeration.next();
    if (!path.found) break;
    paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace corridor
