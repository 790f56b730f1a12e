// What a run on the shipped network takes, step by step and in all.

#include <filesystem>
#include <string>

#include <benchmark/benchmark.h>

#include "corridor/graph/metric.hpp"
#include "corridor/graph/topology.hpp"
#include "corridor/input/read.hpp"
#include "corridor/scenario/state.hpp"
#include "corridor/study/run.hpp"
#include "corridor/study/trip_solver.hpp"
#include "corridor/study/world.hpp"

namespace corridor::bench {
namespace {

const std::filesystem::path scenarios = std::filesystem::path{CORRIDOR_SOURCE_DIR} / "scenarios";
const std::filesystem::path network_folder = scenarios / "networks" / "eurasia";

/// The scenario that the README begins with.
const std::filesystem::path scenario_file = scenarios / "zangezur-rail-opens.yaml";

Study read_scenario() {
  Diagnostics warnings;
  return read_study({scenario_file}, warnings);
}

void read_files_of_network(benchmark::State& state) {
  for (auto _ : state) {
    Diagnostics warnings;
    benchmark::DoNotOptimize(read_network(network_folder, warnings));
  }
}

void read_files_of_scenario(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_scenario());
}

void compile_network(benchmark::State& state) {
  const Study study = read_scenario();
  std::size_t arcs = 0;
  for (auto _ : state) {
    const Topology topology = compile(study.network);
    arcs = topology.graph.arc_count();
    benchmark::DoNotOptimize(&topology);
  }
  state.counters["arcs"] = static_cast<double>(arcs);
}

void resolve_and_price(benchmark::State& state) {
  const Study study = read_scenario();
  const Topology topology = compile(study.network);
  for (auto _ : state) {
    Diagnostics warnings;
    const State day = resolve(study.network, study.scenarios.front(), CargoId{0}, warnings);
    benchmark::DoNotOptimize(price(study.network, topology, day));
  }
}

void solve_one_trip(benchmark::State& state) {
  const Study study = read_scenario();
  const Compiled compiled{study.network, compile(study.network)};
  const Scenario& scenario = study.scenarios.front();
  Worlds worlds{compiled, &scenario, scenario.as_of.value_or(latest_date(study.network))};
  const TripQuery query = resolve_trip(compiled, scenario.trips.front(), Objective::generalised);
  const World& world = worlds.of(query.cargo);
  const bool certify = state.range(0) != 0;
  for (auto _ : state) benchmark::DoNotOptimize(solve_trip(compiled, world, query, certify));
}

void run_all(benchmark::State& state) {
  const Study study = read_scenario();
  const Compiled compiled{study.network, compile(study.network)};
  for (auto _ : state) benchmark::DoNotOptimize(run(compiled, study.scenarios.front(), {}));
}

void read_compile_and_run(benchmark::State& state) {
  for (auto _ : state) {
    const Study study = read_scenario();
    const Compiled compiled{study.network, compile(study.network)};
    benchmark::DoNotOptimize(run(compiled, study.scenarios.front(), {}));
  }
}

BENCHMARK(read_files_of_network)->Name("eurasia/read_network")->Unit(benchmark::kMillisecond);
BENCHMARK(read_files_of_scenario)->Name("eurasia/read_study")->Unit(benchmark::kMillisecond);
BENCHMARK(compile_network)->Name("eurasia/compile")->Unit(benchmark::kMillisecond);
BENCHMARK(resolve_and_price)->Name("eurasia/resolve_and_price")->Unit(benchmark::kMillisecond);
BENCHMARK(solve_one_trip)
    ->Name("eurasia/one_trip")
    ->ArgName("certify")
    ->Arg(0)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(run_all)->Name("eurasia/run")->Unit(benchmark::kMillisecond);
BENCHMARK(read_compile_and_run)
    ->Name("eurasia/read_compile_and_run")
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace corridor::bench
