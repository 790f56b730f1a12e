#include "route/inertial_flow.hpp"

namespace corridor::detail {

namespace {

constexpr std::uint32_t vertex_of(std::uint32_t state) { return state / 2; }
constexpr std::uint32_t arrival(std::uint32_t vertex) { return 2 * vertex; }
constexpr std::uint32_t departure(std::uint32_t vertex) { return 2 * vertex + 1; }
constexpr bool is_arrival(std::uint32_t state) { return state % 2 == 0; }

}  // namespace

void DisjointPaths::start(const SimpleGraph& graph) {
  graph_ = &graph;
  end_.assign(graph.size(), End::none);
  before_.assign(graph.size(), nowhere);
  after_.assign(graph.size(), nowhere);
  sources_.clear();
  targets_.clear();
  paths_ = 0;
}

// A path that came to the new source from elsewhere starts at it from now on.
void DisjointPaths::add_source(std::uint32_t vertex) {
  end_[vertex] = End::source;
  sources_.push_back(vertex);
  if (!on_path(vertex)) return;
  std::uint32_t v = before_[vertex];
  before_[vertex] = outside;
  while (v != outside) {
    const std::uint32_t earlier = before_[v];
    before_[v] = after_[v] = nowhere;
    v = earlier;
  }
}

void DisjointPaths::add_target(std::uint32_t vertex) {
  end_[vertex] = End::target;
  targets_.push_back(vertex);
  if (!on_path(vertex)) return;
  std::uint32_t v = after_[vertex];
  after_[vertex] = outside;
  while (v != outside) {
    const std::uint32_t later = after_[v];
    before_[v] = after_[v] = nowhere;
    v = later;
  }
}

void DisjointPaths::see(State state, std::uint32_t level) {
  if (level_[state] != unseen) return;
  level_[state] = level;
  queue_.push_back(state);
}

/// Labels states with the steps left to a target, as far as the nearest source that has a step to
/// take; false if there is none, and then all states that lead to a target have been labelled.
bool DisjointPaths::label() {
  level_.assign(2 * graph_->size(), unseen);
  queue_.clear();
  for (const std::uint32_t v : targets_) see(departure(v), 0);
  std::uint32_t last = unseen;
  for (std::size_t i = 0; i < queue_.size(); ++i) {
    const State state = queue_[i];
    const std::uint32_t v = vertex_of(state);
    const std::uint32_t level = level_[state] + 1;
    if (level > last) break;
    if (is_arrival(state)) {
      if (end_[v] == End::source && before_[v] == nowhere) last = level - 1;
      for (const std::uint32_t u : graph_->neighbours(v)) see(departure(u), level);
      if (on_path(v)) see(departure(v), level);
    } else if (!on_path(v)) {
      see(arrival(v), level);
    } else if (after_[v] != outside) {
      see(arrival(after_[v]), level);
    }
  }
  return last != unseen;
}

/// The next step nearer to a target, or the state itself if there is none.
DisjointPaths::State DisjointPaths::next_state(State state) {
  const std::uint32_t v = vertex_of(state);
  const std::uint32_t wanted = level_[state] - 1;
  if (is_arrival(state)) {
    State next = departure(v);
    if (on_path(v)) {
      if (before_[v] == outside) return state;
      next = departure(before_[v]);
    }
    return level_[next] == wanted ? next : state;
  }
  for (; next_[v] < graph_->first[v + 1]; ++next_[v]) {
    const std::uint32_t w = graph_->head[next_[v]];
    if (level_[arrival(w)] == wanted && end_[w] != End::source) return arrival(w);
  }
  return on_path(v) && level_[arrival(v)] == wanted ? arrival(v) : state;
}

/// Walks down the levels from a source to a target, stepping back from dead ends, which are
/// forgotten. The walk is left in found_.
bool DisjointPaths::advance(State from) {
  found_.assign(1, from);
  while (!found_.empty()) {
    const State state = found_.back();
    if (level_[state] == 0) return true;
    const State next = next_state(state);
    if (next != state) {
      found_.push_back(next);
      continue;
    }
    level_[state] = unseen;
    found_.pop_back();
  }
  return false;
}

void DisjointPaths::add_found_path() {
  before_[vertex_of(found_.front())] = outside;
  for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
    const std::uint32_t v = vertex_of(found_[i]);
    const std::uint32_t w = vertex_of(found_[i + 1]);
    if (!is_arrival(found_[i])) {
      if (v != w) {  // on to another vertex
        after_[v] = w;
        before_[w] = v;
      } else {  // the path over v gives way: it is joined before and after by others
        before_[v] = after_[v] = nowhere;
      }
    }
  }
  after_[vertex_of(found_.back())] = outside;
  for (const State state : found_) level_[state] = unseen;
  ++paths_;
}

std::size_t DisjointPaths::maximise(std::size_t limit) {
  while (paths_ <= limit && label()) {
    next_.assign(graph_->first.begin(), graph_->first.end());
    for (const std::uint32_t v : sources_) {
      const bool may_start = before_[v] == nowhere && level_[arrival(v)] != unseen;
      if (may_start && advance(arrival(v))) add_found_path();
    }
  }
  return paths_;
}

void DisjointPaths::find_source_side() {
  from_source_.assign(2 * graph_->size(), 0);
  queue_.clear();
  const auto reach = [&](State state) {
    if (from_source_[state] != 0) return;
    from_source_[state] = 1;
    queue_.push_back(state);
  };
  for (const std::uint32_t v : sources_) reach(arrival(v));
  for (std::size_t i = 0; i < queue_.size(); ++i) {
    const std::uint32_t v = vertex_of(queue_[i]);
    if (!is_arrival(queue_[i])) {
      for (const std::uint32_t w : graph_->neighbours(v)) reach(arrival(w));
      if (on_path(v)) reach(arrival(v));
    } else if (!on_path(v)) {
      reach(departure(v));
    } else if (before_[v] != outside) {
      reach(departure(before_[v]));
    }
  }
}

}  // namespace corridor::detail
