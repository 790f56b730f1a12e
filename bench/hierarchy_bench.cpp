// A hierarchy over the streets of New York (or, without them, over generated roads): building it,
// customising it for one metric, for several, for a few changed arcs, and asking it.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "corridor/route/hierarchy_matrix.hpp"
#include "corridor/route/hierarchy_query.hpp"
#include "corridor/route/hierarchy_sweep.hpp"
#include "corridor/route/order.hpp"

#include "networks.hpp"
#include "public_bench.hpp"

namespace corridor::bench {
namespace {

using Narrow = std::uint32_t;

constexpr std::size_t targets = 1000;

/// A graph, its order and its hierarchy, customised.
class Lab {
 public:
  Lab(const Graph& graph, std::span<const Weight> weight, std::span<const Point> points)
      : graph_{graph},
        weight_{weight},
        order_{nested_dissection_order(graph, core_vertices(graph), points)},
        hierarchy_{graph, order_},
        metric_{hierarchy_},
        pairs_{random_pairs(3, graph, 4096)} {
    metric_.customise(weight);
  }
  Lab(const Lab&) = delete;
  Lab& operator=(const Lab&) = delete;

  const Graph& graph() const { return graph_; }
  std::span<const Weight> weight() const { return weight_; }
  const std::vector<VertexId>& order() const { return order_; }
  const Hierarchy& hierarchy() const { return hierarchy_; }
  const HierarchyMetric<Narrow>& metric() const { return metric_; }
  const std::pair<VertexId, VertexId>& pair(std::size_t turn) const {
    return pairs_[turn % pairs_.size()];
  }
  std::vector<VertexId> origins(std::size_t first, std::size_t count) const {
    std::vector<VertexId> result;
    for (std::size_t i = 0; i < count; ++i) result.push_back(pair(first + i).first);
    return result;
  }

 private:
  const Graph& graph_;
  std::span<const Weight> weight_;
  std::vector<VertexId> order_;
  Hierarchy hierarchy_;
  HierarchyMetric<Narrow> metric_;
  std::vector<std::pair<VertexId, VertexId>> pairs_;
};

const Lab& lab() {
  static const Instance roads =
      public_data() ? Instance{} : roads_with_corridors(1, std::size_t{1} << 14);
  static const Lab once{
      public_data() ? new_york_by_time().graph : roads.graph,
      public_data() ? new_york_by_time().weight.values() : roads.weights(),
      public_data() ? std::span<const Point>{new_york_by_time().points} : std::span<const Point>{}};
  return once;
}

void build(benchmark::State& state) {
  lab();
  for (auto _ : state) benchmark::DoNotOptimize(Hierarchy{lab().graph(), lab().order()});
  state.counters["triangles"] = static_cast<double>(lab().hierarchy().triangle_count());
  state.counters["height"] = static_cast<double>(lab().hierarchy().height());
}

void customise(benchmark::State& state) {
  HierarchyMetric<Narrow> metric{lab().hierarchy()};
  for (auto _ : state) metric.customise(lab().weight());
}

/// Time is of all lanes; `per_metric` is that of one.
void customise_lanes(benchmark::State& state) {
  const auto count = static_cast<std::size_t>(state.range(0));
  HierarchyLanes<Narrow> lanes{lab().hierarchy(), count};
  const std::vector<std::span<const Weight>> weights(count, lab().weight());
  for (auto _ : state) lanes.customise(weights);
  state.counters["per_metric"] =
      benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsIterationInvariantRate |
                                                         benchmark::Counter::kInvert);
}

/// Random arcs get random other weights, and in the next round theirs again. The median of many
/// updates is what a user sees: a few arcs lie on everybody's way.
void update(benchmark::State& state) {
  const auto count = static_cast<std::size_t>(state.range(0));
  HierarchyMetric<Narrow> metric{lab().hierarchy()};
  metric.customise(lab().weight());
  std::vector<Weight> weight{lab().weight().begin(), lab().weight().end()};
  std::mt19937 random{7};
  std::vector<ArcId> changed(count);
  std::vector<double> seconds;
  bool changes = true;
  for (auto _ : state) {
    for (ArcId& arc : changed) {
      if (changes) arc = ArcId{random() % weight.size()};
      weight[arc.index()] =
          changes ? static_cast<Weight>(random() % 4000) + 1 : lab().weight()[arc.index()];
    }
    changes = !changes;
    const auto start = std::chrono::steady_clock::now();
    metric.update(weight, changed);
    const auto end = std::chrono::steady_clock::now();
    seconds.push_back(std::chrono::duration<double>(end - start).count());
    state.SetIterationTime(seconds.back());
  }
  const auto middle = seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2);
  std::nth_element(seconds.begin(), middle, seconds.end());
  state.counters["median_s"] = *middle;
}

void distance(benchmark::State& state) {
  HierarchyQuery<Narrow> query{lab().graph(), lab().metric(), lab().weight()};
  std::size_t turn = 0;
  for (auto _ : state) {
    const auto& [from, to] = lab().pair(turn++);
    benchmark::DoNotOptimize(query.distance(from, to));
  }
}

void path(benchmark::State& state) {
  HierarchyQuery<Narrow> query{lab().graph(), lab().metric(), lab().weight()};
  std::size_t turn = 0;
  Path path;
  for (auto _ : state) {
    const auto& [from, to] = lab().pair(turn++);
    const Seed start{from, 0};
    const Seed end{to, 0};
    query.path({&start, 1}, {&end, 1}, path);
    benchmark::DoNotOptimize(path);
  }
}

/// Time is of sixteen trees; `per_tree` is that of one.
void sweep(benchmark::State& state) {
  HierarchySweep<Narrow> sweep{lab().graph(), lab().metric(), lab().weight()};
  std::size_t turn = 0;
  for (auto _ : state) sweep.run(lab().origins(turn += sweep.lanes(), sweep.lanes()));
  state.counters["per_tree"] = benchmark::Counter(
      static_cast<double>(sweep.lanes()),
      benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

/// 1000 by 1000, picking the part that the targets need included.
void matrix(benchmark::State& state) {
  const std::vector<VertexId> ends = lab().origins(0, targets);
  const std::vector<VertexId> starts = lab().origins(targets, targets);
  for (auto _ : state) {
    HierarchyMatrix<Narrow> matrix{lab().graph(), lab().metric(), lab().weight(), ends};
    benchmark::DoNotOptimize(matrix.distances(starts));
  }
}

const bool registered = [] {
  const std::string where = public_data() ? "hierarchy/new_york/" : "hierarchy/roads/";
  const auto add = [&](const char* name, void (*run)(benchmark::State&), benchmark::TimeUnit unit) {
    return benchmark::RegisterBenchmark((where + name).c_str(), run)->Unit(unit);
  };
  add("build", build, benchmark::kMillisecond);
  add("customise", customise, benchmark::kMillisecond);
  add("customise_lanes", customise_lanes, benchmark::kMillisecond)->Arg(8)->Arg(16);
  add("update", update, benchmark::kMicrosecond)
      ->ArgName("arcs")
      ->Arg(1)
      ->Arg(100)
      ->UseManualTime();
  add("distance", distance, benchmark::kMicrosecond);
  add("path", path, benchmark::kMicrosecond);
  add("sweep", sweep, benchmark::kMillisecond);
  add("matrix_1000_by_1000", matrix, benchmark::kMillisecond);
  return true;
}();

}  // namespace
}  // namespace corridor::bench
