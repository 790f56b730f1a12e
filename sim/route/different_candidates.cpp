#include "route/different_candidates.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

#include "route/search.hpp"
#include "route/space.hpp"

namespace corridor::detail {

namespace {

/// The path in both trees by way of a state; not found if it passes a state twice.
Path path_by_way(const Stages& stages, const std::vector<Label>& from_start,
                 const std::vector<Label>& to_target, StateIndex way) {
  Path path;
  std::vector<StateIndex> states{way};
  const auto add = [&](ArcId arc, StateIndex tail) {
    path.arcs.push_back(arc);
    path.stage.push_back(static_cast<std::uint32_t>(stages.stage_of(tail)));
  };
  for (StateIndex state = way; state != stages.start(); state = from_start[state].parent_state) {
    add(from_start[state].parent, from_start[state].parent_state);
    states.push_back(from_start[state].parent_state);
  }
  std::ranges::reverse(path.arcs);
  std::ranges::reverse(path.stage);
  for (StateIndex state = way; state != stages.target(); state = to_target[state].parent_state) {
    add(to_target[state].parent, state);
    states.push_back(to_target[state].parent_state);
  }
  std::ranges::sort(states);
  path.found = std::ranges::adjacent_find(states) == states.end();
  path.weight = from_start[way].distance + to_target[way].distance;
  return path;
}

bool differs(const CandidateQuestion& question, const Path& path) {
  return std::ranges::all_of(
      question.earlier, [&](const Pieces& pieces) { return pieces.are_avoided_by(path.arcs); });
}

}  // namespace

Path best_by_way(const CandidateQuestion& question) {
  const Stages stages{question.graph, question.query};
  Search forward{stages.state_count()};
  forward.run(StagedForward{question.graph, stages}, question.weight, stages.start(),
              Search::no_target);
  Search backward{stages.state_count()};
  backward.run(StagedBackward{question.graph, stages}, question.weight, stages.target(),
               Search::no_target);
  const std::vector<Label>& from_start = forward.labels();
  const std::vector<Label>& to_target = backward.labels();

  std::vector<std::tuple<Weight, std::uint32_t, StateIndex>> ways;
  for (StateIndex state = 0; state < stages.state_count(); ++state) {
    const Weight weight = from_start[state].distance + to_target[state].distance;
    if (from_start[state].distance >= infinite_weight || weight > question.most) continue;
    ways.emplace_back(weight, from_start[state].hops + to_target[state].hops, state);
  }
  std::ranges::sort(ways);
  for (const auto& [weight, arcs, state] : ways) {
    Path path = path_by_way(stages, from_start, to_target, state);
    if (path.found && differs(question, path)) return path;
  }
  return {};
}

Path best_without_a_piece(const CandidateQuestion& question) {
  Path best;
  for (const Pieces& pieces : question.earlier) {
    for (Path& path :
         replacement_paths(question.graph, question.weight, question.query, pieces.arcs())) {
      if (!path.found || path.weight > question.most || path.weight >= best.weight) continue;
      if (differs(question, path)) best = std::move(path);
    }
  }
  return best;
}

}  // namespace corridor::detail
