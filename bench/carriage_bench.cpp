// The shipped demand on the shipped network: carried in a baseline and, from its answer, in a
// scenario; solving alone, without reading, pricing and tables.

#include <filesystem>
#include <vector>

#include <benchmark/benchmark.h>

#include "corridor/input/read.hpp"
#include "corridor/study/carriage.hpp"

namespace corridor::bench {
namespace {

const std::filesystem::path scenarios = std::filesystem::path{CORRIDOR_SOURCE_DIR} / "scenarios";

struct Shipped {
  Shipped()
      : study{read_study({scenarios / "red-sea-closed.yaml"}, warnings)},
        compiled{study.network, compile(study.network)},
        demand{spread(study.network,
                      read_demand(scenarios / "demand/2024.yaml", study.network, warnings),
                      warnings)} {}

  Diagnostics warnings;
  Study study;
  Compiled compiled;
  Demand demand;
};

void shipped_demand(benchmark::State& state, CarriageMethod method) {
  static const Shipped shipped;
  CarriageOptions options;
  options.method = method;
  double baseline_s = 0;
  double scenario_s = 0;
  for (auto _ : state) {
    const CarriageResult result = carry(shipped.compiled, &shipped.study.scenarios.front(),
                                        {shipped.demand, shipped.demand}, options);
    benchmark::DoNotOptimize(&result);
    baseline_s += result.baseline.seconds;
    scenario_s += result.changed.seconds;
  }
  const auto rounds = static_cast<double>(state.iterations());
  state.counters["baseline_ms"] = 1000 * baseline_s / rounds;
  state.counters["scenario_ms"] = 1000 * scenario_s / rounds;
}

BENCHMARK_CAPTURE(shipped_demand, least_cost, CarriageMethod::least_cost)
    ->Name("carriage/shipped/least_cost")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(shipped_demand, equilibrium, CarriageMethod::equilibrium)
    ->Name("carriage/shipped/equilibrium")
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace corridor::bench
