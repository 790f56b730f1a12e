#include <span>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "corridor/route/hierarchy.hpp"
#include "corridor/route/order.hpp"

#include "networks.hpp"
#include "public_bench.hpp"

// Orders of elimination. Time is not all: everything done with a hierarchy takes in proportion to
// its triangles, and queries to its height, so both are counted.

namespace corridor::bench {
namespace {

constexpr std::uint32_t seed = 1;

void order_core(benchmark::State& state, const Graph& graph, std::span<const Point> points) {
  const std::vector<VertexId> core = core_vertices(graph);
  std::vector<VertexId> order;
  for (auto _ : state) {
    order = nested_dissection_order(graph, core, points);
    benchmark::DoNotOptimize(order.data());
  }
  const Hierarchy hierarchy{graph, order};
  state.counters["vertices"] = static_cast<double>(hierarchy.size());
  state.counters["edges"] = static_cast<double>(hierarchy.edge_count());
  state.counters["triangles"] = static_cast<double>(hierarchy.triangle_count());
  state.counters["height"] = static_cast<double>(hierarchy.height());
}

void add_generated(const std::string& shape, Instance (*make)(std::uint32_t, std::size_t),
                   const std::vector<std::size_t>& sizes) {
  for (const std::size_t size : sizes) {
    const std::string name = "order/" + shape + "/" + std::to_string(size);
    benchmark::RegisterBenchmark(name.c_str(), [make, size](benchmark::State& state) {
      const Instance instance = make(seed, size);
      order_core(state, instance.graph, {});
    })->Unit(benchmark::kMillisecond);
  }
}

void add_public() {
  benchmark::RegisterBenchmark("order/new_york/points", [](benchmark::State& state) {
    order_core(state, new_york_by_time().graph, new_york_by_time().points);
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("order/new_york/bare", [](benchmark::State& state) {
    order_core(state, new_york_by_time().graph, {});
  })->Unit(benchmark::kMillisecond);
}

const bool registered = [] {
  add_generated("grid", grid_with_holes, {1 << 10, 1 << 14});
  add_generated("roads", roads_with_corridors, {1 << 10, 1 << 14});
  add_generated("stars", compiled_stars, {1 << 8, 1 << 12});
  if (public_data()) add_public();
  return true;
}();

}  // namespace
}  // namespace corridor::bench
