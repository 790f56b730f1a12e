#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "corridor/route/alternatives.hpp"
#include "corridor/route/k_shortest.hpp"

#include "networks.hpp"
#include "public_bench.hpp"
#ifdef CORRIDOR_BENCH_IGRAPH
#include <igraph/igraph.h>
#endif

// Ten paths in place of one, and paths that differ, between pairs of vertices at random.

namespace corridor::bench {
namespace {

constexpr std::uint32_t seed = 1;
constexpr std::size_t paths_asked = 10;

using Pairs = std::vector<std::pair<VertexId, VertexId>>;

struct Task {
  Graph graph;
  std::vector<Weight> weight;
  Pairs pairs;
};

using Source = Task (*)(std::size_t size);

template <Instance (*generate)(std::uint32_t, std::size_t)>
Task generated(std::size_t size) {
  const Instance instance = generate(seed, size);
  Task task{instance.graph, {instance.weights().begin(), instance.weights().end()}, {}};
  task.pairs = random_pairs(seed, task.graph, 64);
  return task;
}

Task chicago(std::size_t) {
  const RoadGraph& read = chicago_sketch();
  Task task{read.graph, {read.weight.values().begin(), read.weight.values().end()}, {}};
  task.pairs = random_pairs(seed, task.graph, 100);
  return task;
}

/// The time of a pair, and of all pairs in turn: that of a round is reported by pair.
template <class Call>
void for_pairs(benchmark::State& state, const Task& task, const Call& call) {
  std::size_t turn = 0;
  for (auto _ : state) {
    const auto& [from, to] = task.pairs[turn++ % task.pairs.size()];
    call(from, to);
  }
}

void k_ours(benchmark::State& state, Source source) {
  const Task task = source(static_cast<std::size_t>(state.range(0)));
  LooplessPaths paths{task.graph};
  for_pairs(state, task, [&](VertexId from, VertexId to) {
    paths.ask(task.weight, {from, to, {}});
    for (std::size_t i = 0; i < paths_asked; ++i) benchmark::DoNotOptimize(paths.next());
  });
}

/// What cannot be saved: the tree of cheapest paths that bounds all else.
void k_tree_alone(benchmark::State& state, Source source) {
  const Task task = source(static_cast<std::size_t>(state.range(0)));
  for_pairs(state, task, [&](VertexId from, VertexId) {
    benchmark::DoNotOptimize(shortest_paths(task.graph, task.weight, from));
  });
}

#ifdef CORRIDOR_BENCH_IGRAPH
void k_igraph(benchmark::State& state, Source source) {
  const Task task = source(static_cast<std::size_t>(state.range(0)));
  igraph_vector_int_t ends;
  igraph_vector_t weights;
  igraph_vector_int_init(&ends, 0);
  igraph_vector_init(&weights, 0);
  for (const ArcId arc : task.graph.arcs()) {
    if (task.weight[arc.index()] >= infinite_weight) continue;
    igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(task.graph.tail(arc).index()));
    igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(task.graph.head(arc).index()));
    igraph_vector_push_back(&weights, static_cast<double>(task.weight[arc.index()]));
  }
  igraph_t graph;
  igraph_create(&graph, &ends, static_cast<igraph_integer_t>(task.graph.vertex_count()), true);
  igraph_vector_int_list_t paths;
  igraph_vector_int_list_init(&paths, 0);
  for_pairs(state, task, [&](VertexId from, VertexId to) {
    igraph_get_k_shortest_paths(&graph, &weights, nullptr, &paths,
                                static_cast<igraph_integer_t>(paths_asked),
                                static_cast<igraph_integer_t>(from.index()),
                                static_cast<igraph_integer_t>(to.index()), IGRAPH_OUT);
    benchmark::DoNotOptimize(paths);
  });
  igraph_vector_int_list_destroy(&paths);
  igraph_destroy(&graph);
  igraph_vector_destroy(&weights);
  igraph_vector_int_destroy(&ends);
}
#endif

/// A road is what joins two vertices, both ways.
std::vector<std::uint32_t> roads_of(const Graph& graph) {
  std::vector<std::pair<VertexId, VertexId>> ends;
  for (const ArcId arc : graph.arcs()) {
    ends.push_back(std::minmax({graph.tail(arc), graph.head(arc)}));
  }
  std::vector<std::pair<VertexId, VertexId>> known = ends;
  std::ranges::sort(known);
  std::vector<std::uint32_t> roads;
  for (const auto& pair : ends) {
    const auto found = std::ranges::lower_bound(known, pair);
    roads.push_back(static_cast<std::uint32_t>(found - known.begin()));
  }
  return roads;
}

void different_ours(benchmark::State& state, Source source) {
  const Task task = source(static_cast<std::size_t>(state.range(0)));
  const std::vector<std::uint32_t> roads = roads_of(task.graph);
  std::vector<Weight> length = task.weight;
  for (Weight& one : length) one = one < infinite_weight ? one : 0;
  Difference difference;
  difference.road = roads;
  difference.length = length;
  difference.most = 3;
  difference.overlap = 0.5;
  double proved = 0;
  double found = 0;
  for_pairs(state, task, [&](VertexId from, VertexId to) {
    const std::vector<PathQuery> queries{{from, to, {}}};
    const DifferentPaths paths = different_paths(task.graph, task.weight, queries, difference);
    proved += static_cast<double>(paths.proved);
    found += static_cast<double>(paths.paths.size());
  });
  state.counters["paths"] = benchmark::Counter(found, benchmark::Counter::kAvgIterations);
  state.counters["proved"] = benchmark::Counter(proved, benchmark::Counter::kAvgIterations);
}

struct Shape {
  const char* name;
  Source source;
};

constexpr Shape shapes[] = {{"grid", generated<grid_with_holes>},
                            {"roads", generated<roads_with_corridors>},
                            {"stars", generated<compiled_stars>}};

benchmark::internal::Benchmark* add(const std::string& name, void (*run)(benchmark::State&, Source),
                                    const Shape& shape) {
  return benchmark::RegisterBenchmark((name + "/" + shape.name).c_str(), run, shape.source)
      ->Unit(benchmark::kMicrosecond);
}

void add_rivals(const Shape& shape, std::int64_t size) {
  add("route/k_shortest/ours", k_ours, shape)->Arg(size);
  add("route/k_shortest/tree_alone", k_tree_alone, shape)->Arg(size);
#ifdef CORRIDOR_BENCH_IGRAPH
  add("route/k_shortest/igraph", k_igraph, shape)->Arg(size);
#endif
}

const bool registered = [] {
  for (const Shape& shape : shapes) {
    add_rivals(shape, 1 << 10);
    add("route/k_shortest/ours", k_ours, shape)->Arg(1 << 15);
    add("route/different/ours", different_ours, shape)->Arg(1 << 10);
  }
  if (public_data()) add_rivals({"chicago_sketch", chicago}, 0);
  return true;
}();

}  // namespace
}  // namespace corridor::bench
