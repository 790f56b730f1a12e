#include <string>

#include <benchmark/benchmark.h>

#include "corridor/flow/max_flow.hpp"

#include "flow/residual.hpp"
#include "networks.hpp"
#include "public_bench.hpp"
#include "support/standard_flows.hpp"

namespace corridor::bench {
namespace {

constexpr std::uint32_t seed = 1;

using Generator = Instance (*)(std::uint32_t seed, std::size_t size);

/// The sizes of corridor networks: the shipped one has some 2500 vertices.
void sizes(benchmark::internal::Benchmark* bench) {
  bench->Unit(benchmark::kMicrosecond)->RangeMultiplier(4)->Range(1 << 10, 1 << 14);
}

struct Question {
  Instance instance;
  IdVector<ArcId, Tonnage> capacity;
  VertexId source;
  VertexId sink;
};

Question question(const benchmark::State& state, Generator generate) {
  Question asked;
  asked.instance = generate(seed, static_cast<std::size_t>(state.range(0)));
  asked.capacity = capacities(seed, asked.instance);
  asked.source = asked.instance.origins.front();
  asked.sink = VertexId{asked.instance.graph.vertex_count() - 1};
  return asked;
}

void count_arcs(benchmark::State& state, const Question& asked) {
  state.SetItemsProcessed(state.iterations() *
                          static_cast<std::int64_t>(asked.instance.graph.arc_count()));
}

void most_by_ours(benchmark::State& state, Generator generate) {
  const Question asked = question(state, generate);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        max_flow(asked.instance.graph, asked.capacity.values(), asked.source, asked.sink));
  }
  count_arcs(state, asked);
}

void most_by_boost(benchmark::State& state, MaxFlowSolver solver, Generator generate) {
  const Question asked = question(state, generate);
  for (auto _ : state) {
    benchmark::DoNotOptimize(most_flow_by(solver, asked.instance.graph, asked.capacity.values(),
                                          asked.source, asked.sink));
  }
  count_arcs(state, asked);
}

BENCHMARK_CAPTURE(most_by_ours, roads, roads_with_corridors)
    ->Name("flow/max_flow/ours/roads")
    ->Apply(sizes);
BENCHMARK_CAPTURE(most_by_boost, bk_roads, solve_by_boykov_kolmogorov, roads_with_corridors)
    ->Name("flow/max_flow/boost_boykov_kolmogorov/roads")
    ->Apply(sizes);
BENCHMARK_CAPTURE(most_by_boost, pr_roads, solve_by_push_relabel, roads_with_corridors)
    ->Name("flow/max_flow/boost_push_relabel/roads")
    ->Apply(sizes);
BENCHMARK_CAPTURE(most_by_ours, stars, compiled_stars)
    ->Name("flow/max_flow/ours/stars")
    ->Apply(sizes);
BENCHMARK_CAPTURE(most_by_boost, bk_stars, solve_by_boykov_kolmogorov, compiled_stars)
    ->Name("flow/max_flow/boost_boykov_kolmogorov/stars")
    ->Apply(sizes);
BENCHMARK_CAPTURE(most_by_boost, pr_stars, solve_by_push_relabel, compiled_stars)
    ->Name("flow/max_flow/boost_push_relabel/stars")
    ->Apply(sizes);

// Across New York.

const MaxFlowInstance& across_new_york() {
  static const MaxFlowInstance made = test::west_to_east(new_york_by_length());
  return made;
}

const MaxFlowInstance& out_of_new_york() {
  static const MaxFlowInstance made = test::centre_to_rim(new_york_by_length());
  return made;
}

using MaxFlowOf = const MaxFlowInstance& (*)();

void most_by_ours(benchmark::State& state, MaxFlowOf make) {
  const MaxFlowInstance& asked = make();
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        max_flow(asked.graph, asked.capacity.values(), asked.source, asked.sink));
  }
}

void most_by_boykov_kolmogorov(benchmark::State& state, MaxFlowOf make) {
  const MaxFlowInstance& asked = make();
  const Residual residual = make_residual(asked.graph, asked.capacity.values());
  for (auto _ : state) {
    benchmark::DoNotOptimize(solve_by_boykov_kolmogorov(residual, asked.source, asked.sink));
  }
}

void add_most(const std::string& name, MaxFlowOf make) {
  const auto add = [&](const std::string& solver, void (*run)(benchmark::State&, MaxFlowOf)) {
    benchmark::RegisterBenchmark(("flow/max_flow/" + solver + '/' + name).c_str(), run, make)
        ->Unit(benchmark::kMillisecond);
  };
  add("ours", most_by_ours);
  add("boost_boykov_kolmogorov", most_by_boykov_kolmogorov);
}

const bool registered = [] {
  if (!public_data()) return true;
  add_most("new_york_across", across_new_york);
  add_most("new_york_outwards", out_of_new_york);
  return true;
}();

}  // namespace
}  // namespace corridor::bench
