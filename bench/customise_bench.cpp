#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "corridor/route/hierarchy_metric.hpp"
#include "corridor/route/order.hpp"

#include "networks.hpp"
#include "public_bench.hpp"

// Customizable contraction hierarchies: building, customising for one metric and for many, keeping
// up with changes. The rival is what one would write down from the paper. Items are lower triangles
// of all metrics, or updates.

namespace corridor::bench {
namespace {

constexpr std::uint32_t seed = 1;

struct Case {
  Graph graph;
  std::vector<Weight> weight;
  std::vector<VertexId> order;
  std::unique_ptr<Hierarchy> hierarchy;
};

Case make_case(const Graph& graph, std::span<const Weight> weight, std::span<const Point> points) {
  Case made{graph, {weight.begin(), weight.end()}, {}, {}};
  while (!fits_in_32_bits(graph, made.weight)) {
    for (Weight& w : made.weight) {
      if (w < infinite_weight) w /= 2;
    }
  }
  made.order = nested_dissection_order(graph, core_vertices(graph), points);
  made.hierarchy = std::make_unique<Hierarchy>(graph, made.order);
  return made;
}

/// Each made once a process, when first asked for.
const Case& case_of(const std::string& shape) {
  static std::map<std::string, Case> known;
  const auto found = known.find(shape);
  if (found != known.end()) return found->second;
  Case& made = known[shape];
  if (shape == "new_york") {
    const RoadGraph& city = new_york_by_time();
    made = make_case(city.graph, city.weight.values(), city.points);
  } else {
    const Instance instance = shape == "roads"      ? roads_with_corridors(seed, 1 << 14)
                              : shape == "stars"    ? compiled_stars(seed, 1 << 10)
                              : shape == "villages" ? roads_with_corridors(seed, 1500)
                                                    : grid_with_holes(seed, 1 << 14);
    made = make_case(instance.graph, instance.weights(), {});
  }
  return made;
}

/// The weights of a case and others up to a half more.
std::vector<std::vector<Weight>> metrics(const Case& of, std::size_t count) {
  std::vector<std::vector<Weight>> result;
  std::mt19937 engine{seed};
  for (std::size_t i = 0; i < count; ++i) {
    result.push_back(of.weight);
    if (i == 0) continue;
    for (Weight& weight : result.back()) {
      if (weight < infinite_weight) weight += weight * static_cast<Weight>(engine() % 64) / 128;
    }
  }
  return result;
}

void count_triangles(benchmark::State& state, const Case& of, std::size_t lanes) {
  const auto triangles = static_cast<std::int64_t>(of.hierarchy->triangle_count() * lanes);
  state.SetItemsProcessed(triangles * state.iterations());
}

void build(benchmark::State& state, const Case& of) {
  for (auto _ : state) {
    const Hierarchy hierarchy{of.graph, of.order};
    benchmark::DoNotOptimize(hierarchy.edge_count());
  }
}

template <class W>
void customise(benchmark::State& state, const Case& of) {
  HierarchyMetric<W> metric{*of.hierarchy};
  for (auto _ : state) {
    metric.customise(of.weight);
    benchmark::ClobberMemory();
  }
  count_triangles(state, of, 1);
}

/// All lower triangles of all edges, in the order of the edges.
void customise_plainly(benchmark::State& state, const Case& of) {
  const Hierarchy& h = *of.hierarchy;
  std::vector<std::uint32_t> up(h.edge_count());
  std::vector<std::uint32_t> down(h.edge_count());
  std::vector<EdgeIndex> edge_to(h.size());
  const auto least = [&](std::span<const ArcId> arcs) {
    Weight result{unreachable<std::uint32_t>};
    for (const ArcId arc : arcs) result = std::min(result, of.weight[arc.index()]);
    return static_cast<std::uint32_t>(result);
  };
  for (auto _ : state) {
    for (EdgeIndex e = 0; e < h.edge_count(); ++e) {
      up[e] = least(h.arcs_up(e));
      down[e] = least(h.arcs_down(e));
    }
    for (Rank y = 0; y < h.size(); ++y) {
      for (EdgeIndex e = h.first_up(y); e < h.first_up(y + 1); ++e) edge_to[h.head(e)] = e;
      for (const EdgeIndex xy : h.down(y)) {
        for (EdgeIndex xz = xy + 1; xz < h.first_up(h.tail(xy) + 1); ++xz) {
          const EdgeIndex yz = edge_to[h.head(xz)];
          up[yz] = std::min(up[yz], down[xy] + up[xz]);
          down[yz] = std::min(down[yz], down[xz] + up[xy]);
        }
      }
    }
    benchmark::ClobberMemory();
  }
  count_triangles(state, of, 1);
}

template <class W>
void customise_lanes(benchmark::State& state, const Case& of, std::size_t lanes) {
  const std::vector<std::vector<Weight>> weights = metrics(of, lanes);
  const std::vector<std::span<const Weight>> spans{weights.begin(), weights.end()};
  HierarchyLanes<W> metric{*of.hierarchy, lanes};
  for (auto _ : state) {
    metric.customise(spans);
    benchmark::ClobberMemory();
  }
  count_triangles(state, of, lanes);
}

/// New weights for `count` random arcs at a time, from half to twice what they were at first.
void update(benchmark::State& state, const Case& of, std::size_t count) {
  HierarchyMetric<std::uint32_t> metric{*of.hierarchy};
  metric.customise(of.weight);
  std::vector<Weight> weight = of.weight;
  std::vector<ArcId> changed(count);
  std::mt19937 engine{seed};
  std::size_t edges = 0;
  for (auto _ : state) {
    for (ArcId& arc : changed) {
      arc = ArcId{engine() % weight.size()};
      const Weight before = of.weight[arc.index()];
      if (before < infinite_weight)
        weight[arc.index()] = before * static_cast<Weight>(32 + engine() % 96) / 64;
    }
    edges += metric.update(weight, changed);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
  state.counters["edges"] = static_cast<double>(edges) / static_cast<double>(state.iterations());
}

void prune(benchmark::State& state, const Case& of) {
  HierarchyMetric<std::uint32_t> metric{*of.hierarchy};
  metric.customise(of.weight);
  std::size_t kept = 0;
  for (auto _ : state) kept = metric.pruned().up.edge.size();
  state.counters["kept"] =
      static_cast<double>(kept) / static_cast<double>(of.hierarchy->edge_count());
}

template <class Run>
void add(const std::string& what, const std::string& shape, Run run) {
  benchmark::RegisterBenchmark(
      ("customise/" + what + "/" + shape).c_str(),
      [shape, run](benchmark::State& state) { run(state, case_of(shape)); })
      ->Unit(benchmark::kMicrosecond);
}

void add_shape(const std::string& shape) {
  add("build", shape, build);
  add("plain", shape, customise_plainly);
  add("32_bits", shape, customise<std::uint32_t>);
  add("64_bits", shape, customise<Weight>);
  for (const std::size_t lanes : {std::size_t{8}, std::size_t{16}}) {
    const std::string name = std::to_string(lanes) + "_of_";
    add(name + "32_bits", shape, [lanes](benchmark::State& state, const Case& of) {
      customise_lanes<std::uint32_t>(state, of, lanes);
    });
    add(name + "64_bits", shape, [lanes](benchmark::State& state, const Case& of) {
      customise_lanes<Weight>(state, of, lanes);
    });
  }
  for (const std::size_t count : {std::size_t{1}, std::size_t{100}}) {
    add("update/" + std::to_string(count), shape,
        [count](benchmark::State& state, const Case& of) { update(state, of, count); });
  }
  add("prune", shape, prune);
}

const bool registered = [] {
  for (const char* shape : {"grid", "roads", "villages", "stars"}) add_shape(shape);
  if (public_data()) add_shape("new_york");
  return true;
}();

}  // namespace
}  // namespace corridor::bench
