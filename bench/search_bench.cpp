#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "corridor/route/skim.hpp"
#include "corridor/route/solver.hpp"
#include "corridor/route/tree_search.hpp"

#include "boost_rival.hpp"
#include "public_bench.hpp"
#include "route/radix_arcs.hpp"
#include "route/radix_key.hpp"
#ifdef CORRIDOR_BENCH_LEMON
#include "lemon_rival.hpp"
#endif

// Searches on the streets of New York: from one vertex to all, and from one to another.

namespace corridor::bench {
namespace {

const Graph& graph() { return new_york_by_time().graph; }
std::span<const Weight> weights() { return new_york_by_time().weight.values(); }

const std::vector<std::pair<VertexId, VertexId>>& pairs() {
  static const auto pairs = random_pairs(1, graph(), 64);
  return pairs;
}

/// Calls with the pairs in turn.
template <class Call>
void for_pairs(benchmark::State& state, const Call& call) {
  std::size_t turn = 0;
  for (auto _ : state) {
    const auto& [from, to] = pairs()[turn++ % pairs().size()];
    call(from, to);
  }
}

void all_by_tree_search(benchmark::State& state) {
  TreeSearch search{graph(), weights()};
  for_pairs(state, [&](VertexId from, VertexId) { search.run(from); });
}

void all_by_shortest_paths(benchmark::State& state) {
  for_pairs(state, [](VertexId from, VertexId) {
    benchmark::DoNotOptimize(shortest_paths(graph(), weights(), from));
  });
}

void all_by_shortest_paths_to(benchmark::State& state) {
  for_pairs(state, [](VertexId from, VertexId) {
    benchmark::DoNotOptimize(shortest_paths_to(graph(), weights(), from));
  });
}

void all_by_distances_from(benchmark::State& state) {
  for_pairs(state, [](VertexId from, VertexId) {
    benchmark::DoNotOptimize(distances_from(graph(), weights(), from));
  });
}

void all_by_boost(benchmark::State& state) {
  const SparseGraph sparse = sparse_graph(graph(), weights());
  for_pairs(state, [&](VertexId from, VertexId) {
    benchmark::DoNotOptimize(tree_by_boost(sparse, from));
  });
}

/// What no queue can go below: the arcs followed in an order known beforehand.
void all_in_known_order(benchmark::State& state) {
  using Keys = TreeKeys<std::uint64_t>;
  const MemoryOrder order = MemoryOrder::by_depth(graph());
  const RadixArcs<std::uint32_t> arcs{graph(), weights(), order, Direction::forward};
  const Keys keys{graph().vertex_count()};
  const PathTree tree = shortest_paths(graph(), weights(), pairs().front().first);
  std::vector<std::uint32_t> known(graph().vertex_count());
  for (std::uint32_t place = 0; place < known.size(); ++place) known[place] = place;
  std::sort(known.begin(), known.end(), [&](std::uint32_t a, std::uint32_t b) {
    return tree.distance[order.vertex(a)] < tree.distance[order.vertex(b)];
  });
  std::vector<std::uint64_t> label(known.size());
  std::vector<std::uint32_t> parent(known.size());
  for (auto _ : state) {
    std::fill(label.begin(), label.end(), keys.none());
    label[known.front()] = 0;
    for (const std::uint32_t vertex : known) {
      for (std::uint32_t at = arcs.first(vertex); at < arcs.first(vertex + 1); ++at) {
        const std::uint64_t length = label[vertex] + keys.step(arcs.arc(at).weight);
        if (length >= label[arcs.arc(at).head]) continue;
        label[arcs.arc(at).head] = length;
        parent[arcs.arc(at).head] = at;
      }
    }
    benchmark::DoNotOptimize(label.data());
    benchmark::DoNotOptimize(parent.data());
  }
}

/// Solvers are made and customised once a process.
RouteSolver& solver(const std::string& name) {
  static std::map<std::string, std::unique_ptr<RouteSolver>> kept;
  std::unique_ptr<RouteSolver>& one = kept[name];
  if (one == nullptr) {
    one = make_solver(graph(), new_york_by_time().points, *solver_by_name(name));
    one->customise(weights());
  }
  return *one;
}

void one_by(benchmark::State& state, const char* name) {
  RouteSolver& by = solver(name);
  for_pairs(state,
            [&](VertexId from, VertexId to) { benchmark::DoNotOptimize(by.path(from, to)); });
  state.counters["MB"] = static_cast<double>(by.memory()) / 1e6;
}

void skim_by_trees(benchmark::State& state) {
  SkimQuery query;
  for (std::size_t i = 0; i < 8; ++i) query.origins.push_back(pairs()[i].first);
  for (const auto& [from, to] : random_pairs(2, graph(), 1000)) query.destinations.push_back(to);
  query.weights = {new_york_by_length().weight.values()};
  for (auto _ : state) benchmark::DoNotOptimize(skim(graph(), weights(), query));
  state.SetItemsProcessed(state.iterations() * 8);
}

#ifdef CORRIDOR_BENCH_LEMON
LemonDijkstra& lemon() {
  static const std::unique_ptr<LemonDijkstra> made = [] {
    LemonArcs arcs;
    arcs.nodes = static_cast<int>(graph().vertex_count());
    for (const ArcId arc : graph().arcs()) {
      arcs.tail.push_back(static_cast<int>(graph().tail(arc).index()));
      arcs.head.push_back(static_cast<int>(graph().head(arc).index()));
      arcs.weight.push_back(weights()[arc.index()]);
    }
    return std::make_unique<LemonDijkstra>(arcs);
  }();
  return *made;
}

void all_by_lemon(benchmark::State& state) {
  for_pairs(state,
            [](VertexId from, VertexId) { lemon().one_to_all(static_cast<int>(from.index())); });
}

void one_by_lemon(benchmark::State& state) {
  for_pairs(state, [](VertexId from, VertexId to) {
    benchmark::DoNotOptimize(
        lemon().one_to_one(static_cast<int>(from.index()), static_cast<int>(to.index())));
  });
}
#endif

void add(const std::string& name, void (*run)(benchmark::State&)) {
  benchmark::RegisterBenchmark(("route/new_york/" + name).c_str(), run)
      ->Unit(benchmark::kMillisecond);
}

const bool registered = [] {
  if (!public_data()) return false;
  add("one_to_all/tree_search", all_by_tree_search);
  add("one_to_all/shortest_paths", all_by_shortest_paths);
  add("one_to_all/shortest_paths_to", all_by_shortest_paths_to);
  add("one_to_all/distances_from", all_by_distances_from);
  add("one_to_all/known_order", all_in_known_order);
  add("one_to_all/boost_sparse", all_by_boost);
  add("skim/8_by_1000", skim_by_trees);
#ifdef CORRIDOR_BENCH_LEMON
  add("one_to_all/lemon", all_by_lemon);
  add("one_to_one/lemon", one_by_lemon);
#endif
  for (const char* name : {"dijkstra", "bidirectional", "alt", "boost-dijkstra", "boost-a-star"}) {
    benchmark::RegisterBenchmark((std::string{"route/new_york/one_to_one/"} + name).c_str(), one_by,
                                 name)
        ->Unit(benchmark::kMillisecond);
  }
  return true;
}();

}  // namespace
}  // namespace corridor::bench
