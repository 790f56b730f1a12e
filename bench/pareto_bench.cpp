#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <queue>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include <benchmark/benchmark.h>

#include "corridor/route/pareto.hpp"

#include "networks.hpp"
#include "public_bench.hpp"

// Exact Pareto sets by two objectives, and the rival: BOA* as its authors give it (Hernandez Ulloa
// et al. 2020), with bounds from two searches of the whole graph and a binary heap. The streets of
// New York have fifty pairs with known numbers of points; the dozen with the fewest run by default,
// and all of them where the environment variable CORRIDOR_BENCH_LONG is set.

namespace corridor::bench {
namespace {

class BoaStar {
 public:
  BoaStar(const Graph& graph, WeightColumns columns) : graph_{graph}, columns_{columns} {}

  /// How many vectors the Pareto set has.
  std::size_t count(VertexId from, VertexId to) {
    const PathTree first = shortest_paths_to(graph_, columns_[0], to);
    const PathTree second = shortest_paths_to(graph_, columns_[1], to);
    if (first.distance[from] >= infinite_weight) return 0;
    const std::size_t origin = labels_.size();
    IdVector<VertexId, Weight> least(graph_.vertex_count(), infinite_weight);
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    labels_.push_back({from, origin, 0, 0});
    queue.emplace(first.distance[from], second.distance[from], origin);
    std::size_t found = 0;
    while (!queue.empty()) {
      const auto [bound, other_bound, label] = queue.top();
      queue.pop();
      const Label here = labels_[label];
      if (here.second >= least[here.vertex] || other_bound >= least[to]) continue;
      least[here.vertex] = here.second;
      if (here.vertex == to) {
        ++found;
        continue;
      }
      for (const ArcId arc : graph_.out(here.vertex)) {
        const VertexId head = graph_.head(arc);
        const Weight one = here.first + columns_[0][arc.index()];
        const Weight two = here.second + columns_[1][arc.index()];
        if (first.distance[head] >= infinite_weight || two >= least[head]) continue;
        if (two + second.distance[head] >= least[to]) continue;
        queue.emplace(one + first.distance[head], two + second.distance[head], labels_.size());
        labels_.push_back({head, label, one, two});
      }
    }
    labels_.clear();
    return found;
  }

 private:
  struct Label {
    VertexId vertex;
    std::size_t parent;
    Weight first;
    Weight second;
  };
  using Entry = std::tuple<Weight, Weight, std::size_t>;

  const Graph& graph_;
  WeightColumns columns_;
  std::vector<Label> labels_;
};

struct Pair {
  VertexId from;
  VertexId to;
  std::size_t points = 0;
};

/// The pairs with known answers, those with the fewest points first.
const std::vector<Pair>& new_york_pairs() {
  static const std::vector<Pair> pairs = [] {
    std::vector<Pair> read;
    std::ifstream file{public_data().value() / "dimacs-ny" / "pareto-pairs.csv"};
    std::string header;
    std::getline(file, header);
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t points = 0;
    for (char comma = 0; file >> from >> comma >> to >> comma >> points;) {
      read.push_back({VertexId{from - 1}, VertexId{to - 1}, points});
    }
    std::ranges::stable_sort(read, {}, &Pair::points);
    return read;
  }();
  return pairs;
}

/// Answers the pairs once an iteration.
template <class Count>
void over_pairs(benchmark::State& state, const std::vector<Pair>& pairs, const Count& count) {
  std::size_t points = 0;
  for (auto _ : state) {
    points = 0;
    for (const Pair& pair : pairs) {
      const std::size_t found = count(pair.from, pair.to);
      if (pair.points != 0 && found != pair.points) {
        state.SkipWithError("a Pareto set has not as many points as it is known to have");
        return;
      }
      points += found;
    }
  }
  state.counters["points"] = static_cast<double>(points);
}

void run_ours(benchmark::State& state, const Graph& graph, WeightColumns columns,
              const std::vector<Pair>& pairs) {
  ParetoSolver solver{graph, columns};
  over_pairs(state, pairs, [&](VertexId from, VertexId to) {
    return solver.solve({from, to, {}}).paths.size();
  });
}

void run_rival(benchmark::State& state, const Graph& graph, WeightColumns columns,
               const std::vector<Pair>& pairs) {
  BoaStar rival{graph, columns};
  over_pairs(state, pairs, [&](VertexId from, VertexId to) { return rival.count(from, to); });
}

using Run = void (*)(benchmark::State&, const Graph&, WeightColumns, const std::vector<Pair>&);

/// Lengths beside the weights of a generated graph: one for all arcs, give or take a fifth.
std::vector<Weight> lengths(const Graph& graph) {
  std::vector<Weight> result;
  for (const ArcId arc : graph.arcs()) {
    result.push_back(800 + static_cast<Weight>(arc.index() * 2654435761U % 401));
  }
  return result;
}

void add_generated(const std::string& way, Run run) {
  const auto bench = [run](benchmark::State& state) {
    const Instance roads = roads_with_corridors(1, 1 << 12);
    const std::vector<Weight> length = lengths(roads.graph);
    const std::vector<std::span<const Weight>> columns{length, roads.weights()};
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i + 1 < 16; i += 2)
      pairs.push_back({roads.origins[i], roads.origins[i + 1]});
    run(state, roads.graph, columns, pairs);
  };
  benchmark::RegisterBenchmark(("pareto/roads/" + way + "/4096").c_str(), bench)
      ->Unit(benchmark::kMillisecond);
}

void add_new_york(const std::string& way, Run run, std::size_t most) {
  const auto bench = [run, most](benchmark::State& state) {
    const RoadGraph& length = new_york_by_length();
    const std::vector<std::span<const Weight>> columns{length.weight.values(),
                                                       new_york_by_time().weight.values()};
    std::vector<Pair> pairs = new_york_pairs();
    pairs.resize(std::min(most, pairs.size()));
    run(state, length.graph, columns, pairs);
  };
  const std::string name = "pareto/new_york/" + way + "/" + std::to_string(most);
  benchmark::RegisterBenchmark(name.c_str(), bench)->Unit(benchmark::kMillisecond)->Iterations(1);
}

const bool registered = [] {
  add_generated("ours", run_ours);
  add_generated("boa_star", run_rival);
  if (!public_data()) return true;
  for (const std::size_t most : {12U, 50U}) {
    if (most > 12 && std::getenv("CORRIDOR_BENCH_LONG") == nullptr) break;
    add_new_york("ours", run_ours, most);
    add_new_york("boa_star", run_rival, most);
  }
  return true;
}();

}  // namespace
}  // namespace corridor::bench
