#include "flow/path_flows.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace corridor::detail {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Steps of Newton's method on one visit; what is left waits for the next.
constexpr int most_steps = 20;
/// Of the costs of two paths: differences within this may be rounding.
constexpr double rounding = 1e-15;
/// A swap is done when no more than this share of the difference is left.
constexpr double left = 1e-3;

}  // namespace

PathFlows::PathFlows(const AssignmentProblem& problem)
    : problem_{&problem},
      in_problem_(problem.network->graph->arc_count(), none),
      state_(problem.arc_count()),
      time_(problem.arc_count()),
      seen_(problem.arc_count(), 0) {
  for (Index arc = 0; arc < problem.arc_count(); ++arc) {
    in_problem_[problem.id[arc].index()] = arc;
    set_volume(arc, 0);
  }
  for (std::uint32_t k = 0; k < problem.classes.size(); ++k) {
    const ProblemClass& of = problem.classes[k];
    for (const ProblemOrigin& origin : of.origins) {
      for (std::uint32_t i = origin.first; i < origin.last; ++i) {
        pairs_.push_back({k,
                          problem.vertex[origin.vertex],
                          problem.vertex[of.pairs[i].to],
                          of.pairs[i].volume,
                          {}});
      }
    }
  }
}

void PathFlows::set_volume(Index arc, double volume) {
  const TimeAndSlope now = problem_->delays.at(arc, volume > 0 ? volume : 0);
  state_[arc] = {volume, now.slope};
  time_[arc] = now.time;
}

void PathFlows::costs(std::uint32_t of_class, std::vector<double>& by_arc) const {
  by_arc.assign(in_problem_.size(), infinite);
  const std::vector<double>& fixed = problem_->classes[of_class].fixed;
  for (Index arc = 0; arc < time_.size(); ++arc) {
    by_arc[problem_->id[arc].index()] = time_[arc] + (fixed.empty() ? 0 : fixed[arc]);
  }
}

PathFlows::Index PathFlows::add(std::size_t pair, std::span<const ArcId> arcs) {
  Path path{arcs_.size(), slow_.size(), static_cast<std::uint32_t>(arcs.size()), 0, 0, 0};
  const std::vector<double>& fixed = problem_->classes[pairs_[pair].of_class].fixed;
  for (const ArcId each : arcs) {
    const Index arc = in_problem_[each.index()];
    arcs_.push_back(arc);
    path.constant += fixed.empty() ? 0 : fixed[arc];
    if (problem_->delays.is_constant(arc)) {
      path.constant += time_[arc];
    } else {
      slow_.push_back(arc);
      ++path.slow_count;
    }
  }
  const auto is_known = [&](Index known) {
    const auto of = this->arcs(paths_[known]);
    return std::equal(of.begin(), of.end(), arcs_.begin() + static_cast<std::ptrdiff_t>(path.first),
                      arcs_.end());
  };
  std::vector<Index>& all = pairs_[pair].paths;
  if (const auto known = std::find_if(all.begin(), all.end(), is_known); known != all.end()) {
    arcs_.resize(path.first);
    slow_.resize(path.first_slow);
    return *known;
  }
  all.push_back(static_cast<Index>(paths_.size()));
  paths_.push_back(path);
  return all.back();
}

void PathFlows::load(Index path, double flow) {
  paths_[path].flow += flow;
  for (const Index arc : arcs(paths_[path])) set_volume(arc, state_[arc].volume + flow);
}

void PathFlows::add_up() {
  std::vector<double> volume(time_.size(), 0);
  for (const Path& path : paths_) {
    if (path.flow == 0) continue;
    for (const Index arc : arcs(path)) volume[arc] += path.flow;
  }
  for (Index arc = 0; arc < volume.size(); ++arc) {
    if (volume[arc] != state_[arc].volume) set_volume(arc, volume[arc]);
  }
}

/// Lists the arcs that only one of two paths has; those that take no time of their own are left
/// out.
void PathFlows::list_difference(Index from, Index to) {
  stamp_ += 2;
  leaving_.clear();
  joining_.clear();
  for (const Index arc : slow(paths_[to])) seen_[arc] = stamp_;
  for (const Index arc : slow(paths_[from])) {
    if (seen_[arc] < stamp_) leaving_.push_back(arc);
    seen_[arc] = stamp_ + 1;
  }
  for (const Index arc : slow(paths_[to])) {
    if (seen_[arc] == stamp_) joining_.push_back(arc);
  }
}

