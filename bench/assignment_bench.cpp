// Congested assignment: passes of all trips on shortest paths, ours and Boost's, and methods of
// directions down to moderate gaps.

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include "corridor/flow/assignment.hpp"

#include "congested_networks.hpp"
#include "flow/all_or_nothing.hpp"
#include "public_bench.hpp"

namespace corridor::bench {
namespace {

using detail::AllOrNothing;
using detail::AssignmentProblem;
using detail::ClassVolumes;

using Source = const CongestedInstance& (*)();

const CongestedInstance& roads() {
  static const auto kept = [] {
    auto built = std::make_unique<CongestedInstance>();
    build_congested_roads(*built, 1, 1024);
    return built;
  }();
  return *kept;
}

AssignmentOptions by(AssignmentMethod method, double gap) {
  AssignmentOptions options;
  options.method = method;
  options.gap = gap;
  return options;
}

/// Times that one iteration of a method leaves to the next: of volumes on the way to equilibrium.
struct Stage {
  explicit Stage(const CongestedInstance& of)
      : problem{detail::problem_of(of.network, of.classes, Principle::user_equilibrium)} {
    for (const std::size_t iterations : {20U, 21U}) {
      AssignmentOptions options = by(AssignmentMethod::biconjugate_frank_wolfe, 0);
      options.most_iterations = iterations;
      const Assignment answer = assign(of.network, of.classes, options);
      std::vector<double> volume;
      for (const ArcId arc : problem.id) volume.push_back(answer.volume[arc]);
      times.emplace_back(volume.size());
      problem.delays.times(volume, times.back());
    }
  }
  AssignmentProblem problem;
  std::vector<std::vector<double>> times;
};

/// A pass that knows nothing of trees before.
void first_pass(benchmark::State& state, Source source) {
  const Stage stage{source()};
  for (auto _ : state) {
    AllOrNothing all_or_nothing{stage.problem};
    ClassVolumes volume;
    benchmark::DoNotOptimize(all_or_nothing.load(stage.times[0], volume));
  }
}

/// A pass after one at the times of an iteration before.
void next_pass(benchmark::State& state, Source source) {
  const Stage stage{source()};
  AllOrNothing all_or_nothing{stage.problem};
  ClassVolumes volume;
  std::size_t turn = 0;
  all_or_nothing.load(stage.times[turn], volume);
  for (auto _ : state) {
    turn = 1 - turn;
    benchmark::DoNotOptimize(all_or_nothing.load(stage.times[turn], volume));
  }
}

using CostGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                                     boost::property<boost::edge_weight_t, double>>;

/// Keeps the order in which Dijkstra's algorithm is done with vertices.
struct OrderVisitor : boost::default_dijkstra_visitor {
  explicit OrderVisitor(std::vector<std::size_t>& to) : order{&to} {}
  template <class BoostGraph>
  void examine_vertex(std::size_t vertex, const BoostGraph& /*graph*/) {
    order->push_back(vertex);
  }
  std::vector<std::size_t>* order;
};

/// Boost's Dijkstra from each origin, as its manual shows it, and the trips loaded on its tree.
class BoostPass {
 public:
  explicit BoostPass(const AssignmentProblem& problem)
      : problem_{problem},
        distance_(problem.vertex_count),
        parent_(problem.vertex_count),
        through_(problem.vertex_count),
        volume_(problem.vertex_count) {}

  double load(std::span<const double> time) {
    const detail::ProblemClass& of = problem_.classes[0];
    std::vector<double> cost(time.size());
    costs_of(problem_, of, time, cost);
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    for (std::size_t arc = 0; arc < cost.size(); ++arc) {
      ends.emplace_back(problem_.tail[arc], problem_.head[arc]);
    }
    const CostGraph graph{boost::edges_are_sorted, ends.begin(), ends.end(), cost.begin(),
                          problem_.vertex_count};
    double sum = 0;
    for (const detail::ProblemOrigin& origin : of.origins) sum += load(graph, of, origin);
    return sum;
  }

