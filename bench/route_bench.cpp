#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <boost/graph/adjacency_list.hpp>

#include "corridor/route/alternatives.hpp"
#include "corridor/route/certificate.hpp"
#include "corridor/route/shortest_path.hpp"
#include "corridor/route/tree_search.hpp"

#include "boost_rival.hpp"
#include "networks.hpp"

namespace corridor::bench {
namespace {

using Generator = Instance (*)(std::uint32_t seed, std::size_t size);

struct Shape {
  const char* name;
  Generator generate;
};

constexpr Shape shapes[] = {
    {"grid", grid_with_holes}, {"roads", roads_with_corridors}, {"stars", compiled_stars}};

constexpr std::uint32_t seed = 1;

void count(benchmark::State& state, const Instance& instance) {
  const auto arcs = static_cast<std::int64_t>(instance.graph.arc_count());
  state.SetItemsProcessed(state.iterations() * arcs);
  state.SetComplexityN(static_cast<std::int64_t>(instance.graph.vertex_count()));
}

Instance instance_of(const benchmark::State& state, Generator generate) {
  return generate(seed, static_cast<std::size_t>(state.range(0)));
}

void tree_search(benchmark::State& state, Generator generate) {
  const Instance instance = instance_of(state, generate);
  TreeSearch search{instance.graph, instance.weights()};
  std::size_t turn = 0;
  for (auto _ : state) search.run(instance.origins[turn++ % instance.origins.size()]);
  count(state, instance);
}

void ours(benchmark::State& state, Generator generate) {
  const Instance instance = instance_of(state, generate);
  std::size_t turn = 0;
  for (auto _ : state) {
    const VertexId origin = instance.origins[turn++ % instance.origins.size()];
    benchmark::DoNotOptimize(shortest_paths(instance.graph, instance.weights(), origin));
  }
  count(state, instance);
}

using ListGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                          boost::property<boost::edge_weight_t, Weight>>;

template <class BoostGraph>
void solve_by_boost(benchmark::State& state, const Instance& instance, const BoostGraph& graph) {
  std::size_t turn = 0;
  for (auto _ : state) {
    const VertexId origin = instance.origins[turn++ % instance.origins.size()];
    benchmark::DoNotOptimize(tree_by_boost(graph, origin));
  }
  count(state, instance);
}

void boost_sparse(benchmark::State& state, Generator generate) {
  const Instance instance = instance_of(state, generate);
  solve_by_boost(state, instance, sparse_graph(instance.graph, instance.weights()));
}

void boost_list(benchmark::State& state, Generator generate) {
  const Instance instance = instance_of(state, generate);
  const OpenArcs open = open_arcs(instance.graph, instance.weights());
  const ListGraph graph{open.ends.begin(), open.ends.end(), open.weight.begin(),
                        instance.graph.vertex_count()};
  solve_by_boost(state, instance, graph);
}

/// From each origin to the vertex farthest from it.
std::vector<PathQuery> queries_of(const Instance& instance) {
  std::vector<PathQuery> queries;
  for (const VertexId origin : instance.origins) {
    const PathTree tree = shortest_paths(instance.graph, instance.weights(), origin);
    VertexId farthest = origin;
    for (const VertexId vertex : instance.graph.vertices()) {
      const Weight distance = tree.distance[vertex];
      if (distance < infinite_weight && distance > tree.distance[farthest]) farthest = vertex;
    }
    queries.push_back({origin, farthest, {}});
  }
  return queries;
}

void one_route(benchmark::State& state, Generator generate) {
  const Instance instance = instance_of(state, generate);
  const std::vector<PathQuery> queries = queries_of(instance);
  std::size_t turn = 0;
  for (auto _ : state) {
    const PathQuery& query = queries[turn++ % queries.size()];
    benchmark::DoNotOptimize(route(instance.graph, instance.weights(), query));
  }
  count(state, instance);
}

void proved_route(benchmark::State& state, Generator generate) {
  const Instance instance = instance_of(state, generate);
  const std::vector<PathQuery> queries = queries_of(instance);
  std::size_t turn = 0;
  for (auto _ : state) {
    const PathQuery& query = queries[turn++ % queries.size()];
    const ProvedPath answer = shortest_path(instance.graph, instance.weights(), query);
    benchmark::DoNotOptimize(certify(instance.graph, instance.weights(), query, answer));
  }
  count(state, instance);
}

/// Each arc of the best path closed in turn: with A*, and by a search of its own each.
struct Closures {
  Instance instance;
  PathQuery query;
  std::vector<std::vector<ArcId>> groups;
};

Closures closures(const benchmark::State& state, Generator generate) {
  Closures result{instance_of(state, generate), {}, {}};
  result.query = queries_of(result.instance).front();
  const Path path = route(result.instance.graph, result.instance.weights(), result.query);
  for (const ArcId arc : path.arcs) result.groups.push_back({arc});
  return result;
}

void replacement_by_estimate(benchmark::State& state, Generator generate) {
  const Closures task = closures(state, generate);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        replacement_paths(task.instance.graph, task.instance.weights(), task.query, task.groups));
  }
  state.counters["closures"] = static_cast<double>(task.groups.size());
}

void replacement_one_by_one(benchmark::State& state, Generator generate) {
  Closures task = closures(state, generate);
  for (auto _ : state) {
    for (const std::vector<ArcId>& group : task.groups) {
      const Weight open = task.instance.weight[group[0]];
      task.instance.weight[group[0]] = infinite_weight;
      benchmark::DoNotOptimize(route(task.instance.graph, task.instance.weights(), task.query));
      task.instance.weight[group[0]] = open;
    }
  }
  state.counters["closures"] = static_cast<double>(task.groups.size());
}

using Case = void (*)(benchmark::State&, Generator);

struct Rival {
  const char* name;
  Case run;
};

constexpr Rival rivals[] = {{"ours", ours},
                            {"tree_search", tree_search},
                            {"boost_sparse", boost_sparse},
                            {"boost_list", boost_list}};

benchmark::internal::Benchmark* add(const std::string& name, Case run, const Shape& shape) {
  return benchmark::RegisterBenchmark((name + "/" + shape.name).c_str(), run, shape.generate)
      ->Unit(benchmark::kMicrosecond);
}

const bool registered = [] {
  for (const Shape& shape : shapes) {
    for (const Rival& rival : rivals) {
      add(std::string{"route/one_to_all/"} + rival.name, rival.run, shape)
          ->RangeMultiplier(8)
          ->Range(1 << 9, 1 << 18)
          ->Complexity(benchmark::oNLogN);
    }
    add("route/one_to_one/ours", one_route, shape)->RangeMultiplier(8)->Range(1 << 9, 1 << 15);
    add("route/one_to_one/proved_and_certified", proved_route, shape)->Arg(1 << 12);
    add("route/replacements/by_estimate", replacement_by_estimate, shape)->Arg(1 << 12);
    add("route/replacements/one_by_one", replacement_one_by_one, shape)->Arg(1 << 12);
  }
  return true;
}();

}  // namespace
}  // namespace corridor::bench
