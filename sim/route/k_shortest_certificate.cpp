#include "corridor/route/k_shortest_certificate.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "route/certificate_parts.hpp"
#include "route/certificate_search.hpp"
#include "route/certificate_states.hpp"

namespace corridor {

namespace {

using States = detail::CertificateStates;
using State = States::State;
using Step = States::Step;

/// Whether a path that leaves the given ones weighs less than they do.
class Omissions {
 public:
  Omissions(const States& states, std::span<const Path> paths, Weight limit)
      : states_{states},
        paths_{paths},
        limit_{limit},
        passed_(states.count(), 0),
        search_{states} {}

  bool found() { return found_beyond({0, paths_.size()}, 0, states_.start(), 0); }
  std::size_t sets_searched() const { return sets_searched_; }

 private:
  using Range = std::pair<std::size_t, std::size_t>;

  static Step step_of(const Path& path, std::size_t depth) {
    return {path.arcs[depth], path.stage[depth]};
  }

  /// Of the paths in `range`, sorted by steps, which begin with the same `depth` steps and weigh
  /// `so_far` up to `state`.
  bool found_beyond(Range range, std::size_t depth, State state, Weight so_far) {
    if (state == states_.target()) return false;
    passed_[state] = 1;
    bool found = leaves_for_less(range, depth, state, so_far);
    for (std::size_t i = range.first; i < range.second && !found;) {
      std::size_t end = i;
      const Step step = step_of(paths_[i], depth);
      while (end < range.second && step_of(paths_[end], depth) == step) ++end;
      states_.for_steps(state, [&](const Step& out, State next, Weight weight) {
        if (out == step && !found) found = found_beyond({i, end}, depth + 1, next, so_far + weight);
      });
      i = end;
    }
    passed_[state] = 0;
    return found;
  }

  /// Whether a path that goes on from `state` by no step of those in `range` stays below the limit.
  bool leaves_for_less(Range range, std::size_t depth, State state, Weight so_far) {
    ++sets_searched_;
    const auto is_new = [&](const Step& /*step*/, State next) { return passed_[next] == 0; };
    search_.restart(limit_);
    states_.for_steps(state, [&](const Step& step, State next, Weight weight) {
      for (std::size_t i = range.first; i < range.second; ++i) {
        if (step_of(paths_[i], depth) == step) return;
      }
      if (is_new(step, next)) search_.reach(next, so_far + weight, state, step);
    });
    return search_.reaches_target(is_new);
  }

  const States& states_;
  std::span<const Path> paths_;
  Weight limit_;  // paths of this weight or more are none of ours
  std::vector<char> passed_;
  detail::CertificateSearch search_;
  std::size_t sets_searched_ = 0;
};

bool is_loopless(const Graph& graph, const PathQuery& query, const Path& path) {
  std::set<std::pair<VertexId, std::size_t>> passed{
      {query.from, detail::stage_at(query, query.from, 0)}};
  std::size_t stage = passed.begin()->second;
  for (const ArcId arc : path.arcs) {
    stage = detail::stage_at(query, graph.head(arc), stage);
    if (!passed.insert({graph.head(arc), stage}).second) return false;
  }
  return true;
}

bool by_steps(const Path& a, const Path& b) {
  return a.arcs != b.arcs ? a.arcs < b.arcs : a.stage < b.stage;
}

}  // namespace

LooplessCertificate certify(const Graph& graph, std::span<const Weight> weight,
                            const PathQuery& query, std::span<const Path> paths, std::size_t k) {
  LooplessCertificate certificate;
  certificate.sound = paths.size() <= k && std::ranges::all_of(paths, [&](const Path& path) {
                        const detail::Walk walk = detail::walk(graph, weight, query, path);
                        return path.found && walk.connected && walk.open && walk.weight_agrees;
                      });
  if (!certificate.sound) return certificate;
  certificate.loopless =
      std::ranges::all_of(paths, [&](const Path& path) { return is_loopless(graph, query, path); });
  certificate.ordered = std::ranges::is_sorted(paths, {}, &Path::weight);
  std::vector<Path> sorted{paths.begin(), paths.end()};
  std::ranges::sort(sorted, by_steps);
  certificate.different = std::ranges::adjacent_find(sorted, [](const Path& a, const Path& b) {
                            return !by_steps(a, b);
                          }) == sorted.end();
  if (!certificate.loopless || !certificate.different) return certificate;
  const States states{graph, weight, query};
  const Weight limit = paths.size() < k || paths.empty() ? infinite_weight : paths.back().weight;
  Omissions omissions{states, sorted, limit};
  certificate.none_missing = k == 0 || !omissions.found();
  certificate.sets_searched = omissions.sets_searched();
  return certificate;
}

}  // namespace corridor
