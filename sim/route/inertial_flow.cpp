#include "route/inertial_flow.hpp"

#include <algorithm>

namespace corridor::detail {

namespace {

constexpr std::uint32_t most_compared = 8;  // neighbours, for the one farthest ahead

}  // namespace

void DisjointPaths::start(const SimpleGraph& graph, std::span<const std::int32_t> ahead) {
  graph_ = &graph;
  ahead_ = ahead;
  end_.assign(graph.size(), End::none);
  before_.assign(graph.size(), nowhere);
  after_.assign(graph.size(), nowhere);
  reached_.assign(2 * graph.size(), 0);
  leads_.assign(2 * graph.size(), 0);
  next_.resize(graph.size());
  sources_.clear();
  targets_.clear();
  paths_ = 0;
  round_ = backward_round_ = 1;
}

void DisjointPaths::add_source(std::uint32_t vertex) {
  end_[vertex] = End::source;
  sources_.push_back(vertex);
}

// Where sources have led already, a walk to the new target can only be found in a new round.
void DisjointPaths::add_target(std::uint32_t vertex) {
  if (reached_[departure(vertex)] >= round_) ++round_;
  end_[vertex] = End::target;
  targets_.push_back(vertex);
}

/// Takes those out of a set whose neighbours are all in it: no walk need start or end there. One
/// that a path comes over stays, because a walk may leave it against the path.
void DisjointPaths::retire_inner(std::vector<std::uint32_t>& set,
                                 std::vector<std::uint32_t>& marks) {
  std::size_t kept = 0;
  for (const std::uint32_t v : set) {
    const auto near = graph_->neighbours(v);
    const bool is_inner =
        !on_path(v) &&
        std::all_of(near.begin(), near.end(), [&](std::uint32_t w) { return end_[w] == end_[v]; });
    if (is_inner) {
      marks[arrival(v)] = marks[departure(v)] = always;
    } else {
      set[kept++] = v;
    }
  }
  set.resize(kept);
}

void DisjointPaths::enter(State state) {
  reached_[state] = round_;
  if (is_arrival(state)) return;
  const std::uint32_t v = vertex_of(state);
  next_[v] = graph_->first[v];
}

/// The neighbour that a walk goes on to, not yet arrived at; `nowhere` if there is none.
std::uint32_t DisjointPaths::next_neighbour(std::uint32_t v) {
  const std::uint32_t end = graph_->first[v + 1];
  if (end - graph_->first[v] > most_compared) {
    for (; next_[v] < end; ++next_[v])
      if (reached_[arrival(graph_->head[next_[v]])] < round_) return graph_->head[next_[v]];
    return nowhere;
  }
  std::uint32_t best = nowhere;
  for (const std::uint32_t w : graph_->neighbours(v))
    if (reached_[arrival(w)] < round_ && (best == nowhere || ahead_[w] > ahead_[best])) best = w;
  return best;
}

/// A state not yet reached in this round to which a walk can go on; the state itself if there is
/// none.
DisjointPaths::State DisjointPaths::next_state(State state) {
  const std::uint32_t v = vertex_of(state);
  State next = state;
  if (!is_arrival(state)) {
    const std::uint32_t w = next_neighbour(v);
    if (w != nowhere) return arrival(w);
    if (on_path(v)) next = arrival(v);
  } else if (!on_path(v)) {
    next = departure(v);
  } else if (before_[v] != outside) {
    next = departure(before_[v]);
  }
  return reached_[next] < round_ ? next : state;
}

/// Walks from a source to a target, stepping back from dead ends. The walk is left in found_.
bool DisjointPaths::walk(State from) {
  found_.assign(1, from);
  while (!found_.empty()) {
    const State state = found_.back();
    if (!is_arrival(state) && end_[vertex_of(state)] == End::target) return true;
    const State next = next_state(state);
    if (next == state) {
      found_.pop_back();
    } else {
      enter(next);
      found_.push_back(next);
    }
  }
  return false;
}

void DisjointPaths::add_found_path() {
  before_[vertex_of(found_.front())] = outside;
  for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
    if (is_arrival(found_[i])) continue;
    const std::uint32_t v = vertex_of(found_[i]);
    const std::uint32_t w = vertex_of(found_[i + 1]);
    if (v == w) {  // the path over v gives way: others join what came before it and what followed
      before_[v] = after_[v] = nowhere;
    } else {
      after_[v] = w;
      before_[w] = v;
    }
  }
  after_[vertex_of(found_.back())] = outside;
  ++paths_;
}

/// Tries the sources that this round has not tried yet; whether that found paths.
bool DisjointPaths::find_paths() {
  const std::size_t paths_before = paths_;
  queue_.clear();
  for (const std::uint32_t v : sources_) {  // all are marked before the first walk could enter one
    if (reached_[arrival(v)] >= round_) continue;
    enter(arrival(v));
    queue_.push_back(v);
  }
  for (const std::uint32_t v : queue_) {
    const bool starts_a_path = before_[v] == outside;
    if (!starts_a_path && walk(arrival(v))) add_found_path();
  }
  return paths_ > paths_before;
}

std::size_t DisjointPaths::maximise(std::size_t limit) {
  retire_inner(sources_, reached_);
  retire_inner(targets_, leads_);
  const std::size_t paths_before = paths_;
  while (find_paths()) {
    if (paths_ > limit) return paths_;
    ++round_;
  }
  if (paths_ != paths_before) ++backward_round_;
  search_back();
  return paths_;
}

void DisjointPaths::lead(State state) {
  if (leads_[state] >= backward_round_) return;
  leads_[state] = backward_round_;
  queue_.push_back(state);
}

/// Reaches back from the targets to all states that lead to them.
void DisjointPaths::search_back() {
  queue_.clear();
  for (const std::uint32_t v : targets_) lead(departure(v));
  for (std::size_t next = 0; next < queue_.size();) {  // which grows on the way
    const State state = queue_[next++];
    const std::uint32_t v = vertex_of(state);
    if (is_arrival(state)) {
      for (const std::uint32_t u : graph_->neighbours(v)) lead(departure(u));
      if (on_path(v)) lead(departure(v));
    } else if (!on_path(v)) {
      lead(arrival(v));
    } else if (after_[v] != outside) {
      lead(arrival(after_[v]));
    }
  }
}

}  // namespace corridor::detail
