#include <algorithm>
#include <limits>
#include <utility>

#include "corridor/core/stopwatch.hpp"
#include "corridor/route/certificate.hpp"

#include "study/bench_parts.hpp"

namespace corridor {

namespace {

/// Whether the arcs lead from one end to the other and weigh what the path says.
bool is_path(const Instance& instance, const VertexPair& ends, const Path& path) {
  if (!path.found) return path.arcs.empty() && path.weight >= infinite_weight;
  VertexId at = ends.first;
  Weight weight = 0;
  for (const ArcId arc : path.arcs) {
    if (instance.graph.tail(arc) != at) return false;
    at = instance.graph.head(arc);
    weight += instance.weight[arc.index()];
  }
  return at == ends.second && weight == path.weight;
}

class Measuring {
 public:
  Measuring(const Instance& instance, std::span<const VertexPair> pairs,
            const SolverOptions& solver, const BenchOptions& options)
      : instance_{instance}, pairs_{pairs}, options_{options} {
    result_.solver = name_of(solver);
    result_.prepare_s = std::numeric_limits<double>::infinity();
    result_.customise_s = result_.prepare_s;
    for (std::size_t i = 0; i < options.repeat; ++i) prepare(solver);
    result_.memory = solver_->memory();
  }

  SolverBench run(Reference& reference) {
    is_reference_ = reference.distance.empty();
    // What is measured is not the first touch of its memory.
    solver_->distance(pairs_.front().first, pairs_.front().second);
    const std::vector<double> distances = ask_distances(reference);
    result_.questions = distances.size();
    result_.distance = spread_of(distances);
    result_.path = spread_of(ask_paths(reference));
    result_.wrong = static_cast<std::size_t>(std::count(wrong_.begin(), wrong_.end(), true));
    result_.certified = certify_first();
    if (is_reference_) reference.seconds = distances;
    double theirs = 0;
    for (std::size_t i = 0; i < distances.size(); ++i) theirs += reference.seconds[i];
    const double ours = result_.distance.mean_s * static_cast<double>(distances.size());
    result_.times_reference = ours > 0 ? theirs / ours : 0;
    return std::move(result_);
  }

 private:
  void say(const std::string& what) const {
    if (options_.progress) options_.progress(result_.solver + ": " + what);
  }

  void prepare(const SolverOptions& solver) {
    say("preparing");
    Stopwatch watch;
    solver_ = make_solver(instance_.graph, instance_.points, solver);
    result_.prepare_s = std::min(result_.prepare_s, watch.lap());
    say("customising");
    watch.lap();
    solver_->customise(instance_.weight);
    result_.customise_s = std::min(result_.customise_s, watch.lap());
  }

  /// Times of as many questions as fit into the budget, at least one. `ask` answers the i-th.
  template <class Ask>
  std::vector<double> ask_all(std::size_t most, const Ask& ask) {
    std::vector<double> seconds;
    for (std::size_t round = 0; round < options_.repeat; ++round) {
      Stopwatch total;
      double spent = 0;
      for (std::size_t i = 0; i < most; ++i) {
        Stopwatch watch;
        ask(i);
        const double passed = watch.lap();
        if (round == 0) {
          seconds.push_back(passed);
        } else {
          seconds[i] = std::min(seconds[i], passed);
        }
        spent += total.lap();
        if (round == 0 && spent > options_.budget_s) most = i + 1;
      }
    }
    return seconds;
  }

  std::vector<double> ask_distances(Reference& reference) {
    say("asking for distances");
    std::vector<Weight> found(pairs_.size());
    std::vector<double> seconds = ask_all(pairs_.size(), [&](std::size_t i) {
      found[i] = solver_->distance(pairs_[i].first, pairs_[i].second);
    });
    found.resize(seconds.size());
    wrong_.assign(found.size(), false);
    if (is_reference_) reference.distance = found;
    for (std::size_t i = 0; i < found.size(); ++i) wrong_[i] = found[i] != reference.distance[i];
    return seconds;
  }

  std::vector<double> ask_paths(const Reference& reference) {
    say("asking for paths");
    std::vector<Path> found(wrong_.size());
    std::vector<double> seconds = ask_all(wrong_.size(), [&](std::size_t i) {
      found[i] = solver_->path(pairs_[i].first, pairs_[i].second);
    });
    for (std::size_t i = 0; i < seconds.size(); ++i) {
      const bool right =
          is_path(instance_, pairs_[i], found[i]) && found[i].weight == reference.distance[i];
      wrong_[i] = wrong_[i] || !right;
    }
    return seconds;
  }

  bool certify_first() {
    const auto [from, to] = pairs_.front();
    return certify(instance_.graph, instance_.weight, {from, to, {}}, solver_->prove(from, to))
        .holds();
  }

  const Instance& instance_;
  std::span<const VertexPair> pairs_;
  const BenchOptions& options_;
  std::unique_ptr<RouteSolver> solver_;
  std::vector<bool> wrong_;  // by question that was asked
  bool is_reference_ = false;
  SolverBench result_;
};

}  // namespace

SolverBench bench_solver(const Instance& instance, std::span<const VertexPair> pairs,
                         const SolverOptions& solver, const BenchOptions& options,
                         Reference& reference) {
  return Measuring{instance, pairs, solver, options}.run(reference);
}

}  // namespace corridor