 private:
  double load(const CostGraph& graph, const detail::ProblemClass& of,
              const detail::ProblemOrigin& origin) {
    const auto index = get(boost::vertex_index, graph);
    order_.clear();
    boost::dijkstra_shortest_paths(
        graph, std::size_t{origin.vertex},
        boost::distance_map(boost::make_iterator_property_map(distance_.begin(), index))
            .predecessor_map(boost::make_iterator_property_map(parent_.begin(), index))
            .visitor(OrderVisitor{order_}));
    std::fill(through_.begin(), through_.end(), 0.0);
    double sum = 0;
    for (std::uint32_t i = origin.first; i < origin.last; ++i) {
      through_[of.pairs[i].to] = of.pairs[i].volume;
      sum += of.pairs[i].volume * distance_[of.pairs[i].to];
    }
    for (std::size_t i = order_.size(); i-- > 1;) {
      volume_[order_[i]] += through_[order_[i]];
      through_[parent_[order_[i]]] += through_[order_[i]];
    }
    return sum;
  }

  const AssignmentProblem& problem_;
  std::vector<double> distance_;
  std::vector<std::size_t> parent_;
  std::vector<double> through_;
  std::vector<double> volume_;  // into each vertex: of its arc no more need be known here
  std::vector<std::size_t> order_;
};

void pass_by_boost(benchmark::State& state, Source source) {
  const Stage stage{source()};
  BoostPass pass{stage.problem};
  for (auto _ : state) benchmark::DoNotOptimize(pass.load(stage.times[0]));
  // Both must have done the same.
  AllOrNothing ours{stage.problem};
  ClassVolumes volume;
  const double least = ours.load(stage.times[0], volume);
  if (std::abs(pass.load(stage.times[0]) - least) > 1e-9 * least) {
    state.SkipWithError("the rival's paths cost something else");
  }
}

void equilibrium(benchmark::State& state, Source source, const AssignmentOptions& options) {
  const CongestedInstance& instance = source();
  std::size_t iterations = 0;
  for (auto _ : state) {
    const Assignment answer = assign(instance.network, instance.classes, options);
    iterations = answer.iterations;
    if (!answer.converged) state.SkipWithError("not converged");
  }
  state.counters["iterations"] = static_cast<double>(iterations);
}

void register_passes(const std::string& name, Source source) {
  const std::string start = "flow/all_or_nothing/";
  const std::array<std::pair<const char*, void (*)(benchmark::State&, Source)>, 3> passes{
      {{"first/", first_pass}, {"next/", next_pass}, {"boost_dijkstra/", pass_by_boost}}};
  for (const auto& [kind, pass] : passes) {
    benchmark::RegisterBenchmark((start + kind + name).c_str(), pass, source)
        ->Unit(benchmark::kMillisecond);
  }
}

void register_methods(const std::string& name, Source source,
                      const std::vector<std::pair<const char*, double>>& gaps) {
  const std::array<std::pair<const char*, AssignmentMethod>, 3> methods{
      {{"frank_wolfe/", AssignmentMethod::frank_wolfe},
       {"conjugate/", AssignmentMethod::conjugate_frank_wolfe},
       {"biconjugate/", AssignmentMethod::biconjugate_frank_wolfe}}};
  for (const auto& [gap_name, gap] : gaps) {
    for (const auto& [method_name, method] : methods) {
      // Plain directions take for ever to small gaps.
      if (method == AssignmentMethod::frank_wolfe && gap < 1e-4) continue;
      const std::string title = "flow/equilibrium/" + (method_name + name) + "/gap:" + gap_name;
      benchmark::RegisterBenchmark(title.c_str(), equilibrium, source, by(method, gap))
          ->Unit(benchmark::kMillisecond);
    }
  }
}

const bool is_registered = [] {
  register_passes("roads", roads);
  register_methods("roads", roads, {{"1e-3", 1e-3}, {"1e-4", 1e-4}});
  if (!public_data()) return true;
  register_passes("anaheim", congested_anaheim);
  register_passes("chicago_sketch", congested_chicago_sketch);
  register_methods("sioux_falls", congested_sioux_falls, {{"1e-4", 1e-4}, {"1e-5", 1e-5}});
  register_methods("anaheim", congested_anaheim, {{"1e-4", 1e-4}, {"1e-6", 1e-6}});
  register_methods("chicago_sketch", congested_chicago_sketch, {{"1e-4", 1e-4}, {"1e-5", 1e-5}});
  return true;
}();

}  // namespace
}  // namespace corridor::bench