double PathFlows::slope_of_difference() const {
  double sum = 0;
  for (const Index arc : leaving_) sum += state_[arc].slope;
  for (const Index arc : joining_) sum += state_[arc].slope;
  return sum;
}

void PathFlows::shift(double volume) {
  for (const Index arc : leaving_) set_volume(arc, state_[arc].volume - volume);
  for (const Index arc : joining_) set_volume(arc, state_[arc].volume + volume);
}

/// Moves flow from a dearer path until both cost the same or nothing is left there: Newton's
/// method, which halves where it would leave the interval in which that must be.
double PathFlows::swap(Index from, Index to) {
  const double first = cost(from) - cost(to);
  const double noise = rounding * cost(from);
  if (first <= noise) return 0;
  list_difference(from, to);
  double moved = 0;
  double least = 0;
  double most = infinite;
  const double all = paths_[from].flow;
  double difference = first;
  for (int step = 0; step < most_steps && std::abs(difference) > left * first + noise; ++step) {
    (difference > 0 ? least : most) = moved;
    const double slope = slope_of_difference();
    double next = slope > 0 ? moved + difference / slope : (difference > 0 ? infinite : least);
    if (most < infinite && (next <= least || next >= most)) next = (least + most) / 2;
    next = std::min(next, all);
    if (next == moved) break;
    shift(next - moved);
    moved = next;
    difference = cost(from) - cost(to);
  }
  paths_[from].flow = moved < all ? all - moved : 0;
  paths_[to].flow += moved;
  return moved * first;
}

double PathFlows::even_out(std::size_t number) {
  const std::vector<Index>& paths = pairs_[number].paths;
  if (paths.size() < 2) return 0;
  const auto cheaper = [&](Index a, Index b) { return cost(a) < cost(b); };
  const Index to = *std::min_element(paths.begin(), paths.end(), cheaper);
  double saved = 0;
  for (const Index from : paths) {
    if (from == to || paths_[from].flow == 0) continue;
    saved += swap(from, to);
  }
  return saved;
}

void PathFlows::drop_idle() {
  for (Pair& pair : pairs_) {
    if (pair.paths.size() < 2) continue;
    std::erase_if(pair.paths, [&](Index path) { return paths_[path].flow == 0; });
  }
}

ClassVolumes PathFlows::by_class() const {
  ClassVolumes result(problem_->classes.size() * time_.size(), 0);
  for (const Pair& pair : pairs_) {
    double* const volume = result.data() + pair.of_class * time_.size();
    for (const Index path : pair.paths) {
      for (const Index arc : arcs(paths_[path])) volume[arc] += paths_[path].flow;
    }
  }
  return result;
}

bool PathFlows::is_open(std::uint32_t of_class, std::span<const ArcId> arcs) const {
  const std::vector<double>& fixed = problem_->classes[of_class].fixed;
  return std::all_of(arcs.begin(), arcs.end(), [&](ArcId arc) {
    const Index at = arc.index() < in_problem_.size() ? in_problem_[arc.index()] : none;
    return at != none && (fixed.empty() || std::isfinite(fixed[at]));
  });
}

void PathFlows::take_over(const PathMemory& memory) {
  const auto key = [](const auto& of) { return std::tuple{of.of_class, of.from, of.to}; };
  auto known = memory.paths.begin();
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    while (known != memory.paths.end() && key(*known) < key(pairs_[i])) ++known;
    double share = 0;
    for (; known != memory.paths.end() && key(*known) == key(pairs_[i]); ++known) {
      if (!is_open(known->of_class, known->arcs)) continue;
      paths_[add(i, known->arcs)].flow = known->share;
      share += known->share;
    }
    for (const Index path : pairs_[i].paths) paths_[path].flow *= pairs_[i].volume / share;
  }
  add_up();
}

std::shared_ptr<const PathMemory> PathFlows::memory() const {
  auto memory = std::make_shared<PathMemory>();
  for (const Pair& pair : pairs_) {
    for (const Index path : pair.paths) {
      if (paths_[path].flow == 0) continue;
      std::vector<ArcId> ids;
      for (const Index arc : arcs(paths_[path])) ids.push_back(problem_->id[arc]);
      memory->paths.push_back(
          {pair.of_class, pair.from, pair.to, std::move(ids), paths_[path].flow / pair.volume});
    }
  }
  return memory;
}

}  // namespace corridor::detail
