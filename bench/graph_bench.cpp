#include <benchmark/benchmark.h>

#include "corridor/graph/metric.hpp"
#include "corridor/graph/topology.hpp"
#include "corridor/scenario/state.hpp"

#include "networks.hpp"

namespace corridor::bench {
namespace {

constexpr std::uint32_t seed = 1;

Network network_of(const benchmark::State& state) {
  return stars(seed, static_cast<std::size_t>(state.range(0)));
}

void compile_network(benchmark::State& state) {
  const Network network = network_of(state);
  std::size_t arcs = 0;
  for (auto _ : state) {
    const Topology topology = compile(network);
    arcs = topology.graph.arc_count();
    benchmark::DoNotOptimize(&topology);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(arcs));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(compile_network)
    ->Name("graph/compile")
    ->Unit(benchmark::kMicrosecond)
    ->RangeMultiplier(8)
    ->Range(1 << 9, 1 << 15)
    ->Complexity(benchmark::oNLogN);

void price_topology(benchmark::State& state) {
  const Network network = network_of(state);
  const Topology topology = compile(network);
  const State day = base_state(network, CargoId{0}, network.state_date);
  for (auto _ : state) benchmark::DoNotOptimize(price(network, topology, day));
  state.SetItemsProcessed(state.iterations() *
                          static_cast<std::int64_t>(topology.graph.arc_count()));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(price_topology)
    ->Name("graph/price")
    ->Unit(benchmark::kMicrosecond)
    ->RangeMultiplier(8)
    ->Range(1 << 9, 1 << 15)
    ->Complexity(benchmark::oN);

void weigh_arcs(benchmark::State& state) {
  const Network network = network_of(state);
  const Topology topology = compile(network);
  const Metric metric =
      price(network, topology, base_state(network, CargoId{0}, network.state_date));
  for (auto _ : state) benchmark::DoNotOptimize(weights(metric, Objective::generalised, 0.2));
  state.SetItemsProcessed(state.iterations() *
                          static_cast<std::int64_t>(topology.graph.arc_count()));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(weigh_arcs)
    ->Name("graph/weights")
    ->Unit(benchmark::kMicrosecond)
    ->RangeMultiplier(8)
    ->Range(1 << 9, 1 << 15)
    ->Complexity(benchmark::oN);

}  // namespace
}  // namespace corridor::bench
