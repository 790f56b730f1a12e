#include "route/pareto_core.hpp"

#include <algorithm>

namespace corridor::detail {

namespace {

constexpr std::uint32_t outside = UINT32_MAX;

}  // namespace

template <class W>
bool CoreSearch<W>::run(const TwoSpace<W>& space) {
  for (const StateIndex state : core_.state) index_[state] = outside;
  core_.state.clear();
  index_.resize(space.stages().state_count(), outside);
  const StateIndex start = space.stages().start();
  search_to_start(space, 0);
  if (!back_[0].has_reached(start)) return false;
  search_to_start(space, 1);
  for (const std::size_t i : {0U, 1U}) {
    core_.least[i] = back_[i].cost(start);
    most_[i] = back_[1 - i].other_cost(start);
    core_.range[i] = most_[i] - core_.least[i];
  }
  search_between(space, 0, [](StateIndex) { return true; });
  search_between(space, 1, [this](StateIndex state) { return is_inside(state, 0); });
  number_states(space);
  return true;
}

template <class W>
void CoreSearch<W>::search_to_start(const TwoSpace<W>& space, std::size_t objective) {
  const StateIndex start = space.stages().start();
  Backward& back = back_[objective];
  back.start(space, space.stages().target(), space.largest(objective));
  back.run(
      space, {0, unreached<W> - 1}, [&] { return back.cost(start); },
      [](StateIndex) { return W{0}; }, [](StateIndex) { return true; });
}

/// Labels by an objective, both ways, the states through which a path can keep to the limit.
template <class W>
template <class Inside>
void CoreSearch<W>::search_between(const TwoSpace<W>& space, std::size_t objective,
                                   const Inside& inside) {
  Backward& back = back_[objective];
  Forward& ahead = ahead_[objective];
  const W least = core_.least[objective];
  const W range = core_.range[objective];
  const W most = most_[objective];
  // What the backward search has not finished is as far from the target as the start, or farther.
  ahead.start(space, space.stages().start(), range);
  ahead.run(
      space, {least, range}, [&] { return range; },
      [&](StateIndex state) {
        return inside(state) ? std::min(back.cost(state), least) : unreached<W>;
      },
      [](StateIndex) { return true; });
  back.run(
      space, {0, most}, [&] { return most; },
      [&](StateIndex state) { return inside(state) ? W{0} : unreached<W>; },
      [&](StateIndex state) {
        return ahead.has_reached(state) && ahead.cost(state) + back.cost(state) <= most;
      });
}

template <class W>
bool CoreSearch<W>::is_inside(StateIndex state, std::size_t objective) const {
  return ahead_[objective].has_reached(state) && back_[objective].has_reached(state) &&
         ahead_[objective].cost(state) + back_[objective].cost(state) <= most_[objective];
}

template <class W>
void CoreSearch<W>::number_states(const TwoSpace<W>& space) {
  for (const StateIndex state : ahead_[1].touched()) {
    if (!is_inside(state, 0) || !is_inside(state, 1)) continue;
    core_.state.push_back(state);
  }
  std::sort(core_.state.begin(), core_.state.end());
  for (std::uint32_t i = 0; i < core_.size(); ++i) index_[core_.state[i]] = i;
  core_.start = index_[space.stages().start()];
  core_.target = index_[space.stages().target()];
  core_.first.clear();
  core_.arcs.clear();
  core_.ways.clear();
  for (const StateIndex state : core_.state) {
    core_.first.push_back(static_cast<std::uint32_t>(core_.arcs.size()));
    add_arcs(space, state);
    core_.ways.push_back(ways_of(state));
  }
  core_.first.push_back(static_cast<std::uint32_t>(core_.arcs.size()));
  reverse_arcs();
}

template <class W>
void CoreSearch<W>::add_arcs(const TwoSpace<W>& space, StateIndex state) {
  space.template expand<Direction::forward>(state, [&](StateIndex next, const auto& arc) {
    if (index_[next] == outside) return;
    Pair<W> excess;
    for (const std::size_t i : {0U, 1U}) {
      excess[i] = arc.cost[i] + back_[i].cost(next) - back_[i].cost(state);
      if (ahead_[i].cost(state) + back_[i].cost(state) + excess[i] > most_[i]) return;
    }
    core_.arcs.push_back({index_[next], arc.id, excess});
  });
}

template <class W>
typename TwoCore<W>::Ways CoreSearch<W>::ways_of(StateIndex state) const {
  typename TwoCore<W>::Ways ways;
  for (const std::size_t i : {0U, 1U}) {
    const std::size_t j = 1 - i;
    ways.from_start[i][i] = ahead_[i].cost(state) + back_[i].cost(state) - core_.least[i];
    ways.from_start[i][j] = ahead_[i].other_cost(state) + back_[j].cost(state) - core_.least[j];
    ways.to_target[i][i] = 0;
    ways.to_target[i][j] = back_[i].other_cost(state) - back_[j].cost(state);
  }
  return ways;
}

template <class W>
void CoreSearch<W>::reverse_arcs() {
  core_.first_in.assign(core_.size() + 1, 0);
  for (const auto& arc : core_.arcs) ++core_.first_in[arc.end + 1];
  for (std::size_t i = 0; i < core_.size(); ++i) core_.first_in[i + 1] += core_.first_in[i];
  core_.arcs_in.resize(core_.arcs.size());
  std::vector<std::uint32_t> at(core_.first_in.begin(), core_.first_in.end() - 1);
  for (std::uint32_t tail = 0; tail < core_.size(); ++tail) {
    for (const auto& arc : core_.out(tail))
      core_.arcs_in[at[arc.end]++] = {tail, arc.id, arc.excess};
  }
}

template class CoreSearch<std::uint32_t>;
template class CoreSearch<std::uint64_t>;

}  // namespace corridor::detail
