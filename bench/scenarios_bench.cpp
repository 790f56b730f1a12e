// Every trip of every shipped scenario under every shipped scenario: what a sweep over scenarios
// takes for one trip under one scenario, customisation included. Scenarios come as edits of the
// network as it stands, or as columns of weights; both are made beforehand.

#include <algorithm>
#include <filesystem>
#include <memory>
#include <vector>

#include <benchmark/benchmark.h>

#include "corridor/input/read.hpp"
#include "corridor/route/distance_table.hpp"
#include "corridor/route/edited_tables.hpp"
#include "corridor/route/hierarchy.hpp"
#include "corridor/route/solver.hpp"
#include "corridor/study/run.hpp"
#include "corridor/study/trip_solver.hpp"
#include "corridor/study/world.hpp"

#include "study/trip_query.hpp"

namespace corridor::bench {
namespace {

/// Trips that weigh arcs alike, and the weights in every scenario: as such, and as edits of what
/// they are without one.
struct Class {
  TripQuery query;  // of the first of them
  std::vector<Ends> ends;
  IdVector<ArcId, Weight> base;
  std::vector<IdVector<ArcId, Weight>> columns;  // by scenario
  std::vector<std::vector<ArcEdit>> edits;       // by scenario
  MetricFamily family() const { return {base.values(), {edits.begin(), edits.end()}, ends}; }
  std::vector<std::span<const Weight>> spans() const {
    std::vector<std::span<const Weight>> result;
    for (const IdVector<ArcId, Weight>& column : columns) result.emplace_back(column.values());
    return result;
  }
};

/// Trips with vias or gates are several questions in one; they are left to `run`.
bool is_plain(const TripQuery& query) { return query.via.empty() && query.gates.empty(); }

class Sweep {
 public:
  Sweep() : study_{read()}, compiled_{study_.network, compile(study_.network)} {
    for (const Scenario& scenario : study_.scenarios) {
      for (const Trip& trip : scenario.trips) add(scenario, trip);
    }
    const Date date = latest_date(study_.network);
    Worlds without{compiled_, nullptr, date};
    for (Class& one : classes_) {
      one.base = trip_weights(compiled_, without.of(one.query.cargo), one.query);
    }
    for (const Scenario& scenario : study_.scenarios) {
      Worlds worlds{compiled_, &scenario, scenario.as_of.value_or(date)};
      for (Class& one : classes_) {
        one.columns.push_back(trip_weights(compiled_, worlds.of(one.query.cargo), one.query));
        one.edits.push_back(edits_between(one.base.values(), one.columns.back().values()));
      }
    }
  }

  const Compiled& compiled() const { return compiled_; }
  const std::vector<Class>& classes() const { return classes_; }
  std::size_t evaluations() const {
    std::size_t sum = 0;
    for (const Class& one : classes_) sum += one.ends.size() * one.columns.size();
    return sum;
  }

 private:
  static Study read() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{
             std::filesystem::path{CORRIDOR_SOURCE_DIR} / "scenarios"}) {
      if (entry.path().extension() == ".yaml" && kind_of_file(entry.path()) == "scenario") {
        files.push_back(entry.path());
      }
    }
    std::ranges::sort(files);
    Diagnostics warnings;
    return read_study(files, warnings);
  }

  void add(const Scenario& scenario, const Trip& trip) {
    const Objective objective =
        trip.objective ? *trip.objective : scenario.objective.value_or(Objective::generalised);
    const TripQuery query = resolve_trip(compiled_, trip, objective);
    if (!is_plain(query)) return;
    auto same = std::ranges::find_if(classes_, [&](const Class& one) {
      return one.query.cargo == query.cargo && one.query.objective == query.objective &&
             one.query.arc_barred == query.arc_barred;
    });
    if (same == classes_.end())
      same = classes_.insert(classes_.end(), Class{query, {}, {}, {}, {}});
    const Ends ends{compiled_.topology.origin[query.from],
                    compiled_.topology.destination[query.to]};
    const bool known = std::ranges::any_of(
        same->ends, [&](const Ends& e) { return e.from == ends.from && e.to == ends.to; });
    if (!known) same->ends.push_back(ends);
  }

  Study study_;
  Compiled compiled_;
  std::vector<Class> classes_;
};

const Sweep& sweep() {
  static const Sweep once;
  return once;
}

void count(benchmark::State& state) {
  state.counters["evaluations"] = static_cast<double>(sweep().evaluations());
  state.counters["evaluations/s"] = benchmark::Counter(
      static_cast<double>(sweep().evaluations()) * static_cast<double>(state.iterations()),
      benchmark::Counter::kIsRate);
}

/// `stood` were answered by the base, `shared` by another scenario that changes the same, and
/// `searched` by searches beside the base; `solved` were asked anew.
void by_edits(benchmark::State& state) {
  const Compiled& compiled = sweep().compiled();
  std::vector<MetricFamily> families;
  for (const Class& one : sweep().classes()) families.push_back(one.family());
  EditedTables tables{compiled.topology.graph, *compiled.hierarchy,
                      static_cast<std::size_t>(state.range(0))};
  for (auto _ : state) benchmark::DoNotOptimize(tables.distances(families));
  count(state);
  state.counters["stood"] = static_cast<double>(tables.count().stood);
  state.counters["shared"] = static_cast<double>(tables.count().shared);
  state.counters["searched"] = static_cast<double>(tables.count().searched);
  state.counters["solved"] = static_cast<double>(tables.count().solved);
  state.counters["metrics"] = static_cast<double>(tables.count().metrics);
}

void by_hierarchy(benchmark::State& state) {
  const auto threads = static_cast<std::size_t>(state.range(0));
  const Compiled& compiled = sweep().compiled();
  for (auto _ : state) {
    for (const Class& one : sweep().classes()) {
      benchmark::DoNotOptimize(distance_table(compiled.topology.graph, *compiled.hierarchy,
                                              one.spans(), one.ends, threads));
    }
  }
  count(state);
}

void by_boost(benchmark::State& state) {
  const std::unique_ptr<RouteSolver> solver =
      make_solver(sweep().compiled().topology.graph, {}, BoostDijkstra{});
  for (auto _ : state) {
    for (const Class& one : sweep().classes()) {
      for (const IdVector<ArcId, Weight>& column : one.columns) {
        solver->customise(column.values());
        for (const Ends& ends : one.ends) {
          benchmark::DoNotOptimize(solver->distance(ends.from, ends.to));
        }
      }
    }
  }
  count(state);
}

BENCHMARK(by_edits)
    ->Name("scenarios/every_trip_under_every_scenario/edits")
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(by_hierarchy)
    ->Name("scenarios/every_trip_under_every_scenario/hierarchy")
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(by_boost)
    ->Name("scenarios/every_trip_under_every_scenario/boost_dijkstra")
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace corridor::bench
