#include <benchmark/benchmark.h>

#include "corridor/flow/max_flow.hpp"

#include "flow/residual.hpp"
#include "networks.hpp"

namespace corridor::bench {
namespace {

constexpr std::uint32_t seed = 1;

using Generator = Instance (*)(std::uint32_t seed, std::size_t size);

void most(benchmark::State& state, MaxFlowSolver solver, Generator generate) {
  const Instance instance = generate(seed, static_cast<std::size_t>(state.range(0)));
  const auto capacity = capacities(seed, instance);
  const VertexId source = instance.origins.front();
  const VertexId sink{instance.graph.vertex_count() - 1};
  for (auto _ : state) {
    benchmark::DoNotOptimize(max_flow_by(solver, instance.graph, capacity.values(), source, sink));
  }
  state.SetItemsProcessed(state.iterations() *
                          static_cast<std::int64_t>(instance.graph.arc_count()));
  state.SetComplexityN(state.range(0));
}

/// The sizes of corridor networks: the shipped one has some 2500 vertices.
void sizes(benchmark::internal::Benchmark* bench) {
  bench->Unit(benchmark::kMicrosecond)->RangeMultiplier(4)->Range(1 << 10, 1 << 14);
}

BENCHMARK_CAPTURE(most, boykov_kolmogorov_roads, solve_by_boykov_kolmogorov, roads_with_corridors)
    ->Name("flow/max_flow/boykov_kolmogorov/roads")
    ->Apply(sizes);
BENCHMARK_CAPTURE(most, push_relabel_roads, solve_by_push_relabel, roads_with_corridors)
    ->Name("flow/max_flow/push_relabel/roads")
    ->Apply(sizes);
BENCHMARK_CAPTURE(most, boykov_kolmogorov_stars, solve_by_boykov_kolmogorov, compiled_stars)
    ->Name("flow/max_flow/boykov_kolmogorov/stars")
    ->Apply(sizes);
BENCHMARK_CAPTURE(most, push_relabel_stars, solve_by_push_relabel, compiled_stars)
    ->Name("flow/max_flow/push_relabel/stars")
    ->Apply(sizes);

}  // namespace
}  // namespace corridor::bench
